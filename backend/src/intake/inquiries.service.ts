import { Injectable } from '@nestjs/common';
import { Audit, Journal } from '../audit/index.js';
import { can, type Act } from '../people/index.js';
import { Db, forbidden, notFound, uuidv7, type Actor, type Tx } from '../platform/index.js';
import type { Topic } from './domain/codes.js';
import { refuseInCrisis } from './crisis/open-crisis.js';
import { Inquiry } from './inquiry.entity.js';
import type { FactView, IdentityView, InquiryView, NeedView, QueueItem, RevealIdentity } from './inquiry.dto.js';
import { maskedView, openView, type Parts } from './inquiry-view.js';
import { NotesReader } from './notes-reader.js';
import { OWNER, QUEUE_ITEM } from './queue.sql.js';
import { IN_REVIEW } from './quality/quality.sql.js';
import { supervises, viewer } from './queue.service.js';
import { SealedInquiry } from './sealed-inquiry.js';
import { CARRIED_BY } from './together.sql.js';
import { hintOf } from './urgency-hint-of.js';

/** What matching may know of a request: no identity, no words. */
export interface AskedFacts {
  id: string;
  zip: string | null;
  town: string | null;
  ageBand: string | null;
  asker: string;
  language: string;
  urgency: string | null;
  topics: string[];
  facts: Record<string, FactView>;
  reference: string;
}

/** What a person wrote, and for whom they ask. Opened: handle it as such. */
export interface OwnWordsOf {
  words: string | null;
  asker: string;
}

/** A request that still has its data key: not erased. */
export type OpenInquiry = Inquiry & { dataKey: Buffer };

/** What decides who may see a request. */
type Standing = Pick<Inquiry, 'id' | 'assignee' | 'sud' | 'dv' | 'minor' | 'staff' | 'eraseAfter' | 'dataKey'>;

/** Only accounts with the flag may open it, and no link carries it (trust.md 5, 6.5). */
export const isRestricted = (row: Pick<Inquiry, 'sud' | 'dv' | 'minor' | 'staff'>): boolean => row.sud || row.dv || row.minor || row.staff;

/** Its own person deleted it; what is held back is a supervisor's alone, who needs the wider scope for it. */
const isLeft = ({ eraseAfter }: Standing, { kind }: Actor): boolean => eraseAfter !== null && kind === 'person';

/** Missing, erased and foreign are the same. */
function may<Row extends Standing>(row: Row | null | undefined, actor: Actor, act: Act): row is Row & { dataKey: Buffer } {
  if (!row?.dataKey || isLeft(row, actor)) return false;
  return can(actor, act, { owner: row.assignee, inquiryId: row.id, restricted: isRestricted(row) });
}

/** $1 request: what matching asks, in one statement. */
const ASKED = `
select i.id, i.reference, ${OWNER} as assignee, i.sud, i.dv, i.minor, i.staff, i.erase_after as "eraseAfter", i.data_key as "dataKey", i.facts as sealed, i.zip, i.age_band as "ageBand", i.asker, i.language,
  array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics
from intake.inquiry i where i.id = $1`;
type AskedRow = Standing & Pick<AskedFacts, 'reference' | 'zip' | 'ageBand' | 'asker' | 'language' | 'topics'> & { sealed: Buffer | null };

/** One request, for the specialist who works on it. */
@Injectable()
export class Inquiries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly journal: Journal,
    private readonly sealed: SealedInquiry,
    private readonly notes: NotesReader,
  ) {}

  /** Loads a request that `actor` may use for `act`. Missing and foreign answer the same 404. */
  async visible(tx: Tx, actor: Actor, act: Act, id: string): Promise<OpenInquiry> {
    const row = await tx.manager.findOneBy(Inquiry, { id });
    if (row?.mergedInto) row.assignee = (await this.carriedBy(tx, row.mergedInto)).assignee;
    if (!may(row, actor, act)) throw notFound('inquiry');
    return row;
  }

  /** What was merged belongs to whoever has the request that stays, and goes on as long as that one does. */
  async carriedBy(tx: Tx, id: string): Promise<Pick<Inquiry, 'assignee' | 'status'>> {
    const [kept] = await tx.query<Pick<Inquiry, 'assignee' | 'status'>>(CARRIED_BY, [id]);
    return kept ?? { assignee: null, status: 'closed' };
  }

  /** A request that was not erased, for the product's own work. */
  async findOpen(tx: Tx, id: string): Promise<OpenInquiry | undefined> {
    const row = await tx.manager.findOneBy(Inquiry, { id });
    return row?.dataKey ? (row as OpenInquiry) : undefined;
  }

  /** The whole request for its specialist (audited); the masked line for the rest of the team. */
  async view(actor: Actor, id: string): Promise<InquiryView> {
    return this.db.as(actor, async (tx) => {
      const item = await this.item(tx, actor, id);
      if (!item.actions.includes('open')) return maskedView(item);
      const row = await this.visible(tx, actor, 'inquiry.read', id);
      const reviewed = supervises(actor) && (await tx.query(IN_REVIEW, [id, actor.id])).length > 0;
      await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: id, fields: ['safeContact', 'words', 'facts', 'notes'], ...(reviewed && { reason: 'quality' }) });
      const carried = row.mergedInto ? (await this.carriedBy(tx, row.mergedInto)).status === 'claimed' : undefined;
      return openView(item, row, { ...(await this.parts(tx, row)), carried });
    });
  }

  private async item(tx: Tx, actor: Actor, id: string): Promise<QueueItem> {
    const [found] = await tx.query<{ item: string }>(QUEUE_ITEM, [...viewer(actor), id]);
    if (!found) throw notFound('inquiry');
    return JSON.parse(found.item) as QueueItem;
  }

  private async parts(tx: Tx, row: OpenInquiry): Promise<Omit<Parts, 'carried'>> {
    const open = this.sealed;
    const [settings] = await tx.query<{ protocol: string | null }>('select minors_protocol as protocol from settings.desk');
    return {
      safe: open.open(row.dataKey, row.id, 'safe_contact', row.safeContact),
      words: open.open(row.dataKey, row.id, 'words', row.words),
      facts: open.open(row.dataKey, row.id, 'facts', row.facts),
      needs: await this.needs(tx, row.id),
      notes: await this.notes.read(tx, row),
      history: await this.notes.history(tx, row.id),
      minorsProtocol: row.minor ? (settings?.protocol ?? null) : null,
      hint: await hintOf(tx, row.id),
    };
  }

  /** In their order. */
  needs(tx: Tx, id: string): Promise<NeedView[]> {
    return tx.query<NeedView>(`select id, topic, status, version, opened_at as "openedAt", end_reason as "endReason", ended_by as "endedBy" from intake.need where inquiry_id = $1 order by position`, [id]);
  }

  /** Name and contact points. The audit row is committed before they are read: 503 and no data when it cannot be. */
  async reveal(actor: Actor, id: string, { reason }: RevealIdentity): Promise<IdentityView> {
    const row = await this.db.as(actor, (tx) => this.visible(tx, actor, 'identity.reveal', id));
    await this.audit.alone(actor, { act: 'identity.reveal', object: 'inquiry', objectId: id, reason, fields: ['person', 'contactName', 'phone', 'email'] });
    const identity = this.sealed.open(row.dataKey, id, 'identity', row.identity);
    return identity ?? { person: null, contactName: null, phone: null, email: null };
  }

  async release(actor: Actor, id: string, reason: string): Promise<void> {
    await this.db.as(actor, (tx) => this.releaseIn(tx, actor, id, reason));
    this.journal.nudge();
  }

  /** With the caller's transaction. */
  async releaseIn(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
    const row = await this.visible(tx, actor, 'inquiry.release', id);
    await refuseInCrisis(tx, id);
    const done = await tx.manager.update(Inquiry, { id, version: row.version, status: 'claimed' }, { status: 'new', assignee: null, claimedAt: null, version: row.version + 1 });
    if (!done.affected) throw forbidden('inquiry.not-claimed');
    await this.journal.record(tx, actor, { type: 'inquiry.released', subject: id }, { act: 'inquiry.release', object: 'inquiry', objectId: id, reason });
  }

  /** Adds a need; the same topic twice is one need. */
  async addNeed(actor: Actor, id: string, topic: Topic): Promise<NeedView> {
    const need = await this.db.as(actor, async (tx) => {
      await this.visible(tx, actor, 'need.change', id);
      await tx.query(
        `insert into intake.need (id, inquiry_id, topic, position) select $1, $2, $3, coalesce(max(position), 0) + 1 from intake.need where inquiry_id = $2 on conflict on constraint need_topic do nothing`,
        [uuidv7(), id, topic],
      );
      await this.journal.record(tx, actor, { type: 'inquiry.need-added', subject: id, body: { topic } }, { act: 'need.change', object: 'inquiry', objectId: id, fields: [topic] });
      return (await this.needs(tx, id)).find((row) => row.topic === topic);
    });
    this.journal.nudge();
    return need as NeedView;
  }

  /** For matching: what was asked, without identity and words. Throws 404 like `visible`. */
  async asked(actor: Actor, id: string): Promise<AskedFacts> {
    const [row] = await this.db.statement<AskedRow>(actor, ASKED, [id]);
    if (!may(row, actor, 'match.run')) throw notFound('inquiry');
    const { zip, ageBand, asker, language, reference, topics } = row;
    const facts = this.sealed.open(row.dataKey, id, 'facts', row.sealed);
    return { id, zip, ageBand, asker, language, reference, topics, town: facts?.town ?? null, urgency: facts?.urgency ?? null, facts: openView.factViews(facts) };
  }

  /** The person's own words, for who may read them: read by a machine is read, so it is written into the audit. Throws 404 like `visible`. */
  async ownWords(actor: Actor, id: string): Promise<OwnWordsOf> {
    return this.db.as(actor, async (tx) => {
      const row = await this.visible(tx, actor, 'inquiry.read', id);
      await this.audit.record(tx, actor, { act: 'inquiry.read', object: 'inquiry', objectId: id, fields: ['words'] });
      return { words: this.sealed.open(row.dataKey, id, 'words', row.words), asker: row.asker };
    });
  }

  /** They do not want to be asked later how it went, or it is not safe. With the caller's transaction. */
  async stopFollowUp(tx: Tx, id: string): Promise<void> {
    await tx.query('update intake.inquiry set follow_up_ok = false where id = $1', [id]);
  }

  /** Moves a need that goes on, with the caller's transaction: options were given, it was referred, it is open again. Ending one is `Needs.end`. */
  async moveNeed(tx: Tx, needId: string, status: 'open' | 'options-given' | 'referred'): Promise<void> {
    await tx.query('update intake.need set status = $2, closed_at = null, end_reason = null, ended_by = null, ended_by_account = null, version = version + 1 where id = $1', [needId, status]);
  }
}
