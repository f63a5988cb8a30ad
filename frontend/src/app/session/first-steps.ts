import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api';
import type { FirstStepsView } from '../api/types';
import { Session } from './session';

const KNOWN: FirstStepsView = { practice: true, tour: true };

/** What somebody was offered once: theirs on every device. Nothing is offered until it is known. */
@Injectable({ providedIn: 'root' })
export class FirstSteps {
  private readonly api = inject(Api);
  readonly value = signal(KNOWN);

  constructor() {
    const session = inject(Session);
    effect(() => {
      const me = session.me()?.id;
      untracked(() => {
        this.value.set(KNOWN);
        if (me) void this.api.get<FirstStepsView>('/me/first-steps').then((view) => this.value.set(view), () => undefined); // the desk works without it
      });
    });
  }

  async know(known: 'practice' | 'tour'): Promise<void> {
    this.value.update((value) => ({ ...value, [known]: true }));
    await this.api.post('/me/first-steps', { known }).catch(() => undefined); // it is offered once more
  }
}
