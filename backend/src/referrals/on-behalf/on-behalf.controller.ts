import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { DecideAdvocacy, OnBehalfView, WriteAdvocacy, WriteTransfer } from './on-behalf.dto.js';
import { OnBehalfs } from './on-behalf.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('referrals')
@Controller('api/inquiries/:id')
export class OnBehalfController {
  constructor(private readonly onBehalf: OnBehalfs) {}

  @Get('on-behalf')
  @Can('note.write')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<OnBehalfView[]> {
    return this.onBehalf.list(actor, id);
  }

  /** A call to an agency with the person on it. */
  @Post('transfers')
  @Can('note.write')
  @HttpCode(204)
  transfer(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: WriteTransfer): Promise<void> {
    return this.onBehalf.transfer(actor, id, body);
  }

  /** An agency was asked for something for the person. */
  @Post('advocacy')
  @Can('note.write')
  @HttpCode(204)
  advocacy(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: WriteAdvocacy): Promise<void> {
    return this.onBehalf.advocacy(actor, id, body);
  }

  /** What was not decided yet is decided, once. 409 `advocacy.decided` tells what stands there. */
  @Post('advocacy/:entry/decision')
  @Can('note.write')
  @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Id() id: string, @Param('entry', ParseUUIDPipe) entry: string, @Body() body: DecideAdvocacy): Promise<void> {
    return this.onBehalf.decide(actor, id, { entry, ...body });
  }
}
