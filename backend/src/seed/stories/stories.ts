import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { Intake, Notes, Queue, SubmitInquiry } from '../../intake/index.js';
import { Accounts } from '../../people/index.js';
import { Clock, PUBLIC, uuidv7, type Actor } from '../../platform/index.js';
import { PLOTS, type Plot } from './plots.js';

/** Tells the demo's stories through the same use cases that people use: an impossible state cannot be seeded. */
@Injectable()
export class Stories {
  constructor(
    private readonly intake: Intake,
    private readonly queue: Queue,
    private readonly notes: Notes,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async tell(): Promise<void> {
    const staff = new Map((await this.accounts.actors()).map((actor) => [actor.name, actor]));
    for (const [index, plot] of PLOTS.entries()) await this.one(plot, index, staff);
  }

  private async one({ minutesAgo, inquiry, claimedBy, note }: Plot, index: number, staff: ReadonlyMap<string | null, Actor>): Promise<void> {
    const at = new Date(this.clock.now().getTime() - minutesAgo * 60_000);
    const body = plainToInstance(SubmitInquiry, { language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' }, ...inquiry }, { exposeDefaultValues: true });
    const { inquiryId, repeated } = await this.clock.during(at, () => this.intake.submit(PUBLIC, { key: `demo-story-${String(index).padStart(6, '0')}` }, body));
    const actor = claimedBy ? staff.get(claimedBy) : undefined;
    if (!actor || repeated) return;
    await this.queue.claim(actor, inquiryId);
    if (note) await this.notes.write(actor, inquiryId, { id: uuidv7(), text: note, audience: 'desk' });
  }
}
