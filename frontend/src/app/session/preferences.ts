import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api';
import { type Problem, problemOf } from '../api/problem';
import type { WorkPreferences } from '../api/types';
import type { KeyMap } from '../ui/key-map';
import { Keys } from '../ui/keys';
import { Session } from './session';

const AT_FIRST: WorkPreferences = { keysOn: true, keys: [], density: 'snug', pace: 1 };

/** How the person who is signed in likes to work: theirs on every device, and nobody else's on this one. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly api = inject(Api);
  private readonly keys = inject(Keys);
  readonly value = signal(AT_FIRST);
  /** Why the last change was not kept. It holds here nevertheless, until the page is loaded again. */
  readonly problem = signal<Problem | null>(null);

  constructor() {
    const session = inject(Session);
    effect(() => {
      const me = session.me()?.id;
      untracked(() => void this.load(me));
    });
  }

  /** Holds here at once, and is kept for the next time. */
  async change(part: Partial<WorkPreferences>): Promise<void> {
    this.hold({ ...this.value(), ...part });
    try {
      await this.api.put('/me/preferences', this.value());
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  choose(map: KeyMap): Promise<void> {
    return this.change({ keys: [...map].map(([of, press]) => ({ of, press })) });
  }

  private async load(me: string | undefined): Promise<void> {
    this.hold(AT_FIRST);
    if (me) await this.api.get<WorkPreferences>('/me/preferences').then((kept) => this.hold(kept), () => undefined); // the desk works without them
  }

  private hold(value: WorkPreferences): void {
    this.value.set(value);
    this.keys.on.set(value.keysOn);
    this.keys.chosen.set(new Map(value.keys.map(({ of, press }) => [of, press])));
  }
}
