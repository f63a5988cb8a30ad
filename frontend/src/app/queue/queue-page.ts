import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, Injector, afterNextRender, computed, effect, inject, input, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { Counts } from '../api/counts';
import { tabTitle } from '../api/practice-place';
import type { QueueItem, QueueView } from '../api/types';
import { SavedViews } from '../api/saved-views';
import { Preferences } from '../session/preferences';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Keys } from '../ui/keys';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { Giving } from './assign/giving';
import { GivingBar } from './assign/giving-bar';
import { BulkBar } from './bulk-bar';
import { Chosen } from './chosen';
import { Guide } from './guide';
import { GuideBar } from './guide-bar';
import { tickWhenDue } from './promise/due-tick';
import { QueueRow } from './queue-row';
import { QueueStore } from './queue-store';
import { NearEnd, StretchPlace, Stretches, stretched } from './stretches';
import { keptPart } from './kept/kept-words';
import { figureTitle, isFigure, rowsPath } from './load/load-words';
import { Search } from './search/search';
import { SearchBox } from './search/search-box';
import { SearchSigns } from './search/search-signs';
import { DueTasks } from './tasks/due-tasks';
import { ShiftNotes } from './shift/shift-notes';

const TITLES: Readonly<Record<QueueView, string>> = { all: 'All requests', new: 'New, nobody yet', mine: 'Mine', review: 'To check', snoozed: 'Snoozed' };
/** Searches that stand in the list of views for everybody. */
const WAITING_TITLES: Readonly<Record<string, string>> = { 'waiting:person': 'Waiting on the person', 'waiting:agency': 'Waiting on an agency' };
/** A key in braces is told as it is pressed. */
const EMPTY: Readonly<Record<QueueView, string>> = {
  all: 'No open request. New ones show here by themselves.',
  new: 'Nobody is waiting for a first answer.',
  mine: 'You have no open request. Claim one with {c}.',
  review: 'Requests that a machine may have sent wait here. There are none.',
  snoozed: 'No request is asleep. Snooze one of yours with {s}.',
};
const DENSITIES = [{ code: 'roomy', name: 'Roomy', icon: 'roomy' }, { code: 'snug', name: 'Snug', icon: 'list' }, { code: 'compact', name: 'Compact', icon: 'rows' }] as const;

/** The queue, and beside it the request that is open. */
@Component({
  selector: 'desk-queue-page',
  imports: [RouterOutlet, BulkBar, SearchBox, SearchSigns, QueueRow, Icon, Mark, Told, GuideBar, NearEnd, StretchPlace, GivingBar, ShiftNotes, DueTasks],
  providers: [Chosen, QueueStore, Guide, Stretches, Giving, Search],
  templateUrl: './queue-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuePage {
  private readonly router = inject(Router);
  private readonly page = inject(DOCUMENT);
  private readonly keys = inject(Keys);
  private readonly counted = inject(Counts).value;
  private readonly saved = inject(SavedViews);
  protected readonly session = inject(Session);
  protected readonly store = inject(QueueStore);
  protected readonly chosen = inject(Chosen);
  protected readonly now = inject(Now).value;
  readonly view = input<string>();
  /** Whose requests, and which of them: what a number of the load counts. */
  readonly of = input<string>();
  readonly only = input<string>();
  /** The words of the search. */
  readonly q = input<string>();
  protected readonly search = inject(Search);
  protected readonly figure = computed(() => { const [of, only] = [this.of(), this.only()]; return of && isFigure(only) ? { of, only } : null; });
  /** What a number of the report on promises counts. */
  readonly promise = input<string>();
  private readonly counts = computed(() => keptPart(this.promise()));
  private readonly part = computed(() => rowsPath(this.figure()) ?? this.counts()?.path ?? null);
  protected readonly shownView = computed<QueueView>(() => (Object.hasOwn(TITLES, this.view() ?? '') ? (this.view() as QueueView) : 'all'));
  protected readonly title = computed(() => { const figure = this.figure(); return figure ? figureTitle(figure.only, this.store.items()[0]?.assignee?.name) : (this.counts()?.title ?? (this.q() ? this.searchTitle() : TITLES[this.shownView()])); });
  private readonly searchTitle = computed(() => this.saved.views().find(({ q, view, dead }) => !dead.length && q === this.q() && view === this.shownView())?.name ?? WAITING_TITLES[this.q() ?? ''] ?? `${TITLES[this.shownView()]}, narrowed`);
  protected readonly empty = computed(() => (this.part() ? 'There is none of these any more.' : this.q() ? 'No request fits. Take a word of the search away, or look in another view.' : EMPTY[this.shownView()]).replace(/\{(.)\}/, (_, key: string) => this.keys.shown(key)));
  protected readonly densities = DENSITIES;
  private readonly preferences = inject(Preferences);
  protected readonly density = computed(() => this.preferences.value().density);
  protected readonly slow = patience(() => this.store.loading() && !this.store.items().length);
  private readonly url = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd), map(() => this.router.url)), { initialValue: this.router.url });
  private readonly stretches = inject(Stretches);
  private readonly injector = inject(Injector);
  protected readonly groups = computed(() => stretched(this.store.groups()));
  /** Where the keys are is in the page wherever somebody scrolled to. */
  protected readonly heldStretch = computed(() => this.groups().flatMap(({ stretches }) => stretches).find(({ items }) => items.some(({ id }) => id === this.store.cursor()))?.key);
  /** Of the whole view, also of what is not loaded yet; -1 while that is not known. */
  protected readonly total = computed(() => (this.store.next() ? (this.known() ?? -1) : this.store.items().length));
  private readonly known = computed(() => (this.part() ? undefined : this.q() ? this.search.total() : this.counted()?.[this.shownView()]));
  protected readonly nearEnd = (): void => void this.store.more();
  protected readonly openId = computed(() => /^\/inquiries\/([^/?#]+)/.exec(this.url())?.[1] ?? null);
  protected readonly summary = computed(() => {
    const counts = this.counted();
    if (this.q()) return this.total() < 0 ? '' : `${this.total()} found`;
    return counts ? `${counts.all} open, ${counts.new} with nobody` : '';
  });

  constructor() {
    effect(() => {
      const view = this.shownView();
      const part = this.part();
      const q = part ? '' : (this.q() ?? '');
      untracked(() => {
        this.search.view.set(view);
        this.search.q.set(q);
        void this.store.open(view, part ?? this.search.path());
        if (q) void this.search.arrive();
      });
    });
    effect(() => this.search.counting.set(this.store.next() !== null));
    effect(() => {
      const open = this.openId();
      if (open) this.store.cursor.set(open);
    });
    const tab = inject(Title);
    effect(() => tab.setTitle(this.store.arrivals().size ? `(${this.store.arrivals().size}) ${tabTitle()}` : tabTitle()));
    tickWhenDue(() => this.store.items().map(({ dueAt }) => dueAt));
    inject(DestroyRef).onDestroy(this.addKeys());
  }

  protected setDensity(density: (typeof DENSITIES)[number]['code']): void {
    this.stretches.reset();
    void this.preferences.change({ density });
  }

  protected async claim(id: string): Promise<void> {
    if (await this.store.claim(id)) void this.open(id);
    else this.page.getElementById(`row-${id}`)?.focus();
  }

  protected claimNext(lost: string, next: QueueItem): void {
    this.store.forget(lost);
    void this.claim(next.id);
  }

  protected async showArrivals(): Promise<void> {
    await this.store.showArrivals();
    setTimeout(() => this.focusRow(this.store.cursor() ?? this.store.shown()[0]?.id ?? null));
  }

  /** A press with the mouse leaves the keys on the row, not in the box. */
  protected choose(id: string, event: MouseEvent): void {
    this.chosen.toggle(id, event.shiftKey);
    (event.target as HTMLInputElement).checked = this.chosen.has(id);
    if (!event.detail) return;
    this.store.cursor.set(id);
    this.focusRow(id);
  }

  protected isHere({ id }: QueueItem): boolean {
    return id === (this.openId() ?? this.store.cursor());
  }

  protected open(id: string): Promise<boolean> {
    return this.router.navigate(['/inquiries', id], { queryParamsHandling: 'preserve' });
  }

  private snooze(id: string): Promise<boolean> {
    this.store.snoozing.set(id);
    return this.open(id);
  }

  private focusRow(id: string | null): void {
    const row = (): HTMLElement | null => this.page.getElementById(`row-${id}`);
    if (!id) return;
    if (row()) row()?.focus();
    else afterNextRender(() => row()?.focus(), { injector: this.injector }); // its stretch was away
  }

  private addKeys(): () => void {
    const mayClaim = (): boolean => this.store.items().some(({ id, actions }) => id === this.store.cursor() && actions.includes('claim'));
    return this.keys.add(
      { key: 'j', does: 'down', also: ['next row', 'following'], press: () => this.focusRow(this.store.move(1)) },
      { key: 'k', does: 'up', also: ['row before', 'previous'], press: () => this.focusRow(this.store.move(-1)) },
      { key: 'c', does: 'claim', also: ['take', 'mine now', 'assign to me'], press: () => void this.claim(this.store.cursor() ?? ''), when: mayClaim },
      { key: 'x', does: 'choose', also: ['select', 'tick', 'mark'], press: (event) => this.chosen.toggle(this.store.cursor() ?? '', event?.shiftKey), when: () => this.store.cursor() !== null },
      { key: 's', does: 'snooze', also: ['later', 'put to sleep', 'remind me'], press: () => void this.snooze(this.store.cursor() ?? ''), when: () => this.store.items().some(({ id, status, actions }) => id === this.store.cursor() && status === 'claimed' && actions.includes('open')) },
    );
  }
}
