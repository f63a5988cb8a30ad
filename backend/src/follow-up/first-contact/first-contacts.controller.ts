import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { TryPerson } from '../follow-up.dto.js';
import { FirstContacts } from './first-contacts.service.js';

@ApiTags('follow-up')
@Controller('api/inquiries/:id/attempts')
export class FirstContactsController {
  constructor(private readonly contacts: FirstContacts) {}

  /** A try to reach the person. 422 `channel.unsafe` says why their plan forbids it. */
  @Post()
  @Can('follow-up.work')
  @HttpCode(204)
  tryPerson(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TryPerson): Promise<void> {
    return this.contacts.tryPerson(actor, id, body);
  }
}
