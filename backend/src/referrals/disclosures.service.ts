import { Injectable } from '@nestjs/common';
import { Sealer, sha256, uuidv7, type Tx } from '../platform/index.js';
import type { SharedField } from './domain/disclosable.js';
import type { SharedFacts } from './shared-facts.dto.js';

/** What is shared, with whom, because of which consent. */
export interface NewDisclosure {
  referralId: string;
  agencyId: string;
  consentId: string;
  reference: string;
  fields: readonly SharedField[];
  facts: SharedFacts;
  restricted: boolean;
  answerBy: Date;
}

const REPLY = { table: 'partner.reply', column: 'body' };
const at = (row: string) => ({ table: 'partner.disclosure', column: 'body', row });
const INSERT = `
insert into partner.disclosure (id, agency_id, referral_id, consent_id, reference, fields, restricted, data_key, body, answer_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Fingerprint of facts as they are shown: 64 hexadecimal digits. Two previews are the same when it is. */
export const fingerprint = (facts: SharedFacts): string => sha256(JSON.stringify(facts)).toString('hex');

/** Snapshots of what was agreed, each under a key of its own: withdrawn with the consent, gone when its key is destroyed. */
@Injectable()
export class Disclosures {
  constructor(private readonly sealer: Sealer) {}

  async make(tx: Tx, { referralId, agencyId, consentId, reference, fields, facts, restricted, answerBy }: NewDisclosure): Promise<string> {
    const id = uuidv7();
    const { secret, wrapped } = this.sealer.newKey(id);
    await tx.query(INSERT, [id, agencyId, referralId, consentId, reference, fields, restricted, wrapped, this.sealer.seal(secret, facts, at(id)), answerBy]);
    return id;
  }

  /** Throws when it was erased or moved. */
  open({ id, dataKey, body }: { id: string; dataKey: Buffer; body: Buffer }): SharedFacts {
    return this.sealer.open<SharedFacts>(this.sealer.openKey(dataKey, id), body, at(id));
  }

  /** The words that came with an answer, sealed under the disclosure's key. */
  sealAnswer({ id, dataKey }: { id: string; dataKey: Buffer }, answerId: string, words: AnswerWords): Buffer {
    return this.sealer.seal(this.sealer.openKey(dataKey, id), words, { table: 'partner.answer', column: 'body', row: answerId });
  }

  openAnswer({ id, dataKey }: { id: string; dataKey: Buffer }, answerId: string, body: Buffer): AnswerWords {
    return this.sealer.open<AnswerWords>(this.sealer.openKey(dataKey, id), body, { table: 'partner.answer', column: 'body', row: answerId });
  }

  /** What the person lets the agency know that asked, sealed as its answers are. */
  sealReply({ id, dataKey }: { id: string; dataKey: Buffer }, replyId: string, text: string): Buffer {
    return this.sealer.seal(this.sealer.openKey(dataKey, id), text, { ...REPLY, row: replyId });
  }

  /** null: they would rather not say. */
  openReply({ id, dataKey }: { id: string; dataKey: Buffer }, replyId: string, body: Buffer | null): string | null {
    return body && this.sealer.open<string>(this.sealer.openKey(dataKey, id), body, { ...REPLY, row: replyId });
  }

  /** The agency's clock begins anew; nothing else of a disclosure ever changes. */
  async waitUntil(tx: Tx, id: string, answerBy: Date): Promise<void> {
    await tx.query('update partner.disclosure set answer_by = $2 where id = $1', [id, answerBy]);
  }

  /** From this moment the agency's role sees nothing of it. */
  async withdraw(tx: Tx, referralId: string): Promise<void> {
    await tx.query('update partner.disclosure set withdrawn_at = now() where referral_id = $1 and withdrawn_at is null', [referralId]);
  }

  /** Destroys the keys of everything that was shared about a request: what agencies held here is gone (trust.md 6.8). */
  async erase(tx: Tx, inquiryId: string): Promise<void> {
    await tx.query(
      `update partner.disclosure d set data_key = null, body = null, withdrawn_at = coalesce(withdrawn_at, now()) from referrals.referral r where r.id = d.referral_id and r.inquiry_id = $1`,
      [inquiryId],
    );
  }
}

/** Sealed with an answer: its note, and who gave it. */
export interface AnswerWords {
  note: string | null;
  by: string | null;
}
