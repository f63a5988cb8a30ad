import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { Inquiries, Intake, Notes, Queue, SubmitInquiry } from '../../intake/index.js';
import { Matching } from '../../matching/index.js';
import { Accounts } from '../../people/index.js';
import { Clock, PUBLIC, uuidv7, type Actor } from '../../platform/index.js';
import { Cards, Options } from '../../referrals/index.js';
import { PLOTS, type Plot } from './plots.js';
import { ROAD_PLOTS } from './road-plots.js';
import { RoadTeller } from './road.js';

/** What a specialist did after claiming. */
@Injectable()
export class Aftermath {
  constructor(
    private readonly inquiries: Inquiries,
    private readonly notes: Notes,
    private readonly matching: Matching,
    private readonly options: Options,
    private readonly cards: Cards,
    private readonly road: RoadTeller,
  ) {}

  async tell(actor: Actor, inquiryId: string, { note, offered, road }: Plot): Promise<void> {
    if (note) await this.notes.write(actor, inquiryId, { id: uuidv7(), text: note, audience: 'desk' });
    const chosen = offered ? await this.offer(actor, inquiryId, offered) : [];
    if (road && chosen[0]) await this.road.tell(actor, inquiryId, chosen[0], road);
  }

  private async offer(actor: Actor, inquiryId: string, { said, card }: NonNullable<Plot['offered']>): Promise<string[]> {
    const { needs } = await this.inquiries.view(actor, inquiryId);
    const { results } = await this.matching.find(actor, inquiryId, {});
    const options = await this.options.offer(actor, inquiryId, { needId: needs[0]?.id ?? '', serviceIds: results.slice(0, said.length).map(({ serviceId }) => serviceId) });
    for (const [index, answer] of said.entries()) if (answer) await this.options.decide(actor, options[index]?.id ?? '', answer);
    const chosen = options.filter((_, index) => said[index]?.decision === 'chosen').map(({ id }) => id);
    if (card) await this.cards.make(actor, inquiryId, { optionIds: chosen, how: card });
    return chosen;
  }
}

/** Tells the demo's stories through the same use cases that people use: an impossible state cannot be seeded. */
@Injectable()
export class Stories {
  constructor(
    private readonly intake: Intake,
    private readonly queue: Queue,
    private readonly told: Aftermath,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async tell(): Promise<void> {
    const staff = new Map((await this.accounts.actors()).map((actor) => [actor.name, actor]));
    for (const [index, plot] of [...PLOTS, ...ROAD_PLOTS].entries()) await this.one(plot, index, staff);
  }

  private async one(plot: Plot, index: number, staff: ReadonlyMap<string | null, Actor>): Promise<void> {
    const { minutesAgo, inquiry, claimedBy } = plot;
    const at = new Date(this.clock.now().getTime() - minutesAgo * 60_000);
    const body = plainToInstance(SubmitInquiry, { language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' }, ...inquiry }, { exposeDefaultValues: true });
    const { inquiryId, repeated } = await this.clock.during(at, () => this.intake.submit(PUBLIC, { key: `demo-story-${String(index).padStart(6, '0')}` }, body));
    const actor = claimedBy ? staff.get(claimedBy) : undefined;
    if (!actor || repeated) return;
    await this.queue.claim(actor, inquiryId);
    await this.told.tell(actor, inquiryId, plot);
  }
}
