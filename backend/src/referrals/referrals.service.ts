import { Injectable } from '@nestjs/common';
import { canBeMailed } from '../directory/index.js';
import { Inquiries, isRestricted } from '../intake/index.js';
import { conflict, Db, invalid, uuidv7, violates, type Actor, type FieldFault, type Tx } from '../platform/index.js';
import { Aftermath } from './aftermath.js';
import { Disclosures, fingerprint } from './disclosures.service.js';
import { Previews, type Prepared } from './previews.service.js';
import { ReferralsReader } from './referrals-reader.js';
import type { MakeReferral, ReferralView } from './refer.dto.js';

const CONSENT_DAYS = 90;
const INSERT_CONSENT = `
insert into referrals.consent (id, inquiry_id, agency_id, service_id, fields, wording, language, signature, preview_hash, recorded_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(days => ${CONSENT_DAYS}))`;
const INSERT = `
insert into referrals.referral (id, inquiry_id, need_id, option_id, service_id, agency_id, consent_id, way, state, made_by, answer_by, made_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** `language`: of the page on which the person read and agreed; the request's when left out. */
export type Making = MakeReferral & { language?: string };

/** The two ways to go: the person makes contact, or the desk asks the agency with their consent. */
@Injectable()
export class Referrals {
  constructor(
    private readonly db: Db,
    private readonly previews: Previews,
    private readonly disclosures: Disclosures,
    private readonly reader: ReferralsReader,
    private readonly inquiries: Inquiries,
    private readonly aftermath: Aftermath,
  ) {}

  /**
   * Takes one way for a chosen option. Throws 404; 422 when the person has not chosen it, did not agree, agreed to other facts
   * than these, or the way is not open; 409 `referral.open` when one is under way already.
   */
  async make(actor: Actor, inquiryId: string, make: Making): Promise<ReferralView[]> {
    try {
      const views = await this.db.as(actor, async (tx) => {
        const prepared = await this.previews.prepare(tx, actor, inquiryId, make.optionId);
        const faults = faultsOf(prepared, make);
        if (faults.length) throw invalid(faults);
        const id = await this.insert(tx, actor, prepared, make);
        await this.inquiries.moveNeed(tx, prepared.asked.needId, 'referred');
        await this.aftermath.made(tx, actor, { id, ...prepared, way: make.way });
        return this.reader.read(tx, inquiryId);
      });
      this.aftermath.nudge();
      return views;
    } catch (error) {
      if (violates(error, 'referral_open')) throw conflict('referral.open', 'This service is asked for this need already.');
      if (violates(error, 'referral_need_open')) throw conflict('need.ended', 'This need has ended. Open it again first.');
      throw error;
    }
  }

  private async insert(tx: Tx, actor: Actor, prepared: Prepared, { way, fields = [], hash, wording, language = prepared.inquiry.language }: Making): Promise<string> {
    const { asked, answerBy, at } = prepared;
    const { inquiryId, needId, optionId, serviceId, agencyId } = asked;
    const id = uuidv7();
    if (way === 'self' || !agencyId) {
      await tx.query(INSERT, [id, inquiryId, needId, optionId, serviceId, agencyId, null, 'self', 'self-contact', actor.id, null, at]);
      return id;
    }
    const facts = this.previews.facts(prepared, fields);
    if (fingerprint(facts) !== hash) throw invalid([{ field: 'hash', code: 'consent.other-facts', detail: 'The facts are not those that were shown. Read them again with the person' }]);
    const consentId = uuidv7();
    const signature = actor.kind === 'person' ? 'page' : 'spoken';
    await tx.query(INSERT_CONSENT, [consentId, inquiryId, agencyId, serviceId, fields, wording ?? 'share-en-1', language, signature, Buffer.from(hash, 'hex'), actor.id]);
    await tx.query(INSERT, [id, inquiryId, needId, optionId, serviceId, agencyId, consentId, way, 'sent', actor.id, answerBy, at]);
    await this.disclosures.make(tx, { referralId: id, agencyId, consentId, reference: prepared.inquiry.reference, fields, facts, restricted: isRestricted(prepared.inquiry), answerBy });
    return id;
  }

  /** Every way that was taken, need by need, newest first. Throws 404. */
  async list(actor: Actor, inquiryId: string): Promise<ReferralView[]> {
    return this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'referral.read', inquiryId);
      return this.reader.read(tx, inquiryId);
    });
  }
}

type Refusal = [field: string, code: string, detail: string, is: (prepared: Prepared, make: MakeReferral) => boolean];
const NOT_CHOSEN: Refusal = ['optionId', 'option.not-chosen', 'The person has not chosen this option', ({ asked }) => asked.decision !== 'chosen'];
/** For the two ways on which something is shared; the first that applies is told. */
const SHARING: readonly Refusal[] = [
  ['way', 'agency.none', 'This service names no organization that could be asked', ({ agency }) => !agency],
  ['way', 'link.restricted', 'These facts are not sent by link. Call the agency', ({ inquiry }, { way }) => way === 'link' && isRestricted(inquiry)],
  ['way', 'link.no-address', 'There is no address for this agency. Call it', ({ agency }, { way }) => way === 'link' && !(agency && canBeMailed(agency))],
  ['agreed', 'consent.missing', 'Share only what the person agreed to', (_, { agreed }) => agreed !== true],
  ['fields', 'consent.empty', 'Choose what may be shared', (_, { fields }) => !fields?.length],
];

function faultsOf(prepared: Prepared, make: MakeReferral): FieldFault[] {
  const refusals = make.way === 'self' ? [NOT_CHOSEN] : [NOT_CHOSEN, ...SHARING];
  return refusals.filter(([, , , is]) => is(prepared, make)).slice(0, 1).map(([field, code, detail]) => ({ field, code, detail }));
}
