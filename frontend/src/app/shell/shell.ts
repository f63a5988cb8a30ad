import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { Counts } from '../api/counts';
import { Live } from '../api/live';
import { LockScreen } from '../session/lock-screen';
import { Session } from '../session/session';
import { SignInForm } from '../session/sign-in-form';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Keys, type Shortcut } from '../ui/keys';
import { Mark } from '../ui/mark';
import { Person } from '../ui/person';
import { Sheet } from '../ui/sheet';
import { clock } from '../ui/time';
import { KeySheet } from './key-sheet';
import { PLACES, type Place } from './places';

/** Rail, room, state line. Holds the live regions, the lock and the sign-in that lies on top when a session ended. */
@Component({
  selector: 'desk-shell',
  imports: [RouterOutlet, RouterLink, Icon, Mark, Person, Sheet, KeySheet, LockScreen, SignInForm],
  templateUrl: './shell.html',
  host: { '(document:keydown)': 'lockKey($event)', '(window:online)': 'online.set(true)', '(window:offline)': 'online.set(false)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly live = inject(Live);
  protected readonly keys = inject(Keys);
  protected readonly announcer = inject(Announcer);
  protected readonly counts = this.session.may('queue.read') ? inject(Counts).value : signal(undefined);
  protected readonly online = signal(navigator.onLine);
  protected readonly sheetOpen = signal(false);
  protected readonly menuOpen = signal(false);
  protected readonly asOf = computed(() => clock(this.live.asOf()));
  protected readonly places = computed(() => PLACES.filter(({ act }) => this.session.may(act)));
  private readonly url = toSignal(this.router.events.pipe(filter((event) => event instanceof NavigationEnd), map(() => this.router.url)), { initialValue: this.router.url });
  protected readonly here = computed(() => {
    const url = this.router.parseUrl(this.url());
    return { path: `/${url.root.children['primary']?.segments[0]?.path ?? ''}`, view: (url.queryParams['view'] as string | undefined) ?? 'all' };
  });
  /** Keys named in the state line: the most used of those that work now. */
  protected readonly hints = computed<readonly Shortcut[]>(() => this.keys.working().filter(({ key }) => 'jkcgzfxn'.includes(key)));

  constructor() {
    const remove = this.keys.add({ key: '?', does: 'Show this sheet', press: () => this.sheetOpen.set(true) });
    if (this.session.may('queue.read')) this.live.start();
    inject(DestroyRef).onDestroy(() => { remove(); this.live.stop(); });
    let room = this.here().path;
    effect(() => {
      const { path } = this.here();
      if (path !== room) setTimeout(() => document.querySelector<HTMLElement>('main h1')?.focus());
      room = path;
    });
    effect(() => { if (this.session.me() === null) void this.router.navigateByUrl('/sign-in'); });
  }

  protected isHere({ path, view }: Place): boolean {
    return this.here().path === path && (!view || this.here().view === view);
  }

  protected count({ view }: Place): number | undefined {
    return view && this.counts()?.[view];
  }

  protected lockKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'l') return;
    event.preventDefault();
    this.session.lock();
  }

  protected toMain(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('main h1')?.focus();
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
  }
}
