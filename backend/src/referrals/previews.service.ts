import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/index.js';
import { Agencies, canBeMailed, type AgencyView } from '../directory/index.js';
import { Inquiries, isRestricted, Shareable, type OpenInquiry } from '../intake/index.js';
import { Db, invalid, notFound, type Actor, type Tx } from '../platform/index.js';
import { fingerprint } from './disclosures.service.js';
import { knownFields, sharedFacts, type About, type SharedField } from './domain/disclosable.js';
import type { SharedFacts } from './shared-facts.dto.js';
import type { Way } from './domain/states.js';
import type { PreviewReferral, ReferralPreview } from './refer.dto.js';
import { Timing } from './timing.js';

/** An option with its need and agency. */
export interface Asked extends About {
  optionId: string;
  inquiryId: string;
  needId: string;
  serviceId: string;
  agencyId: string | null;
  decision: string;
}

/** What is known when somebody is about to refer. */
export interface Prepared {
  inquiry: OpenInquiry;
  asked: Asked;
  agency: AgencyView | null;
  answerBy: Date;
  /** When it is made. */
  at: Date;
}

const ASKED = `
select o.id as "optionId", o.inquiry_id as "inquiryId", o.need_id as "needId", o.service_id as "serviceId", o.decision, s.organization_id as "agencyId", s.name as service, n.topic
from referrals.option o join directory.service s on s.id = o.service_id join intake.need n on n.id = o.need_id where o.id = $1 and o.inquiry_id = $2`;

/** "This is what they will see", before anybody agrees. */
@Injectable()
export class Previews {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly inquiries: Inquiries,
    private readonly shareable: Shareable,
    private readonly agencies: Agencies,
    private readonly timing: Timing,
  ) {}

  /** Throws 404, 422 `agency.none` for a service without an organization. The audit row is committed before anything is opened. */
  async preview(actor: Actor, inquiryId: string, { optionId, fields }: PreviewReferral): Promise<ReferralPreview> {
    const prepared = await this.db.as(actor, (tx) => this.prepare(tx, actor, inquiryId, optionId));
    const { inquiry, asked, agency, answerBy } = prepared;
    if (!agency) throw invalid([{ field: 'optionId', code: 'agency.none', detail: 'This service names no organization that could be asked' }]);
    await this.audit.alone(actor, { act: 'referral.make', object: 'inquiry', objectId: inquiryId, reason: 'preview', fields });
    const material = this.shareable.open(inquiry);
    const facts = sharedFacts(fields, material, asked);
    const noLink = isRestricted(inquiry) ? 'restricted' : canBeMailed(agency) ? null : 'no-address';
    const ways: Way[] = ['self', ...(noLink ? [] : (['link'] as const)), 'phone'];
    const { id, name, language, phone, contactName } = agency;
    const asking: Omit<ReferralPreview, 'known' | 'facts' | 'hash'> = { agency: { id, name }, language, reference: inquiry.reference, ways, noLink, agencyPhone: phone, contactName, answerBy: answerBy.toISOString() };
    return { ...asking, known: knownFields(material, asked), facts, hash: fingerprint(facts) };
  }

  /** Throws 404 for a request or option that is not there, or not the actor's. */
  async prepare(tx: Tx, actor: Actor, inquiryId: string, optionId: string): Promise<Prepared> {
    const inquiry = await this.inquiries.visible(tx, actor, 'referral.make', inquiryId);
    const [asked] = await tx.query<Asked>(ASKED, [optionId, inquiryId]);
    if (!asked) throw notFound('option');
    const agency = asked.agencyId ? await this.agencies.of(tx, asked.agencyId) : null;
    return { inquiry, asked, agency, answerBy: await this.timing.answerBy(agency?.answerDays), at: this.timing.now() };
  }

  /** The facts of these fields, opened. */
  facts({ inquiry, asked }: Prepared, fields: readonly SharedField[]): SharedFacts {
    return sharedFacts(fields, this.shareable.open(inquiry), asked);
  }
}
