import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Agencies } from '../directory/index.js';
import { Clock, Db, notFound, PUBLIC, Sealer, sha256, tooMany, uuidv7, type Tx } from '../platform/index.js';
import type { Right } from './domain/membership.js';
import { TRIES } from './doors.service.js';
import { ListingCopies } from './listings/listing-copies.js';

/** `room`: the switch of one listing alone; `receipt`: "this was not us" about one act; `invitation`: to an account. */
export type LinkPurpose = 'referral' | 'listing' | 'room' | 'receipt' | 'invitation';

/** What a link leads to, before anybody proved anything: nothing of it names a person. */
export interface OpenLink {
  id: string;
  agencyId: string;
  agency: string;
  purpose: LinkPurpose;
  disclosureId: string | null;
  /** The listing of a switch, the act of a receipt, or the member who is invited. */
  about: string | null;
  /** What an invited member may do; null for any other link. */
  invited: Right[] | null;
  /** The listing that a referral is for. */
  serviceId: string | null;
  /** Why it leads nowhere now; null while it leads somewhere. `left`: its reader said that they are not the right person; `replaced`: its agency said that somebody else used it; `used`: the invitation was accepted; `taken-back`: it was ended before. */
  ended: 'expired' | 'revoked' | 'left' | 'replaced' | 'used' | 'taken-back' | null;
  /** Address the code goes to, all but its first letter and its host hidden; null when there is none any more. */
  mailbox: string | null;
  /** When the agency said whether it helps, by link or on the phone; null while it did not. */
  answeredAt: Date | null;
  /** A code was mailed that still works. */
  codeWaits: boolean;
  /** The member who is in; undefined behind a link. */
  member?: { name: string; may: readonly Right[]; passkeys: boolean };
}

export interface NewLink {
  agencyId: string;
  purpose: Exclude<LinkPurpose, 'room'>;
  disclosureId?: string | undefined;
  about?: string | undefined;
  expiresAt: Date;
}

/** Until its clock ends and two weeks more; a listing's for 13 months (trust.md 6.5). */
export const REFERRAL_LINK_DAYS = 14;
export const LISTING_LINK_MONTHS = 13;
export const RECEIPT_LINK_DAYS = 14;
const AN_HOUR = 3_600_000;
const ASKS_AN_HOUR = 5;

const FIND = `
select l.id, l.agency_id as "agencyId", o.name as agency, l.purpose, l.disclosure_id as "disclosureId", l.about, (select r.service_id from referrals.referral r where r.id = d.referral_id) as "serviceId", m.may as invited, case when l.purpose = 'invitation' then m.email else a.email end as email,
  (select min(s.said_at) from partner.answer s where s.disclosure_id = d.id and s.stage = 'first' and s.kind <> 'needs-info') as "answeredAt",
  coalesce((select c.used_at is null and c.expires_at > $2 and c.tries < ${TRIES} from partner.code c where c.link_id = l.id order by c.made_at desc, c.id desc limit 1), false) as "codeWaits",
  case when l.purpose = 'invitation' then case when m.ended_at is not null then 'taken-back' when m.accepted_at is not null then 'used' when l.revoked_at is not null or l.expires_at <= $2 then 'expired' end
    when d.withdrawn_at is not null then 'revoked' when l.revoked_why is not null then 'replaced' when l.revoked_at is not null then 'left' when l.expires_at <= $2 then 'expired' end as ended
from partner.link l join directory.organization o on o.id = l.agency_id left join directory.agency a on a.organization_id = l.agency_id left join partner.disclosure d on d.id = l.disclosure_id
  left join partner.member m on l.purpose = 'invitation' and m.id = l.about
where l.token_hash = $1`;

/** $1 id, $2 token, $3 listing, $4 the link that led to it. */
const SWITCH = `
insert into partner.link (id, token_hash, agency_id, purpose, about, expires_at) select $1, $2, l.agency_id, 'room', $3, l.expires_at from partner.link l where l.id = $4 on conflict do nothing`;

/** What goes on by link with one agency. */
interface Waiting {
  id: string;
  inquiryId: string;
  needId: string;
}
const WAITING = `
select r.id, r.inquiry_id as "inquiryId", r.need_id as "needId" from referrals.referral r join partner.disclosure d on d.referral_id = r.id
where d.agency_id = $1 and r.way = 'link' and r.ended_at is null order by r.id`;

/** m•••@example.org */
export const masked = (email: string | null): string | null => email && `${email.slice(0, 1)}•••${email.slice(email.indexOf('@'))}`;

/** Capabilities in mails: stored hashed, bound to one agency and one purpose. Looking one up changes nothing and is no login. */
@Injectable()
export class Links {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly agencies: Agencies,
    private readonly copies: ListingCopies,
  ) {}

  /** Makes the link of a letter, with the caller's transaction. No row holds its token: it is derived from the letter's id when the letter is handed out. */
  async make(tx: Tx, letterId: string, { agencyId, purpose, disclosureId, about, expiresAt }: NewLink): Promise<void> {
    await tx.query('insert into partner.link (id, token_hash, agency_id, purpose, disclosure_id, about, expires_at) values ($1, $2, $3, $4, $5, $6, $7)', [letterId, sha256(this.tokenOf(letterId)), agencyId, purpose, disclosureId ?? null, about ?? null, expiresAt]);
    if (purpose === 'referral' || purpose === 'listing') await this.copies.refresh(tx, agencyId);
  }

  /** The path that a letter leads to. */
  pathForLetter(letterId: string): string {
    return `/a/${this.tokenOf(letterId)}`;
  }

  /** The secret of a switch: derived from the link that led to it and its listing. */
  roomToken(linkId: string, serviceId: string): string {
    return this.sealer.keyed('agency-room', linkId, serviceId).toString('base64url');
  }

  /** Comes in by a listing's link: the copies are taken anew, and each listing has a link of its own for its switch, as long as this one works. */
  async comeIn({ id, agencyId }: OpenLink): Promise<void> {
    await this.db.as(PUBLIC, async (tx) => {
      await this.copies.refresh(tx, agencyId);
      const listings = await tx.query<{ serviceId: string }>('select service_id as "serviceId" from partner.listing where agency_id = $1', [agencyId]);
      for (const { serviceId } of listings) await tx.query(SWITCH, [uuidv7(), sha256(this.roomToken(id, serviceId)), serviceId, id]);
    });
  }

  private tokenOf(letterId: string): string {
    return this.sealer.keyed('agency-link', letterId).toString('base64url');
  }

  /** Throws 404 for a token that never was. */
  async find(secret: string): Promise<OpenLink> {
    const [row] = await this.db.statement<Omit<OpenLink, 'mailbox'> & { email: string | null }>(PUBLIC, FIND, [sha256(secret), this.clock.now()]);
    if (!row) throw notFound('link');
    const { email, ...link } = row;
    return { ...link, mailbox: masked(email) };
  }

  /** An expired link asks for a new one, which goes to the address on file. Throws 429 after five in an hour. */
  async askAnew(link: OpenLink): Promise<void> {
    await this.ask(link, 'agency.link-asked');
  }

  /** Asks for a code, which is mailed to the address on file, or to who is invited. Throws 429 after five in an hour. */
  async askCode(link: OpenLink): Promise<void> {
    await this.ask(link, link.purpose === 'invitation' ? 'member.code-asked' : 'agency.code-asked');
  }

  private async ask({ id, agencyId }: OpenLink, type: 'agency.link-asked' | 'agency.code-asked' | 'member.code-asked'): Promise<void> {
    await this.db.as(PUBLIC, async (tx) => {
      await tx.query('select 1 from partner.link where id = $1 for update', [id]); // two presses at once are counted one after the other
      const [row] = await tx.query<{ asked: number }>('select count(*)::int as asked from platform.event where subject = $1 and type = $2 and at > $3', [id, type, new Date(this.clock.now().getTime() - AN_HOUR)]);
      if ((row?.asked ?? 0) >= ASKS_AN_HOUR) throw tooMany(AN_HOUR / 1000);
      await this.journal.record(tx, PUBLIC, { type, subject: id, body: { agencyId } }, { act: 'page.read', object: 'link', objectId: id, fields: [type] });
    });
    this.journal.nudge();
  }

  /** Whether the agency is reminded when it does not answer the yearly question. */
  wantsReminders({ agencyId }: OpenLink): Promise<boolean> {
    return this.db.as(PUBLIC, async (tx) => (await this.agencies.of(tx, agencyId)).reminders);
  }

  async wantReminders({ agencyId }: OpenLink, wanted: boolean): Promise<void> {
    await this.db.as(PUBLIC, async (tx) => {
      await this.agencies.wantReminders(tx, agencyId, wanted);
      await this.journal.record(tx, PUBLIC, { type: 'agency.reminders', subject: agencyId, body: { wanted } }, { act: 'page.read', object: 'agency', objectId: agencyId, fields: ['reminders'] });
    });
  }

  /** Nobody reads at the agency's address: the desk is told to call about each referral that goes on. */
  async addressLeft(tx: Tx, agencyId: string, why: 'not-me' | 'came-back'): Promise<void> {
    for (const { id: referralId, inquiryId, needId } of await tx.query<Waiting>(WAITING, [agencyId])) {
      await this.journal.record(tx, PUBLIC, { type: 'referral.address-left', subject: inquiryId, body: { referralId, needId } }, { act: 'page.read', object: 'referral', objectId: referralId, fields: [why] });
    }
  }

  /** "I am not the right person": the address is forgotten, every link that lies in that mailbox ends, and the desk is told to call about each referral that goes on. */
  async notMe({ id, agencyId }: OpenLink): Promise<void> {
    await this.db.as(PUBLIC, async (tx) => {
      await this.agencies.forgetAddress(tx, agencyId);
      await tx.query(`update partner.link set revoked_at = now() where agency_id = $1 and purpose <> 'invitation' and revoked_at is null`, [agencyId]);
      await this.addressLeft(tx, agencyId, 'not-me');
      await this.journal.record(tx, PUBLIC, { type: 'agency.not-me', subject: agencyId, body: { linkId: id } }, { act: 'page.read', object: 'agency', objectId: agencyId, fields: ['email'] });
    });
    this.journal.nudge();
  }
}
