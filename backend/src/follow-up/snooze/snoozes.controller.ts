import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { ReadTime, ReadTimeView, SnoozeAgain, SnoozeInquiry, SnoozeView } from './snooze.dto.js';
import { Snoozes } from './snoozes.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('follow-up')
@Controller('api/inquiries/:id/snooze')
export class SnoozesController {
  constructor(private readonly snoozes: Snoozes) {}

  @Get()
  @Can('follow-up.work')
  view(@CurrentActor() actor: Actor, @Id() id: string): Promise<SnoozeView> {
    return this.snoozes.view(actor, id);
  }

  /** What words for a time say, before anything is done. */
  @Post('time')
  @Can('follow-up.work')
  @HttpCode(200)
  read(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: ReadTime): Promise<ReadTimeView> {
    return this.snoozes.read(actor, id, body);
  }

  /** 409 `snooze.overtaken` when an answer or the person's word came that was not read yet. */
  @Put()
  @Can('follow-up.work')
  @HttpCode(204)
  snooze(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SnoozeInquiry): Promise<void> {
    return this.snoozes.snooze(actor, id, body);
  }

  /** To the same time, or by the same words once that is over. */
  @Post('again')
  @Can('follow-up.work')
  @HttpCode(204)
  again(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: SnoozeAgain): Promise<void> {
    return this.snoozes.again(actor, id, body);
  }

  /** Wakes it by hand, and takes away the mark that it woke. */
  @Post('up')
  @Can('follow-up.work')
  @HttpCode(204)
  getUp(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.snoozes.getUp(actor, id);
  }
}
