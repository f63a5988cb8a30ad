import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { InviteMember, MembersView } from './member.dto.js';
import { DeskMembers } from './desk-members.service.js';

/** The optional account of an agency, for stewards. */
@ApiTags('partners')
@Controller('api')
export class MembersController {
  constructor(private readonly members: DeskMembers) {}

  @Get('agencies/:id/members')
  @Can('member.manage')
  team(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MembersView> {
    return this.members.team(actor, id);
  }

  /** Mails an invitation; again for who has not accepted. 409 for who is in already. */
  @Post('agencies/:id/members')
  @Can('member.manage')
  @HttpCode(200)
  invite(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: InviteMember): Promise<MembersView> {
    return this.members.invite(actor, id, body);
  }

  /** Ends a membership or an invitation, and every session of it at once. */
  @Post('members/:id/end')
  @Can('member.manage')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.members.end(actor, id);
  }
}
