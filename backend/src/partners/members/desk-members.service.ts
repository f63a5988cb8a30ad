import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/index.js';
import { MemberView, type InviteMember, type MembersView } from './member.dto.js';
import { Members } from './members.service.js';

/** Members of agencies as the desk's screen reads them. */
@Injectable()
export class DeskMembers {
  constructor(private readonly members: Members) {}

  async team(actor: Actor, agencyId: string): Promise<MembersView> {
    const items = (await this.members.team(actor, agencyId)).map((one) => MemberView.of(one));
    return { items, kept: await this.members.hasKeeper(actor, agencyId) };
  }

  /** The team afterwards. Throws as `Members.invite`. */
  async invite(actor: Actor, agencyId: string, who: InviteMember): Promise<MembersView> {
    await this.members.invite(actor, agencyId, who);
    return this.team(actor, agencyId);
  }

  end(actor: Actor, id: string): Promise<void> {
    return this.members.end(actor, id);
  }
}
