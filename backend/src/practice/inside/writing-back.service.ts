import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonOutcomes } from '../../follow-up/index.js';
import { LaterWords } from '../../matching/index.js';
import { Answering } from '../../partners/index.js';
import { agencyOf, Db, Dispatcher, Jobs, personOf, SYSTEM, type StoredEvent, type Tx } from '../../platform/index.js';
import { Options } from '../../referrals/index.js';
import { reactionTo, type Reaction } from '../domain/writes-back.js';

const JOB = 'practice.writes-back';
const HEARD = ['follow-up.tried', 'options.offered', 'referral.made'] as const;
/** Nobody answers in the same second. */
const THINKING = 3_000;

interface Reacting {
  inquiryId: string;
  reaction: Reaction;
}

/** The request's language, if somebody who practises has it: what the stories tell of invented colleagues stays as it was told. */
const PRACTISED = 'select i.language from intake.inquiry i join people.account a on a.id = i.assignee where i.id = $1 and not a.demo';
const UNCHOSEN = `
select o.id from referrals.option o where o.need_id = $1 and o.decision = 'undecided'
and not exists (select from referrals.option c where c.need_id = o.need_id and c.decision = 'chosen') order by o.rank limit 1`;

/** What became of a way: the person says whether it helped, the agency whether they take them. */
@Injectable()
export class Said {
  constructor(
    private readonly db: Db,
    private readonly laterWords: LaterWords,
    private readonly outcomes: PersonOutcomes,
    private readonly answering: Answering,
  ) {}

  async say(inquiryId: string, reaction: Extract<Reaction, { does: 'tells' | 'agency' }>): Promise<void> {
    if (reaction.does === 'agency') return this.byAgency(reaction);
    const helped = reaction.helped ? 'yes' : 'no';
    await this.outcomes.say(personOf(inquiryId), reaction.referralId, { tried: 'yes', reached: 'yes', served: helped, solved: helped });
    await this.laterWords.add(personOf(inquiryId), inquiryId, reaction.words);
  }

  private async byAgency({ agencyId, referralId, accepts, note }: Extract<Reaction, { does: 'agency' }>): Promise<void> {
    const [asked] = await this.db.statement<{ id: string }>(SYSTEM, 'select id from partner.disclosure where referral_id = $1', [referralId]);
    if (asked) await this.answering.answer(agencyOf(agencyId), asked.id, { stage: 'first', kind: accepts ? 'accepted' : 'declined', by: 'Practice', note, ...(!accepts && { reason: 'no-room' }) });
  }
}

/** Invented people and agencies answer, in practice alone: through the use cases that real ones have, so that they can do nothing that real ones could not. */
@Injectable()
export class WritingBack implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly dispatcher: Dispatcher,
    private readonly jobs: Jobs,
    private readonly laterWords: LaterWords,
    private readonly options: Options,
    private readonly said: Said,
  ) {}

  onModuleInit(): void {
    for (const type of HEARD) this.dispatcher.on(type, (tx, event) => this.heard(tx, event));
    this.jobs.register<Reacting>({ name: JOB, retries: 3, together: 5, work: (data) => this.react(data) });
  }

  private async heard(tx: Tx, event: StoredEvent): Promise<void> {
    const [practised] = await tx.query<{ language: string }>(PRACTISED, [event.subject]);
    const reaction = practised && reactionTo(event, practised.language);
    if (reaction) await this.jobs.send(tx, JOB, { inquiryId: event.subject, reaction }, { key: event.id });
  }

  private async react({ inquiryId, reaction }: Reacting): Promise<void> {
    await pause(THINKING, undefined, { ref: false });
    if (reaction.does === 'writes') await this.laterWords.add(personOf(inquiryId), inquiryId, reaction.words);
    else if (reaction.does === 'chooses') await this.choose(inquiryId, reaction);
    else await this.said.say(inquiryId, reaction);
  }

  private async choose(inquiryId: string, { needId, why }: Extract<Reaction, { does: 'chooses' }>): Promise<void> {
    const [option] = await this.db.statement<{ id: string }>(SYSTEM, UNCHOSEN, [needId]);
    if (option) await this.options.decide(personOf(inquiryId), option.id, { decision: 'chosen', why });
  }
}
