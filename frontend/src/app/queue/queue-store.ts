import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Api } from '../api/api';
import { Counts } from '../api/counts';
import { Live, type DeskEvent } from '../api/live';
import { problemOf, type Problem } from '../api/problem';
import type { InquiryView, QueueItem, QueuePageView, QueueView, StaffRef } from '../api/types';
import { Session } from '../session/session';
import { Announcer } from '../ui/announcer';
import { Keys } from '../ui/keys';
import { isMove } from './assign/moved';
import { Guide } from './guide';
import { after, grouped, nextFree } from './queue-groups';
import { QueueVoice } from './queue-voice';

/** A claim that a colleague won. `by` is null when the server did not say who. */
export interface LostClaim { by: StaffRef | null; at: string; next: QueueItem | undefined }

/** Whoever scrolls wants more at once than the first look does. */
const LATER_PAGE = 100;

/** What a specialist sees in the queue. Rows never move by themselves: arrivals are counted and wait to be shown. */
@Injectable()
export class QueueStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly counts = inject(Counts);
  private readonly announcer = inject(Announcer);
  private readonly keys = inject(Keys);
  private readonly voice = new QueueVoice();
  private readonly guide = inject(Guide, { optional: true });
  readonly view = signal<QueueView>('all');
  /** The address of what a number of the load counts, or of a search; null for a whole view. */
  readonly part = signal<string | null>(null);
  readonly items = signal<readonly QueueItem[]>([]);
  readonly next = signal<string | null>(null);
  readonly loading = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly arrivals = signal<ReadonlySet<string>>(new Set());
  readonly lost = signal<ReadonlyMap<string, LostClaim>>(new Map());
  /** Where the keys are. */
  readonly cursor = signal<string | null>(null);
  /** Which is to be put to sleep as soon as it is open. */
  readonly snoozing = signal<string | null>(null);
  readonly groups = computed(() => grouped(this.items()));
  /** In the order shown. */
  readonly shown = computed(() => this.groups().flatMap(({ items }) => items));
  private fetching: string | null = null;
  private reading: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const live = inject(Live);
    live.events.pipe(takeUntilDestroyed()).subscribe((event) => this.take(event));
    live.gap.pipe(takeUntilDestroyed()).subscribe(() => void this.refresh());
  }

  /** Reads the view from its top. */
  async open(view: QueueView, part: string | null = null): Promise<void> {
    this.view.set(view);
    this.part.set(part);
    this.items.set([]);
    this.lost.set(new Map());
    await this.reload();
  }

  async reload(): Promise<void> {
    this.loading.set(true);
    this.problem.set(null);
    try {
      const path = this.path();
      const page = await this.api.get<QueuePageView>(path);
      if (path !== this.path()) return;
      this.items.set(page.items);
      this.next.set(page.next);
      this.arrivals.set(new Set());
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.loading.set(false);
    }
  }

  /** The next page, once however often it is asked for. Without a connection the button stays and says nothing: the banner does. */
  async more(): Promise<void> {
    const [after, from] = [this.next(), this.path()];
    if (!after || this.fetching === after) return;
    this.fetching = after;
    try {
      const page = await this.api.get<QueuePageView>(`${from}${from.includes('?') ? '&' : '?'}size=${LATER_PAGE}&after=${after}`);
      if (this.path() !== from || this.next() !== after) return;
      const known = new Set(this.items().map(({ id }) => id));
      this.items.update((items) => [...items, ...page.items.filter(({ id }) => !known.has(id))]);
      this.next.set(page.next);
    } catch (error) {
      if (problemOf(error).status) this.problem.set(problemOf(error));
    } finally {
      this.fetching = null;
    }
  }

  private path(): string {
    return this.part() ?? `/queue?view=${this.view()}`;
  }

  showArrivals(): Promise<void> {
    return this.reload();
  }

  /** Takes the request. Answers whether it is ours now; when a colleague was quicker the row says so. */
  async claim(id: string): Promise<boolean> {
    try {
      this.replace(await this.api.post<InquiryView>(`/inquiries/${id}/claim`));
      this.announcer.say(this.guide ? `Claimed. It is yours. ${this.keys.shown('z')} takes it back for ten seconds.` : 'Claimed. It is yours.');
      this.guide?.claimed(id);
      return true;
    } catch (error) {
      this.claimRefused(id, problemOf(error));
      return false;
    } finally {
      this.counts.reload();
    }
  }

  forget(id: string): void {
    this.lost.update((all) => new Map([...all].filter(([key]) => key !== id)));
  }

  /** Moves the cursor by one and answers where it is. */
  move(step: 1 | -1): string | null {
    const shown = this.shown();
    const at = shown.findIndex(({ id }) => id === this.cursor());
    const to = shown[at < 0 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1)];
    if (to) this.cursor.set(to.id);
    return to?.id ?? null;
  }

  /** Our own act took it out of this view. */
  leave(id: string): void {
    if (this.view() !== 'snoozed') this.items.update((items) => items.filter((item) => item.id !== id));
  }

  replace(view: QueueItem): void {
    this.items.update((items) => items.map((item) => (item.id === view.id ? { ...item, status: view.status, assignee: view.assignee, actions: view.actions, crisis: view.crisis } : item)));
  }

  private claimRefused(id: string, problem: Problem): void {
    if (problem.code !== 'inquiry.claimed') return this.problem.set(problem);
    const by = (problem.extra['by'] as StaffRef | undefined) ?? null;
    const at = (problem.extra['at'] as string | undefined) ?? new Date().toISOString();
    this.items.update((items) => items.map((item) => (item.id === id ? { ...item, status: 'claimed', assignee: by, actions: [] } : item)));
    this.lost.update((all) => new Map(all).set(id, { by, at, next: nextFree(this.shown(), id) }));
    this.announcer.sayNow(`${by?.name ?? 'A colleague'} claimed this first.`);
  }

  private take(event: DeskEvent): void {
    if (event.type === 'inquiry.submitted') return this.part()?.startsWith('/queue/search') ? this.soon() : this.arrive(event);
    if (event.type === 'inquiry.restored') return this.soon(); // many at once
    if (/^inquiry\.crisis-(opened|ended)$/.test(event.type)) this.soon(); // of some requests not everybody is told
    if (isMove(event)) this.soon(); // what may be done in it differs from reader to reader
    if (event.type === 'inquiry.woke') this.wake(event);
    this.items.update((items) => items.map((item) => (item.id === event.subject ? after(item, event, this.session.may('inquiry.claim')) : item)));
  }

  /** It comes back behind the button, at its place; somebody who may not be safe is said at once. */
  private wake({ subject, body }: DeskEvent): void {
    const mine = body['ownerId'] === this.session.me()?.id;
    if (mine) this.voice.woke(body['why'] === 'unsafe');
    const view = this.part() ? 'part' : this.view();
    if (!this.items().some(({ id }) => id === subject) && (view === 'all' || (view === 'mine' && mine))) this.arrivals.update((all) => new Set(all).add(subject));
  }

  private soon(): void {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => void this.refresh(), 300);
  }

  private arrive({ subject, body }: DeskEvent): void {
    if (this.items().some(({ id }) => id === subject) || !this.belongs(body)) return;
    this.arrivals.update((all) => new Set(all).add(subject));
    this.voice.arrived(body['priority'], () => this.arrivals().size);
  }

  /** Whether a new request comes into the view that is open: what waits to be checked comes into its own view only. */
  private belongs({ review }: DeskEvent['body']): boolean {
    const view = this.view();
    return !this.part() && view !== 'mine' && (view === 'review') === Boolean(review);
  }

  /** After a gap: what is shown stays; what we may have missed waits behind the button, and rows learn who has them. */
  private async refresh(): Promise<void> {
    const page = await this.api.get<QueuePageView>(this.path()).catch(() => null);
    for (const item of page?.items ?? []) {
      if (this.items().some(({ id }) => id === item.id)) this.replace(item);
      else this.arrivals.update((all) => new Set(all).add(item.id));
    }
  }
}
