import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/index.js';
import { Can, CurrentActor } from '../can.js';
import { ChangeAccount, InviteColleague, MadeLinkView, SwitchAccount } from './staff.dto.js';
import { Staff } from './staff.service.js';

@ApiTags('people')
@Controller('api/staff')
export class StaffController {
  constructor(private readonly staff: Staff) {}

  @Post()
  @Can('account.manage')
  invite(@CurrentActor() actor: Actor, @Body() body: InviteColleague): Promise<MadeLinkView> {
    return this.staff.invite(actor, body);
  }

  @Put(':id')
  @Can('account.manage')
  @HttpCode(204)
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeAccount): Promise<void> {
    return this.staff.change(actor, id, body);
  }

  @Post(':id/deactivate')
  @Can('account.manage')
  @HttpCode(204)
  deactivate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SwitchAccount): Promise<void> {
    return this.staff.deactivate(actor, id, body);
  }

  @Post(':id/activate')
  @Can('account.manage')
  @HttpCode(204)
  activate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SwitchAccount): Promise<void> {
    return this.staff.activate(actor, id, body);
  }

  /** A new invitation, or a link to set another password. */
  @Post(':id/link')
  @Can('account.manage')
  @HttpCode(200)
  sendLink(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MadeLinkView> {
    return this.staff.sendLink(actor, id);
  }
}
