import { Injectable, inject, signal } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import type { InquiryView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { Keys } from '../../ui/keys';
import { Guide, UNDO_MS } from '../guide';
import type { GivenTo } from './give-form';

/** A request goes to a colleague, and comes back by one press while they have not seen it. */
@Injectable()
export class Giving {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly keys = inject(Keys);
  private readonly guide = inject(Guide, { optional: true });
  readonly act = new Act();
  /** What was given last and can be taken back. */
  readonly last = signal<{ id: string; reference: string; name: string } | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  give({ id, reference, version }: Pick<InquiryView, 'id' | 'reference' | 'version'>, { to, name, reason }: GivenTo): Promise<boolean> {
    return this.act.run(async () => {
      await this.api.post(`/inquiries/${id}/assign`, { to, reason }, { version });
      this.guide?.moved();
      clearTimeout(this.timer);
      this.last.set({ id, reference, name });
      this.timer = setTimeout(() => this.last.set(null), UNDO_MS);
      this.announcer.say(`Given to ${name}. ${this.keys.shown('z')} takes it back for ten seconds.`);
    });
  }

  /** Answers the request that came back. */
  async undo(): Promise<string | null> {
    const last = this.last();
    this.last.set(null);
    if (!last) return null;
    const done = await this.act.run(() => this.api.post(`/inquiries/${last.id}/assign/undo`));
    this.announcer.say(done ? 'Taken back. It is as it was before.' : (this.act.problem()?.title ?? ''));
    return done ? last.id : null;
  }
}
