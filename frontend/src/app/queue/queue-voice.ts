import { inject } from '@angular/core';
import { Preferences } from '../session/preferences';
import { Announcer } from '../ui/announcer';

/** What is urgent is told at once; of the rest, so many minutes apart as somebody likes. */
const MINUTE = 60_000;

/** What the queue says aloud of what happens in it. Made where something may be injected. */
export class QueueVoice {
  private readonly announcer = inject(Announcer);
  private readonly preferences = inject(Preferences);
  private digest: ReturnType<typeof setTimeout> | undefined;

  arrived(priority: unknown, waiting: () => number): void {
    if (priority === 0) return this.announcer.sayNow('A new request is marked Now.');
    const pace = this.preferences.value().pace;
    if (pace) this.digest ??= setTimeout(() => {
      this.digest = undefined;
      this.announcer.say(`${waiting()} new requests wait above the list.`);
    }, pace * MINUTE);
  }

  woke(unsafe: boolean): void {
    if (unsafe) this.announcer.sayNow('A snoozed request of yours woke: somebody may not be safe.');
    else this.announcer.say('A snoozed request of yours woke.');
  }
}
