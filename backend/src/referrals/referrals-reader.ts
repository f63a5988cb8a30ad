import { Injectable } from '@nestjs/common';
import { Sealer, type Tx } from '../platform/index.js';
import { Disclosures } from './disclosures.service.js';
import type { AgencyAnswer } from './domain/states.js';
import { SEALED, type SealedOption } from './options-reader.js';
import type { AnswerView, ReferralView, ReplyView } from './refer.dto.js';

type Plain = Pick<ReferralView, 'id' | 'needId' | 'optionId' | 'serviceId' | 'way' | 'state' | 'reason' | 'version'>;
interface Row extends Plain {
  agencyId: string | null;
  agencyName: string | null;
  madeAt: Date;
  byId: string | null;
  byName: string | null;
  answerBy: Date | null;
  overdueAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  fields: ReferralView['fields'] | null;
  consentWithdrawnAt: Date | null;
  inquiryKey: Buffer | null;
  optionBody: Buffer;
  disclosureId: string | null;
  disclosureKey: Buffer | null;
}
interface AnswerRow {
  id: string;
  disclosureId: string;
  kind: AgencyAnswer;
  reason: string | null;
  againOn: string | null;
  body: Buffer;
  saidAt: Date;
}

interface ReplyRow {
  id: string;
  disclosureId: string;
  body: Buffer | null;
  declined: boolean;
  at: Date;
  byId: string;
  byName: string;
}

const ROWS = `
select r.id, r.need_id as "needId", r.option_id as "optionId", r.service_id as "serviceId", r.way, r.state, r.reason, r.version, r.agency_id as "agencyId", g.name as "agencyName",
  r.made_at as "madeAt", a.id as "byId", a.name as "byName", r.answer_by as "answerBy", r.overdue_at as "overdueAt", r.answered_at as "answeredAt", r.ended_at as "endedAt",
  c.fields, c.withdrawn_at as "consentWithdrawnAt", i.data_key as "inquiryKey", o.body as "optionBody", d.id as "disclosureId", d.data_key as "disclosureKey"
from referrals.referral r join referrals.option o on o.id = r.option_id join intake.inquiry i on i.id = r.inquiry_id
left join directory.organization g on g.id = r.agency_id left join people.account a on a.id = r.made_by
left join referrals.consent c on c.id = r.consent_id left join partner.disclosure d on d.referral_id = r.id
where r.inquiry_id = $1 order by r.need_id, r.made_at desc, r.id desc`;
const ANSWERS = `
select a.id, a.disclosure_id as "disclosureId", a.kind, a.reason, a.again_on::text as "againOn", a.body, a.said_at as "saidAt"
from partner.answer a join partner.disclosure d on d.id = a.disclosure_id join referrals.referral r on r.id = d.referral_id
where r.inquiry_id = $1 and d.data_key is not null order by a.said_at, a.id`;

const REPLIES = `
select p.id, p.disclosure_id as "disclosureId", p.body, p.declined, p.made_at as at, a.id as "byId", a.name as "byName"
from partner.reply p join partner.disclosure d on d.id = p.disclosure_id join referrals.referral r on r.id = d.referral_id join people.account a on a.id = p.made_by
where r.inquiry_id = $1 and d.data_key is not null order by p.made_at, p.id`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Reads the ways taken for one request, with what agencies said and what they were told when they asked. */
@Injectable()
export class ReferralsReader {
  constructor(
    private readonly sealer: Sealer,
    private readonly disclosures: Disclosures,
  ) {}

  async read(tx: Tx, inquiryId: string): Promise<ReferralView[]> {
    const rows = await tx.query<Row>(ROWS, [inquiryId]);
    const answers = rows.length ? await tx.query<AnswerRow>(ANSWERS, [inquiryId]) : [];
    const replies = rows.length ? await tx.query<ReplyRow>(REPLIES, [inquiryId]) : [];
    const of = (row: Row) => (one: { disclosureId: string }): boolean => one.disclosureId === row.disclosureId;
    return rows.map((row) => ({ ...this.view(row, inquiryId), answers: answers.filter(of(row)).map((one) => this.answer(row, one)), replies: replies.filter(of(row)).map((one) => this.reply(row, one)) }));
  }

  private view(row: Row, inquiryId: string): Omit<ReferralView, 'answers' | 'replies'> {
    const { id, needId, optionId, serviceId, way, state, reason, version } = row;
    return {
      ...{ id, needId, optionId, serviceId, way, state, reason, version },
      service: this.name(row, inquiryId),
      agency: row.agencyId ? { id: row.agencyId, name: row.agencyName ?? '' } : null,
      madeAt: row.madeAt.toISOString(),
      madeBy: row.byId ? { id: row.byId, name: row.byName ?? '' } : null,
      answerBy: iso(row.answerBy),
      overdue: row.overdueAt !== null && row.endedAt === null && row.answeredAt === null,
      answeredAt: iso(row.answeredAt),
      endedAt: iso(row.endedAt),
      fields: row.fields ?? [],
      consentWithdrawnAt: iso(row.consentWithdrawnAt),
    };
  }

  /** As it was called when it was offered. */
  private name({ inquiryKey, optionBody, optionId }: Row, inquiryId: string): string {
    return inquiryKey ? this.sealer.open<SealedOption>(this.sealer.openKey(inquiryKey, inquiryId), optionBody, { ...SEALED.option, row: optionId }).name : '';
  }

  private answer({ disclosureId, disclosureKey }: Row, { id, kind, reason, againOn, body, saidAt }: AnswerRow): AnswerView {
    const words = disclosureId && disclosureKey ? this.disclosures.openAnswer({ id: disclosureId, dataKey: disclosureKey }, id, body) : { note: null, by: null };
    return { kind, reason, againOn, saidAt: saidAt.toISOString(), ...words };
  }

  private reply({ disclosureId, disclosureKey }: Row, { id, body, declined, at, byId, byName }: ReplyRow): ReplyView {
    const text = disclosureId && disclosureKey ? this.disclosures.openReply({ id: disclosureId, dataKey: disclosureKey }, id, body) : null;
    return { text, declined, by: { id: byId, name: byName }, at: at.toISOString() };
  }
}
