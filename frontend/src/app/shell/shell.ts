import { ChangeDetectionStrategy, Component, DestroyRef, Injector, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { Counts } from '../api/counts';
import { Live } from '../api/live';
import { practising } from '../api/practice-place';
import { SavedViews } from '../api/saved-views';
import { Duty } from '../session/duty';
import { LockScreen } from '../session/lock-screen';
import { MyTasks } from '../session/my-tasks';
import { Session } from '../session/session';
import { SignInForm } from '../session/sign-in-form';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { Keys, roomFirst, type Shortcut } from '../ui/keys';
import { Mark } from '../ui/mark';
import { Online } from '../ui/online';
import { Person } from '../ui/person';
import { Sheet } from '../ui/sheet';
import { clock } from '../ui/time';
import { CoachingBar } from './coaching-bar';
import { SavedLinks } from './saved-links';
import { DutyToggle } from './duty-toggle';
import { CrisisBar } from './crisis-bar';
import { GivenBar } from './given-bar';
import { KeySheet } from './key-sheet';
import { Palette } from './palette';
import type { Entry } from './palette-entries';
import { PLACES, type Place } from './places';
import { PracticeBar } from './practice-bar';
import { PracticeOffer } from './practice-offer';
import { practiceWays } from './practice-ways';
import { Tour } from './tour/tour';
import { TourBar } from './tour/tour-bar';

/** Rail, room, state line. Holds the live regions, the lock and the sign-in that lies on top when a session ended. */
@Component({
  selector: 'desk-shell',
  imports: [RouterOutlet, DutyToggle, CoachingBar, CrisisBar, TourBar, PracticeBar, PracticeOffer, SavedLinks, GivenBar, RouterLink, Icon, Mark, Person, Sheet, KeyCap, KeySheet, LockScreen, Palette, SignInForm],
  templateUrl: './shell.html',
  host: { '(document:keydown)': 'heldKey($event)', },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly live = inject(Live);
  protected readonly keys = inject(Keys);
  protected readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  protected readonly counts = this.session.may('queue.read') ? inject(Counts).value : signal(undefined);
  protected readonly saved = this.session.may('queue.read') ? inject(SavedViews).value : signal(undefined);
  private readonly tasks = this.session.may('task.work') ? inject(MyTasks).due : signal([]);
  private readonly connection = inject(Online);
  protected readonly online = this.connection.value;
  protected readonly lostAt = computed(() => clock(this.connection.lostAt() ?? new Date()));
  protected readonly practising = practising();
  protected readonly sheetOpen = signal(false);
  protected readonly menuOpen = signal(false);
  protected readonly paletteOpen = signal(false);
  protected readonly entries = computed<readonly Entry[]>(() => [...roomFirst(this.keys.working()).map(entryOf), ...this.ways()]);
  protected readonly asOf = computed(() => clock(this.live.asOf()));
  protected readonly places = computed(() => PLACES.filter(({ act }) => this.session.may(act)));
  private readonly url = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd), map(() => this.router.url)), { initialValue: this.router.url });
  protected readonly here = computed(() => {
    const url = this.router.parseUrl(this.url());
    return { path: `/${url.root.children['primary']?.segments[0]?.path ?? ''}`, view: url.queryParams['of'] || url.queryParams['promise'] ? 'of a colleague' : ((url.queryParams['view'] as string | undefined) ?? 'all'), q: (url.queryParams['q'] as string | undefined) ?? '' };
  });
  /** Keys named in the state line: the most used of those that work now. */
  protected readonly hints = computed<readonly Shortcut[]>(() => this.keys.working().filter(({ key }) => 'jkcgzfxn'.includes(key)));

  constructor() {
    const remove = this.keys.add(
      { key: '?', does: 'show all keys', also: ['help', 'shortcuts', 'sheet'], press: () => this.sheetOpen.set(true) },
      ...(this.session.may('inquiry.take-down') ? [{ key: 'i', does: 'new request', also: ['write down', 'intake', 'phone call', 'walk-in', 'letter'], press: () => void this.router.navigateByUrl('/new-request') } satisfies Shortcut] : []),
      ...this.places().map((place): Shortcut => ({ key: `g ${place.go}`, does: `go to ${place.name}`, also: ['open', ...place.also], press: () => this.go(place) })),
    );
    if (this.session.may('queue.read')) this.live.start();
    inject(DestroyRef).onDestroy(() => { remove(); this.live.stop(); });
    let room = this.here().path;
    effect(() => {
      const { path } = this.here();
      if (path !== room) setTimeout(() => document.querySelector<HTMLElement>('main h1')?.focus());
      room = path;
    });
    let lost = false;
    effect(() => {
      const online = this.online();
      if (online && lost) this.announcer.say('The connection is back.');
      else if (!online) this.announcer.sayNow('No connection. What you type is kept on this screen.');
      lost = !online;
    });
    effect(() => { if (this.session.me() === null) void this.router.navigateByUrl('/sign-in'); });
  }

  protected isHere({ path, view = 'all', q = '' }: Place): boolean {
    return this.here().path === path && (path !== '/inquiries' || (this.here().view === view && this.here().q === q));
  }

  protected count({ view, waits, tasks }: Place): number | undefined {
    if (tasks) return this.tasks().length;
    return waits ? this.saved()?.waiting[waits] : view && this.counts()?.[view];
  }

  protected asked({ view, q }: Pick<Place, 'view' | 'q'>): Record<string, string> {
    return { ...(view && view !== 'all' && { view }), ...(q && { q }) };
  }

  /** Held with Ctrl or ⌘: lock, and the palette. */
  protected heldKey(event: KeyboardEvent): void {
    const act = this.held[heldWith(event)];
    if (!act) return;
    event.preventDefault();
    act();
  }

  protected toMain(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('main h1')?.focus();
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
  }

  private readonly held: Readonly<Record<string, () => void>> = {
    'shift l': () => this.session.lock(),
    k: () => { if (!this.session.locked() && !document.querySelector('dialog[open]')) setTimeout(() => this.paletteOpen.set(true)); }, // after one that is just closing
  };

  private go(place: Place): void {
    void this.router.navigate([place.path], { queryParams: this.asked(place) });
  }

  private dutyWays(): Entry[] {
    if (!this.session.may('queue.change')) return [];
    return [
      { name: 'Say that I am on duty', also: ['start', 'here', 'shift'], does: () => void this.injector.get(Duty).say('on') },
      { name: 'Take a break', also: ['away', 'pause', 'lunch'], does: () => void this.injector.get(Duty).say('away') },
      { name: 'Say that I am off duty', also: ['done', 'home', 'stop'], does: () => void this.injector.get(Duty).say('off') },
    ];
  }

  /** What has no key of one letter. */
  private ways(): Entry[] {
    return [
      { name: 'Lock the screen', also: ['away', 'hide', 'blank'], does: () => this.session.lock() },
      { name: 'Sign out', also: ['leave', 'log out', 'end'], does: () => void this.signOut() },
      ...(this.session.may('follow-up.read') ? [{ name: 'My calendar', also: ['subscribe', 'address', 'follow-ups'], does: () => void this.router.navigateByUrl('/calendar') }] : []),
      ...(this.session.may('promise.read') ? [{ name: 'Promises kept', also: ['report', 'missed', 'first contact'], does: () => void this.router.navigateByUrl('/promises') }] : []),
      ...practiceWays(this.session, this.router, () => this.injector.get(Tour)),
      ...this.dutyWays(),
    ];
  }
}

/** "shift l" for Ctrl Shift L and ⌘ Shift L; empty when neither Ctrl nor ⌘ is held. */
const heldWith = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): string => ((ctrlKey || metaKey) && !altKey ? `${shiftKey ? 'shift ' : ''}${key.toLowerCase()}` : '');

const entryOf = ({ key, does, also, press }: Shortcut): Entry => ({ name: does.charAt(0).toUpperCase() + does.slice(1), also, key, does: press });
