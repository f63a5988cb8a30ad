import { Injectable } from '@nestjs/common';
import { Doors, MemberDoors, MemberKnocks, MemberLinks, type OpenLink, type OpenMember } from '../../../partners/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import { AgencyRooms } from '../agency-rooms.service.js';
import { pathOf, type Caller } from '../caller.js';
import { ListingScreen, type Shown } from '../listing/listing-screen.service.js';
import { CodeView, EndedView, endedWord, landingTitle, LandingView } from '../views/door-views.js';
import type { MemberInside } from './member-inside.js';
import { slowly } from './slowly.js';

/** Which page of which referral. */
interface AtReferral {
  id: string;
  page: string;
  posted: boolean;
}

const CODE: Shown = { title: 'agency.code.title', view: (props) => <CodeView {...props} /> };

/** The same pages that mailed links open, for who is in: facts of a person only for fifteen minutes after the last code. */
@Injectable()
export class MemberRooms {
  constructor(
    private readonly links: MemberLinks,
    private readonly doors: Doors,
    private readonly members: MemberDoors,
    private readonly knocks: MemberKnocks,
    private readonly rooms: AgencyRooms,
    private readonly screen: ListingScreen,
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
    return posted ? slowly(this.screen, inside, () => this.prove(inside, page)) : this.door(inside, page);
  }

  private async enter({ caller, link, actor }: MemberInside, page: string, posted: boolean): Promise<Outcome> {
    return (await this.rooms.open({ caller, link, actor }, page, posted)) ?? { to: `/${caller.language}${pathOf(caller)}` };
  }

  /** The last proof is too old: the page asks as a link does, and names nobody. */
  private async door(inside: MemberInside, page: string): Promise<Outcome> {
    if (page === 'code' && (await this.members.stands(inside.caller.cookie))) return this.screen.page(inside, CODE);
    return this.screen.page(inside, { title: landingTitle(inside.link), view: (props) => <LandingView {...props} /> });
  }

  private async prove(inside: MemberInside, page: string): Promise<Outcome> {
    const { caller, member } = inside;
    if (page === 'code') return this.code(inside);
    if (page !== 'landing') return { to: `/${caller.language}${pathOf(caller)}` };
    const waits = await this.members.stands(caller.cookie);
    if (!waits || text(caller.raw, 'again')) await this.knocks.again(caller.cookie ?? '', member); // a second mail would end the first one's code
    return { to: `/${caller.language}${pathOf(caller, 'code')}` };
  }

  private async code(inside: MemberInside): Promise<Outcome> {
    const { caller } = inside;
    const entered = await this.members.enter(caller.cookie, text(caller.raw, 'code') ?? '');
    if (entered && 'session' in entered) return { to: `/${caller.language}${pathOf(caller, 'facts')}`, member: entered.session };
    return this.screen.page(inside, { ...CODE, faults: [{ field: 'code', fault: 'agency.code.wrong' }] });
  }
}
