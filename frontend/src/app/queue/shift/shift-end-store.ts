import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import { Counts } from '../../api/counts';
import { problemOf, type Problem } from '../../api/problem';
import type { BulkView, HandOverRow, ShiftRowView, TakerView } from '../../api/types';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { newId } from '../../ui/new-id';

export type What = HandOverRow['what'];
/** What is to become of one request. */
export interface Plan { what: What; to: string; note: string }
const KEEP: Plan = { what: 'keep', to: '', note: '' };

/** The end of a shift. What was typed stays while the desk is open, also when another room was looked at, and goes with whoever typed it. */
@Injectable({ providedIn: 'root' })
export class ShiftEndStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly counts = inject(Counts);
  private readonly session = inject(Session);
  readonly act = new Act();
  readonly rows = signal<readonly ShiftRowView[] | undefined>(undefined);
  readonly takers = signal<readonly TakerView[]>([]);
  readonly problem = signal<Problem | null>(null);
  private readonly plans = signal<ReadonlyMap<string, Plan>>(new Map());
  /** Why a request was left as it was. */
  readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  /** Requests that are to be given and do not say to whom. */
  readonly missing = signal<ReadonlySet<string>>(new Set());
  readonly done = signal<{ key: string; view: BulkView } | null>(null);
  readonly clean = computed(() => this.done() !== null && this.refused().size === 0);
  private me = '';
  private sent: { body: string; key: string } | undefined;

  constructor() {
    effect(() => {
      const me = this.session.me()?.id ?? '';
      untracked(() => this.forget(me));
    });
  }

  async load(): Promise<void> {
    try {
      const [rows, takers] = await Promise.all([this.api.get<ShiftRowView[]>('/queue/shift'), this.api.get<TakerView[]>('/queue/takers')]);
      this.rows.set(rows);
      this.takers.set(takers.filter(({ id }) => id !== this.session.me()?.id));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  plan(id: string): Plan {
    return this.plans().get(id) ?? KEEP;
  }

  change(id: string, part: Partial<Plan>): void {
    this.plans.update((all) => new Map(all).set(id, { ...this.plan(id), ...part }));
    this.missing.update((all) => new Set([...all].filter((other) => other !== id)));
  }

  changeAll(part: Partial<Plan>): void {
    for (const { id } of this.rows() ?? []) this.change(id, part);
  }

  /** All by one press. Answers the first request that still needs an answer. */
  async handOver(): Promise<string | null> {
    const rows = (this.rows() ?? []).map(({ id, version }) => ({ id, version, ...asked(this.plan(id)) }));
    const open = rows.filter(({ what, to }) => what === 'give' && !to).map(({ id }) => id);
    this.missing.set(new Set(open));
    if (open[0] || !rows.length) return open[0] ?? null;
    const body = JSON.stringify(rows);
    if (this.sent?.body !== body) this.sent = { body, key: newId() }; // the same again after a lost answer is done once
    const { key } = this.sent;
    await this.act.run(async () => this.take(key, await this.api.post<BulkView>('/queue/hand-over', { key, rows })));
    await this.load();
    return null;
  }

  async undo(): Promise<void> {
    const done = this.done();
    if (!done) return;
    await this.act.run(async () => {
      const view = await this.api.post<BulkView>(`/queue/bulk/${done.key}/undo`);
      this.done.set(null);
      this.announcer.say(`Taken back: ${view.can}.${view.cannot ? ` ${view.cannot} were changed since and stay.` : ''} Notes stay.`);
    });
    this.counts.reload();
    await this.load();
  }

  /** What was done is put away; what was refused keeps what was typed. */
  private take(key: string, view: BulkView): void {
    const refused = view.rows.filter(({ code }) => code !== null);
    this.sent = undefined;
    this.done.set({ key, view });
    this.refused.set(new Map(refused.map(({ id, why }) => [id, why ?? 'It was left as it was.'])));
    this.plans.update((all) => new Map([...all].filter(([id]) => this.refused().has(id))));
    this.counts.reload();
    this.announcer.say(`Done: ${view.can}.${refused.length ? ` Left as they were: ${refused.length}. What you typed there is kept.` : ''}`);
  }

  /** What somebody typed is shown to nobody who signs in after them. */
  private forget(me: string): void {
    if (me === this.me) return;
    this.me = me;
    this.rows.set(undefined);
    this.plans.set(new Map());
    this.refused.set(new Map());
    this.missing.set(new Set());
    this.done.set(null);
    this.sent = undefined;
  }
}

const asked = ({ what, to, note }: Plan): Pick<HandOverRow, 'what' | 'to' | 'note'> => ({ what, ...(what === 'give' && { to }), ...(note.trim() && { note: note.trim() }) });
