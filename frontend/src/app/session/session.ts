import { Injectable, computed, inject, signal } from '@angular/core';
import { Subject, firstValueFrom } from 'rxjs';
import { Api } from '../api/api';
import { problemOf } from '../api/problem';
import type { DemoAccountView, DeskView, MeView } from '../api/types';
import { setDeskZone } from '../ui/zone';

/** Only that it is locked: a reload and other tabs stay blank. */
const LOCKED = 'desk.locked';

/** Who is signed in. `undefined` until asked, `null` for nobody. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly reopened = new Subject<void>();
  readonly me = signal<MeView | null | undefined>(undefined);
  /** The server forgot us while we worked: sign in on top, nothing is lost. */
  readonly ended = signal(false);
  /** The screen is blank; who comes back says the password. */
  readonly locked = signal(localStorage.getItem(LOCKED) !== null);
  readonly supervises = computed(() => this.me()?.roles.includes('SUP') ?? false);
  readonly acts = computed(() => new Set(this.me()?.acts));

  constructor() {
    addEventListener('storage', ({ key, newValue }) => {
      if (key === LOCKED) this.locked.set(newValue !== null);
    });
  }

  may(act: string): boolean {
    return this.acts().has(act);
  }

  /** Asks once who is signed in. */
  async load(): Promise<MeView | null> {
    const known = this.me();
    if (known !== undefined) return known;
    try {
      this.enter(await this.api.get<MeView>('/me'));
    } catch (error) {
      if (problemOf(error).status !== 401) throw error;
      this.me.set(null);
    }
    return this.me() ?? null;
  }

  async signIn(email: string, password: string): Promise<void> {
    this.enter(await this.api.post<MeView>('/auth/login', { email, password }));
    this.ended.set(false);
    this.unlock();
    this.reopened.next();
  }

  private enter(me: MeView): void {
    this.me.set(me);
    void this.api.get<DeskView>('/desk').then(({ zone }) => setDeskZone(zone), () => undefined); // times are the browser's until then
  }

  async signOut(): Promise<void> {
    await this.api.post('/auth/logout').catch(() => undefined);
    this.me.set(null);
    this.ended.set(false);
    this.unlock();
  }

  lock(): void {
    localStorage.setItem(LOCKED, '');
    this.locked.set(true);
  }

  private unlock(): void {
    localStorage.removeItem(LOCKED);
    this.locked.set(false);
  }

  demoAccounts(): Promise<DemoAccountView[]> {
    return this.api.get<DemoAccountView[]>('/auth/demo-accounts').catch(() => []);
  }

  /** Resolves when somebody has signed in on top of the page. */
  untilReopened(): Promise<void> {
    this.ended.set(true);
    return firstValueFrom(this.reopened);
  }
}
