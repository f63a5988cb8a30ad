import { Injectable } from '@nestjs/common';
import { isUuid } from '../../../directory/index.js';
import { Members, type TeamMember } from '../../../partners/index.js';
import { DeskError, notFound } from '../../../platform/index.js';
import { text } from '../../ask/answers/raw.js';
import type { Outcome } from '../../visit/visitor.js';
import { ListingScreen, STALE } from '../listing/listing-screen.service.js';
import type { Missing } from '../posted.js';
import type { MemberInside } from './member-inside.js';
import { slowly } from './slowly.js';
import { invitedIn, isFaulty } from './team-typed.js';
import { EndView, InviteView, TeamView } from './team-views.js';

/** What the desk refuses, in the page's words. */
const REFUSED: Readonly<Record<string, Missing>> = {
  'member.in-already': { field: 'email', fault: 'member.email.already' },
  'member.more-than-own': { field: 'may', fault: 'member.may.missing' },
  'member.last-team': { field: 'h', fault: 'member.end.last' },
};

/** Who has an account of this agency: for who keeps its team. */
@Injectable()
export class TeamPages {
  constructor(
    private readonly members: Members,
    private readonly screen: ListingScreen,
  ) {}

  /** Throws 404 for another page, another agency's member, and who does not keep the team. */
  async open(inside: MemberInside, page: string, posted: boolean): Promise<Outcome> {
    const team = await this.members.team(inside.actor, inside.link.agencyId);
    if (page === 'team') return this.team(inside, team);
    if (page === 'invite') return posted ? slowly(this.screen, inside, () => this.invite(inside)) : this.form(inside);
    if (page === 'end' && posted) return this.end(inside, team);
    throw notFound('page');
  }

  private team(inside: MemberInside, team: readonly TeamMember[], faults: readonly Missing[] = []): Promise<Outcome> {
    const own = inside.member.actor.memberId;
    return this.screen.page(inside, { title: 'member.team.title', faults, status: faults.length ? 409 : 200, view: (props) => <TeamView {...props} team={team} own={own} /> });
  }

  private form(inside: MemberInside, faults: readonly Missing[] = []): Promise<Outcome> {
    return this.screen.page(inside, { title: 'member.invite.title', faults, back: 'team', form: true, view: (props) => <InviteView {...props} raw={inside.caller.raw} own={inside.member.may} /> });
  }

  private async invite(inside: MemberInside): Promise<Outcome> {
    const who = invitedIn(inside.caller.raw);
    if (isFaulty(who)) return this.form(inside, who);
    if (!this.screen.isOurs(inside)) return this.form(inside, [STALE]);
    const refused = await this.members.invite(inside.actor, inside.link.agencyId, who).then(() => undefined, refusedAs);
    return refused ? this.form(inside, [refused]) : { to: this.screen.at(inside, 'team') };
  }

  /** The first press asks, the second one ends. */
  private async end(inside: MemberInside, team: readonly TeamMember[]): Promise<Outcome> {
    const id = text(inside.caller.raw, 'member') ?? '';
    const who = team.find((one) => one.id === id);
    if (!isUuid(id) || !who) throw notFound('member');
    if (!this.screen.isOurs(inside)) return this.team(inside, team, [STALE]);
    if (!text(inside.caller.raw, 'sure')) return this.screen.page(inside, { title: 'member.end.title', values: { name: who.name }, back: 'team', view: (props) => <EndView {...props} who={who} /> });
    const refused = await this.members.end(inside.actor, id).then(() => undefined, refusedAs);
    return refused ? this.team(inside, team, [refused]) : { to: this.screen.at(inside, 'team') };
  }
}

function refusedAs(error: unknown): Missing {
  const missing = error instanceof DeskError ? REFUSED[error.code] : undefined;
  if (!missing) throw error;
  return missing;
}
