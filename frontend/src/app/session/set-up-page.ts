import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Location } from '@angular/common';
import { Router } from '@angular/router';
import { Api } from '../api/api';
import { faultOf, problemOf, type Problem } from '../api/problem';
import type { OneTimeLinkView } from '../api/types';
import { Mark } from '../ui/mark';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { Session } from './session';

type Purpose = OneTimeLinkView['purpose'];
const HEADINGS: Readonly<Record<Purpose, string>> = { 'first-administrator': 'The first administrator', invitation: 'Your account', reset: 'Another password' };
const ACTIONS: Readonly<Record<Purpose, string>> = { 'first-administrator': 'Make the account', invitation: 'Save and sign in', reset: 'Save and sign in' };

/** Where one-time links lead: the first administrator of a new desk, an invitation, another password. */
@Component({
  selector: 'desk-set-up-page',
  imports: [Mark, Told],
  templateUrl: './set-up-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** Behind the hash, so that it reaches no server's log; it leaves the address at once, so that no history keeps it. */
  private readonly secret = globalThis.location.hash.slice(1);
  protected readonly link = signal<OneTimeLinkView | null>(null);
  protected readonly state = signal<'asking' | 'open' | 'gone' | 'cut' | 'failed'>(this.secret ? 'asking' : 'cut');
  protected readonly slow = patience(() => this.state() === 'asking');
  protected readonly heading = computed(() => HEADINGS[this.link()?.purpose ?? 'invitation']);
  protected readonly action = computed(() => ACTIONS[this.link()?.purpose ?? 'invitation']);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly faultOf = faultOf;

  constructor() {
    inject(Location).replaceState('/set-up');
    if (this.secret) void this.ask();
  }

  /** What the link is for. Somebody else may be signed in here: their session is asked first, so that this is sent with its token. */
  protected async ask(): Promise<void> {
    this.state.set('asking');
    this.problem.set(null);
    try {
      await this.session.load();
      this.link.set(await this.api.post<OneTimeLinkView>('/auth/link', { secret: this.secret }));
      this.state.set('open');
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      this.state.set([404, 422].includes(problem.status) ? 'gone' : 'failed');
    }
  }

  protected async send(event: Event, name: string, email: string, password: string): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.use(name.trim(), email.trim(), password);
      await this.session.signIn(email.trim(), password).catch(() => this.session.signOut()); // the password is set: they can sign in by hand
      await this.router.navigateByUrl(this.link()?.purpose === 'first-administrator' ? '/settings' : '/', { replaceUrl: true });
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 404) this.state.set('gone');
    } finally {
      this.busy.set(false);
    }
  }

  private use(name: string, email: string, password: string): Promise<unknown> {
    const { secret } = this;
    if (this.link()?.purpose === 'first-administrator') return this.api.post('/auth/set-up', { secret, name, email, password });
    return this.api.post('/auth/link/use', { secret, name: this.link()?.purpose === 'invitation' ? name : null, password });
  }
}
