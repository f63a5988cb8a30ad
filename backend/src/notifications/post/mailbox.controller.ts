import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { MailView } from './mailbox.dto.js';
import { Mailbox } from './mailbox.service.js';

@ApiTags('notifications')
@Controller('api/mailbox')
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  /** The demo's mails, newest first; 404 outside demo mode. */
  @Get()
  @Can('mailbox.read')
  newest(@CurrentActor() actor: Actor): Promise<MailView[]> {
    return this.mailbox.newest(actor);
  }
}
