import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, computed, inject, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api } from '../api/api';
import { Counts } from '../api/counts';
import type { BulkView, TryBulk } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { Keys } from '../ui/keys';
import { newId } from '../ui/new-id';
import { Told } from '../ui/told';
import { URGENCIES } from '../ui/words';
import { GiveForm } from './assign/give-form';
import { BULK_ACTS, forecast, refusals, type BulkAction } from './bulk-words';
import { Chosen } from './chosen';
import { QueueStore } from './queue-store';
import { BesideSheet } from './together/beside-sheet';

/** What was done by one press, until it is put away or taken back. */
interface Done { key: string; did: string; view: BulkView }

/** One act on the chosen rows: what it would do is told first, each row that cannot says why, one press takes all of it back. */
@Component({
  selector: 'desk-bulk-bar',
  imports: [BesideSheet, GiveForm, Icon, KeyCap, Told],
  templateUrl: './bulk-bar.html',
  host: { '(keydown.escape)': 'cancel()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkBar {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly counts = inject(Counts);
  private readonly keys = inject(Keys);
  private readonly page = inject(DOCUMENT);
  protected readonly queue = inject(QueueStore);
  protected readonly chosen = inject(Chosen);
  protected readonly acts = BULK_ACTS;
  protected readonly urgencies = URGENCIES;
  protected readonly act = new Act();
  protected readonly action = signal<BulkAction | null>(null);
  protected readonly dry = signal<{ ask: Omit<TryBulk, 'rows'>; view: BulkView } | null>(null);
  protected readonly done = signal<Done | null>(null);
  protected readonly beside = signal<readonly [string, string] | null>(null);
  protected readonly asks = computed(() => BULK_ACTS.find(({ code }) => code === this.action())?.asks ?? 'nothing');
  protected readonly forecast = forecast;
  protected readonly refusals = refusals;

  constructor() {
    const remove = this.keys.add({ key: 'z', does: 'undo', also: ['take back', 'revert'], press: () => void this.undo(), when: () => !!this.done() });
    inject(DestroyRef).onDestroy(remove);
  }

  protected start(action: BulkAction): void {
    this.dry.set(null);
    this.action.set(action);
    if (this.asks() === 'nothing') void this.look({ action });
    else setTimeout(() => this.page.getElementById('bulk-ask')?.focus());
  }

  /** The dry run. */
  protected async look(ask: Omit<TryBulk, 'rows'>): Promise<void> {
    const rows = this.chosen.ids().map((id) => ({ id }));
    await this.act.run(async () => {
      const view = await this.api.post<BulkView>('/queue/bulk/try', { ...ask, rows });
      this.dry.set({ ask, view });
      this.announcer.say(`${forecast(view)} ${refusals(view).map(({ why }) => why).join(' ')}`);
      setTimeout(() => this.page.getElementById(view.can ? 'bulk-do' : 'bulk-cancel')?.focus());
    });
  }

  protected async do(): Promise<void> {
    const { ask, view: looked } = this.dry() ?? {};
    if (!ask || !looked) return;
    const key = newId();
    const rows = looked.rows.filter(({ code }) => code === null).map(({ id, version }) => ({ id, version: version ?? undefined }));
    const refused = looked.rows.filter(({ code }) => code !== null);
    await this.act.run(async () => {
      const view = await this.api.post<BulkView>('/queue/bulk', { ...ask, key, rows });
      const whole = { can: view.can, cannot: view.cannot + refused.length, rows: [...view.rows, ...refused] };
      this.finish({ key, did: BULK_ACTS.find(({ code }) => code === ask.action)?.did ?? '', view: whole });
    });
  }

  protected async undo(): Promise<void> {
    const done = this.done();
    if (!done) return;
    await this.act.run(async () => {
      const view = await this.api.post<BulkView>(`/queue/bulk/${done.key}/undo`);
      this.done.set(null);
      this.again(`Taken back: ${view.can}.${view.cannot ? ` ${view.cannot} were changed since and stay.` : ''}`);
    });
  }

  protected cancel(): void {
    this.action.set(null);
    this.dry.set(null);
  }

  protected compare(): void {
    const [first, second] = this.chosen.ids();
    if (first && second) this.beside.set([first, second]);
  }

  protected compared(keptId: string | null): void {
    this.chosen.clear();
    if (keptId) this.again('');
  }

  private finish(done: Done): void {
    this.cancel();
    this.chosen.clear();
    this.done.set(done);
    this.again(`${done.did}: ${done.view.can}.${done.view.cannot ? ` Left as they were: ${done.view.cannot}.` : ''} ${this.keys.shown('z')} takes it back.`);
    setTimeout(() => this.page.getElementById('bulk-undo')?.focus());
  }

  private again(said: string): void {
    this.counts.reload();
    void this.queue.reload();
    if (said) this.announcer.say(said);
  }
}
