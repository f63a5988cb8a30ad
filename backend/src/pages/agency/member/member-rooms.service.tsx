import { Injectable } from '@nestjs/common';
import { Doors, MemberLinks, type OpenLink, type OpenMember } from '../../../partners/index.js';
import type { Outcome } from '../../visit/visitor.js';
import { AgencyRooms } from '../agency-rooms.service.js';
import { pathOf, type Caller } from '../caller.js';
import { ListingScreen } from '../listing/listing-screen.service.js';
import { EndedView, endedWord, landingTitle } from '../views/door-views.js';
import type { MemberInside } from './member-inside.js';
import { ProofView } from './passkey-views.js';
import { ProofPages } from './proof-pages.service.js';

/** Which page of which referral. */
interface AtReferral {
  id: string;
  page: string;
  posted: boolean;
}

/** The same pages that mailed links open, for who is in: facts of a person only for fifteen minutes after the last proof. */
@Injectable()
export class MemberRooms {
  constructor(
    private readonly links: MemberLinks,
    private readonly doors: Doors,
    private readonly rooms: AgencyRooms,
    private readonly screen: ListingScreen,
    private readonly proof: ProofPages,
  ) {}

  /** What every page of an account knows. */
  inside(caller: Caller, member: OpenMember, link: OpenLink = this.links.home(member)): MemberInside {
    return { caller, member, link, actor: member.actor, proof: this.doors.formToken(caller.cookie ?? '') };
  }

  /** Throws 404 for a member who keeps no listings. */
  async listings(caller: Caller, member: OpenMember, page: string, posted: boolean): Promise<Outcome> {
    const link = await this.links.toListings(member);
    return this.enter(this.inside(caller, member, link), page, posted);
  }

  /** Throws 404 for another agency's, for what goes by phone, and for a member who answers none. */
  async referral(caller: Caller, member: OpenMember, { id, page, posted }: AtReferral): Promise<Outcome> {
    const inside = this.inside(caller, member, await this.links.toReferral(member, id));
    if (inside.link.ended) return this.screen.page(inside, { status: 410, title: `${endedWord(inside.link)}.title`, view: (props) => <EndedView {...props} /> });
    if (member.fresh) return this.enter(inside, page, posted);
    return this.proof.open(inside, page, posted, {
      then: 'facts',
      door: (faults) => this.screen.page(inside, { title: landingTitle(inside.link), faults, passkey: member.passkeys, view: (props) => <ProofView {...props} /> }), // asks as a link does, and names nobody
    });
  }

  private async enter({ caller, link, actor }: MemberInside, page: string, posted: boolean): Promise<Outcome> {
    return (await this.rooms.open({ caller, link, actor }, page, posted)) ?? { to: `/${caller.language}${pathOf(caller)}` };
  }
}
