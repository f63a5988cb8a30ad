import { Injectable } from '@nestjs/common';
import { agencyOf, Clock, Db, PUBLIC, Sealer, sha256, token, type Actor, type Tx } from '../platform/index.js';
import type { OpenLink } from './links.service.js';

const CODE_MINUTES = 10;
/** A referral's facts close soon; behind a listing stand no people, and changing it takes longer. */
const VISIT_MINUTES = { referral: 15, listing: 60, room: 60, receipt: 60, invitation: 15 } as const;
export const TRIES = 5;

/** The newest code alone counts; each try is counted before it is compared, and a right one is used up in the same statement. */
const ENTER = `
update partner.code c set tries = c.tries + 1, used_at = case when c.code_hash = $2 then $3::timestamptz end
where c.id = (select id from partner.code where link_id = $1 or door_id = $1 order by made_at desc, id desc limit 1 for update) and c.used_at is null and c.expires_at > $3 and c.tries < ${TRIES}
returning c.used_at is not null as matched`;
const VISIT = `
select v.agency_id as "agencyId" from partner.visit v join partner.link l on l.id = v.link_id left join partner.disclosure d on d.id = l.disclosure_id
where v.id_hash = $1 and v.link_id = $2 and v.ends_at > $3 and l.revoked_at is null and d.withdrawn_at is null`;

/** Who holds a referral's link proves their mailbox by six digits and has fifteen minutes then; a listing's link alone opens an hour. The digits work once, the link again and again (trust.md 6.5, decision 25). */
@Injectable()
export class Doors {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** Makes the code of a letter, with the caller's transaction: for a link of an agency, or for a door at which nobody's agency is known yet. */
  async makeCode(tx: Tx, letterId: string, { id, agencyId }: { id: string; agencyId: string | null }): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + CODE_MINUTES * 60_000);
    const [linkId, doorId] = agencyId ? [id, null] : [null, id];
    await tx.query('insert into partner.code (id, link_id, door_id, agency_id, code_hash, made_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)', [letterId, linkId, doorId, agencyId, this.hash(id, this.digitsOf(letterId)), now, until]);
  }

  /** Six digits, derived from the letter's id by a key of the ring. */
  digitsOf(letterId: string): string {
    return String(this.sealer.keyed('agency-code-digits', letterId).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  }

  private hash(of: string, digits: string): Buffer {
    return this.sealer.keyed('agency-code', of, digits);
  }

  /** Whether these are the digits of the newest code of a link or door. The try is counted; wrong, used, old and worn-out ones are not told apart. In the caller's transaction whoever is second waits for what the first one makes of it. */
  async right(of: string, typed: string, tx?: Tx): Promise<boolean> {
    const given = [of, this.hash(of, typed.replace(/\D/g, '')), this.clock.now()];
    const [code] = await (tx ? tx.query<{ matched: boolean }>(ENTER, given) : this.db.statement<{ matched: boolean }>(PUBLIC, ENTER, given));
    return code?.matched ?? false;
  }

  /** A visit's cookie for the right digits, else undefined. */
  async enter(link: OpenLink, typed: string): Promise<string | undefined> {
    return (await this.right(link.id, typed)) && !link.ended ? this.open(link) : undefined;
  }

  /** A listing's link needs no code: what stands behind it is public, and what it does at once can be undone by whoever reads the mailbox. A visit's cookie; undefined where a code is needed. */
  async comeIn(link: OpenLink): Promise<string | undefined> {
    return link.purpose === 'listing' && !link.ended ? this.open(link) : undefined;
  }

  private async open({ id, agencyId, purpose }: OpenLink): Promise<string> {
    const cookie = token();
    await this.db.statement(PUBLIC, 'insert into partner.visit (id_hash, link_id, agency_id, ends_at) values ($1, $2, $3, $4)', [sha256(cookie), id, agencyId, new Date(this.clock.now().getTime() + VISIT_MINUTES[purpose] * 60_000)]);
    return cookie;
  }

  /** The agency's visitor, or undefined when nobody is in: no code yet, time over, link revoked, consent withdrawn. */
  async visitor(link: OpenLink, cookie: string | undefined, requestId?: string): Promise<Actor | undefined> {
    if (!cookie || link.ended === 'revoked') return undefined;
    const [visit] = await this.db.statement<{ agencyId: string }>(PUBLIC, VISIT, [sha256(cookie), link.id, this.clock.now()]);
    return visit && agencyOf(visit.agencyId, requestId);
  }

  /** The agency's visitor at a link that does one thing alone. */
  holder(link: OpenLink, requestId?: string): Actor | undefined {
    return link.purpose === 'room' && !link.ended ? agencyOf(link.agencyId, requestId) : undefined;
  }

  /** Proof that a posted form was made for this visit. */
  formToken(cookie: string): string {
    return this.sealer.keyed('agency-form', cookie).toString('base64url');
  }

  async leave(cookie: string | undefined): Promise<void> {
    if (cookie) await this.db.statement(PUBLIC, 'delete from partner.visit where id_hash = $1 or ends_at < now()', [sha256(cookie)]);
  }
}
