import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries, type OpenInquiry } from '../intake/index.js';
import { Matching, type Explained, type MatchReason } from '../matching/index.js';
import { Db, invalid, notFound, Sealer, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { OptionsReader, SEALED, type SealedOption, type ToldOption } from './options-reader.js';
import type { DecideOption, OfferOptions, OptionReason, OptionView } from './referral.dto.js';

const REAL_CHOICE = 3;

/** Offering services for a need, and writing down what the person said of each. */
@Injectable()
export class Options {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly matching: Matching,
    private readonly reader: OptionsReader,
  ) {}

  /**
   * Offers services in the given order; one that was offered for this need before stays as it was. The reasons are computed here.
   * Throws 404 for a request, need or service that is not there, 422 when a hard rule forbids a service or three are not reached without a reason.
   */
  async offer(actor: Actor, inquiryId: string, offer: OfferOptions): Promise<OptionView[]> {
    const matches = await this.fitting(actor, inquiryId, offer);
    if (!offer.fewerReason?.trim() && (await this.choices(actor, offer)) < REAL_CHOICE) throw invalid([{ field: 'fewerReason', code: 'choice.fewer', detail: 'Say why there are fewer than three' }]);
    const options = await this.db.as(actor, async (tx) => {
      const inquiry = await this.inquiries.visible(tx, actor, 'option.offer', inquiryId);
      const made = await this.insert(tx, actor, inquiry, { offer, matches });
      if (made) {
        await this.inquiries.moveNeed(tx, offer.needId, 'options-given');
        await this.journal.record(tx, actor, { type: 'options.offered', subject: inquiryId, body: { needId: offer.needId, count: made } }, { act: 'option.offer', object: 'inquiry', objectId: inquiryId, fields: ['options'] });
      }
      return this.reader.read(tx, inquiry);
    });
    this.journal.nudge();
    return options;
  }

  /** What the person can choose from: these, and what was offered for the need before and not declined. */
  private async choices(actor: Actor, { needId, serviceIds }: OfferOptions): Promise<number> {
    const [row] = await this.db.statement<{ others: number }>(actor, `select count(*)::int as others from referrals.option where need_id = $1 and decision <> 'declined' and not service_id = any($2::uuid[])`, [needId, serviceIds]);
    return serviceIds.length + (row?.others ?? 0);
  }

  private async fitting(actor: Actor, inquiryId: string, { serviceIds, asked }: OfferOptions): Promise<Explained[]> {
    const found = new Map((await this.matching.explain(actor, inquiryId, { serviceIds, asked: asked ?? {} })).map((one) => [one.match.serviceId, one]));
    return serviceIds.map((id, index) => {
      const one = found.get(id);
      if (!one) throw notFound('service');
      if (one.excluded) throw invalid([{ field: `serviceIds.${index}`, code: `match.${one.excluded}`, detail: `${one.match.name} cannot be offered: such services ${one.because}.` }]);
      return one;
    });
  }

  /** How many are new. */
  private async insert(tx: Tx, actor: Actor, inquiry: OpenInquiry, { offer, matches }: { offer: OfferOptions; matches: Explained[] }): Promise<number> {
    const [need] = await tx.query(`select 1 from intake.need where id = $1 and inquiry_id = $2 and closed_at is null for update`, [offer.needId, inquiry.id]);
    if (!need) throw notFound('need');
    const offerId = uuidv7();
    const key = this.sealer.openKey(inquiry.dataKey, inquiry.id);
    const body = this.sealer.seal(key, { fewerReason: offer.fewerReason ?? null, asked: offer.asked ?? null }, { ...SEALED.offer, row: offerId });
    await tx.query('insert into referrals.offer (id, inquiry_id, need_id, offered_by, body) values ($1, $2, $3, $4, $5)', [offerId, inquiry.id, offer.needId, actor.id, body]);
    let made = 0;
    for (const match of matches) made += await this.insertOne(tx, { offerId, needId: offer.needId, inquiry, key }, match);
    if (!made) await tx.query('delete from referrals.offer where id = $1', [offerId]);
    return made;
  }

  private async insertOne(tx: Tx, at: { offerId: string; needId: string; inquiry: OpenInquiry; key: Buffer }, { match, told, place, weights }: Explained): Promise<number> {
    const id = uuidv7();
    const said: SealedOption = { name: match.name, organization: match.organization, reasons: saidOf(match.reasons), ...(told && { told: { language: told.language, reasons: saidOf(told.reasons) } }) };
    const body = this.sealer.seal(at.key, said, { ...SEALED.option, row: id });
    const rows = await tx.query(
      `insert into referrals.option (id, offer_id, inquiry_id, need_id, service_id, rank, body, list_place, weights_number)
       select $1, $2, $3, $4, $5, coalesce(max(o.rank), 0) + 1, $6, $7, $8 from referrals.option o where o.need_id = $4
       on conflict on constraint option_once do nothing returning id`,
      [id, at.offerId, at.inquiry.id, at.needId, match.serviceId, body, place, weights],
    );
    return rows.length;
  }

  /** What was offered, need by need in the order of offering. Throws 404 like `Inquiries.visible`. */
  async list(actor: Actor, inquiryId: string): Promise<OptionView[]> {
    return this.db.as(actor, async (tx) => this.reader.read(tx, await this.inquiries.visible(tx, actor, 'referral.read', inquiryId)));
  }

  /** The same for the person who asked, with the reasons in the language they read, if they were offered in it. */
  async told(actor: Actor, inquiryId: string, language: string): Promise<ToldOption[]> {
    return this.db.as(actor, async (tx) => this.reader.told(tx, await this.inquiries.visible(tx, actor, 'referral.read', inquiryId), language));
  }

  /** Writes down what the person said; saying it again replaces it. Throws 404 for an option of somebody else's request. */
  async decide(actor: Actor, optionId: string, { decision, why }: DecideOption): Promise<OptionView> {
    const option = await this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ inquiryId: string }>('select inquiry_id as "inquiryId" from referrals.option where id = $1 for update', [optionId]);
      if (!row) throw notFound('inquiry');
      const inquiry = await this.inquiries.visible(tx, actor, 'option.decide', row.inquiryId);
      const sealed = this.sealer.sealWords(inquiry, why, { ...SEALED.why, row: optionId });
      await tx.query('update referrals.option set decision = $2, why = $3, decided_at = now(), decided_by = $4, version = version + 1 where id = $1', [optionId, decision, sealed, actor.id]);
      await this.journal.record(tx, actor, { type: 'option.decided', subject: inquiry.id, body: { optionId, decision } }, { act: 'option.offer', object: 'option', objectId: optionId, fields: ['decision'] });
      return (await this.reader.read(tx, inquiry)).find(({ id }) => id === optionId);
    });
    this.journal.nudge();
    return option as OptionView;
  }
}

const saidOf = (reasons: readonly MatchReason[]): OptionReason[] => reasons.map(({ verdict, text }) => ({ verdict, text }));
