import { Injectable } from '@nestjs/common';
import { can } from '../../people/index.js';
import { Db, notFound, PUBLIC, type Tx } from '../../platform/index.js';
import type { OpenLink } from '../links.service.js';
import { ListingCopies } from '../listings/listing-copies.js';
import type { OpenMember } from './member-sessions.service.js';

/** What was told on the phone has no page; what was taken back has one that says so. */
const REFERRAL = `
select d.id as "disclosureId", (select r.service_id from referrals.referral r where r.id = d.referral_id) as "serviceId",
  (select min(s.said_at) from partner.answer s where s.disclosure_id = d.id and s.stage = 'first' and s.kind <> 'needs-info') as "answeredAt",
  case when d.withdrawn_at is not null then 'revoked' end as ended
from partner.disclosure d where d.id = $1 and d.agency_id = $2 and d.by_link`;

/** What the pages behind a link know of it, for a member who needs none: the session is the capability. */
@Injectable()
export class MemberLinks {
  constructor(
    private readonly db: Db,
    private readonly copies: ListingCopies,
  ) {}

  /** To one referral of the member's agency. Throws 404 for another agency's, for what goes by phone, and for a member who answers none. */
  async toReferral(member: OpenMember, disclosureId: string): Promise<OpenLink> {
    if (!can(member.actor, 'disclosure.read')) throw notFound('page');
    const [row] = await this.db.statement<Pick<OpenLink, 'disclosureId' | 'serviceId' | 'answeredAt' | 'ended'>>(PUBLIC, REFERRAL, [disclosureId, member.actor.agencyId]);
    if (!row) throw notFound('page');
    return { ...this.home(member), purpose: 'referral', ...row };
  }

  /** To the listings of the member's agency, their copies taken anew. Throws 404 for a member who keeps none. */
  async toListings(member: OpenMember): Promise<OpenLink> {
    if (!can(member.actor, 'listing.propose')) throw notFound('page');
    await this.db.as(PUBLIC, (tx: Tx) => this.copies.refresh(tx, member.actor.agencyId));
    return this.home(member);
  }

  /** To the account's own pages. */
  home({ actor, agency, mailbox, name, may, passkeys }: OpenMember): OpenLink {
    const nothing = { disclosureId: null, about: null, invited: null, serviceId: null, ended: null, answeredAt: null, codeWaits: false };
    return { ...nothing, id: actor.agencyId, agencyId: actor.agencyId, agency, mailbox, purpose: 'listing', member: { name, may, passkeys } };
  }
}
