import { Injectable } from '@nestjs/common';
import { auditBody } from '../../audit/index.js';
import { can } from '../../people/index.js';
import { Db, invalid, Sealer, type Actor } from '../../platform/index.js';
import type { Channel } from '../domain/codes.js';
import { e164 } from '../domain/contact.js';
import { mayHint, topicsSaid } from '../domain/taking-down.js';
import { flagsOf } from '../domain/triage.js';
import { Intake } from '../intake.service.js';
import type { SubmitInquiry } from '../submit-inquiry.dto.js';
import type { AlikeView, FindAlike, TakeDownInquiry, TakenDownView } from './taking-down.dto.js';
import { ALIKE } from './taking-down.sql.js';

interface Indexes {
  phone: Buffer | null;
  email: Buffer | null;
}
const NO_INDEX: Indexes = { phone: null, email: null };

/** Calls, visits and letters as requests: the public door's own rules and statement, with who wrote it down. */
@Injectable()
export class TakingDownDesk {
  constructor(
    private readonly intake: Intake,
    private readonly db: Db,
    private readonly sealer: Sealer,
  ) {}

  /** Throws 422 with the fields' names, also when neither words nor a need were written. */
  async takeDown(actor: Actor, key: string | undefined, { cameBy, claim, consent, ...said }: TakeDownInquiry): Promise<TakenDownView> {
    const { how, ...agreement } = consent;
    const inquiry: SubmitInquiry = { ...said, topics: topicsSaid(said.topics, said.words), consent: agreement };
    if (!inquiry.topics.length) throw invalid([{ field: 'words', code: 'words.missing', detail: 'Write what they said, or choose at least one need' }]);
    const taken = { cameBy, askedHow: how, claim: claim && mayHave(actor, inquiry) };
    const { inquiryId, reference, code, receivedAt, assignee } = await this.intake.submit(actor, { key: key ?? '', taken }, inquiry);
    return { id: inquiryId, reference, code, receivedAt, claimed: assignee === actor.id };
  }

  /** Requests with the same number or address, newest first; nothing where violence was named, and none about it. Each look is in the audit. */
  async alike(actor: Actor, { channel, phone, email, topics }: FindAlike): Promise<AlikeView[]> {
    const by = mayHint(topics, channel) ? this.indexes(channel, phone, email) : NO_INDEX;
    if (!by.phone && !by.email) return [];
    const audit = auditBody(actor, { act: 'inquiry.take-down', object: 'inquiry', objectId: null, fields: [by.phone ? 'phone' : 'email'] });
    return this.db.statement<AlikeView>(actor, ALIKE, [by.phone, by.email, actor.restricted, audit]);
  }

  /** Of a whole number or an address; half a number has none. */
  private indexes(channel: Channel, phone = '', email = ''): Indexes {
    if (channel === 'email') return { phone: null, email: email ? this.sealer.blind('email', email.toLowerCase()) : null };
    const number = e164(phone);
    return { phone: number ? this.sealer.blind('phone', number) : null, email: null };
  }
}


/** What only some may open goes to the queue when its writer is not one of them. */
function mayHave(actor: Actor, inquiry: SubmitInquiry): boolean {
  const { minor, sud, dv } = flagsOf({ ...inquiry, ageBand: inquiry.facts.age.value });
  return can(actor, 'inquiry.claim', { restricted: minor || sud || dv });
}
