import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { AgencyLetterView, MessagesView } from './messages.dto.js';
import { Messages } from './messages.service.js';

@ApiTags('notifications')
@Controller('api/inquiries/:id')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  /** How the person is told that there is an answer, word for word, and every letter that was written about this request. */
  @Get('messages')
  @Can('inquiry.read')
  about(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MessagesView> {
    return this.messages.about(actor, id);
  }

  /** The letter that a referral by link would send, word for word; 409 where the agency has no address. */
  @Get('options/:optionId/letter')
  @Can('referral.make')
  toAgency(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('optionId', ParseUUIDPipe) optionId: string): Promise<AgencyLetterView> {
    return this.messages.toAgency(actor, id, optionId);
  }
}
