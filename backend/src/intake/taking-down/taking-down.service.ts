import { Injectable } from '@nestjs/common';
import { auditBody } from '../../audit/index.js';
import { can } from '../../people/index.js';
import { Db, invalid, Sealer, type Actor } from '../../platform/index.js';
import { e164 } from '../domain/contact.js';
import { mayHint, topicsSaid } from '../domain/taking-down.js';
import { flagsOf } from '../domain/triage.js';
import { Intake } from '../intake.service.js';
import type { SubmitInquiry } from '../submit-inquiry.dto.js';
import type { AlikeView, FindAlike, TakeDownInquiry, TakenDownView } from './taking-down.dto.js';
import { ALIKE } from './taking-down.sql.js';

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
    const number = channel === 'phone' || channel === 'text' ? e164(phone ?? '') : undefined;
    const address = channel === 'email' ? email?.toLowerCase() : undefined;
    if (!mayHint(topics, channel) || !(number ?? address)) return [];
    const audit = auditBody(actor, { act: 'inquiry.take-down', object: 'inquiry', objectId: null, fields: [number ? 'phone' : 'email'] });
    return this.db.statement<AlikeView>(actor, ALIKE, [number ? this.sealer.blind('phone', number) : null, address ? this.sealer.blind('email', address) : null, actor.restricted, audit]);
  }
}

/** What only some may open goes to the queue when its writer is not one of them. */
function mayHave(actor: Actor, inquiry: SubmitInquiry): boolean {
  const { minor, sud, dv } = flagsOf({ ...inquiry, ageBand: inquiry.facts.age.value });
  return can(actor, 'inquiry.claim', { restricted: minor || sud || dv });
}
