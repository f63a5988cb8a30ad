import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/index.js';
import { Can, CurrentActor } from '../can.js';
import { OneTimeLinkView, ReadLink, UseLink } from './link.dto.js';
import { Links } from './links.service.js';

@ApiTags('people')
@Controller('api/auth/link')
export class LinkController {
  constructor(private readonly links: Links) {}

  /** What a one-time link is for. The secret comes in the body: an address would be logged. */
  @Post()
  @Can('session.open')
  @HttpCode(200)
  read(@Body() body: ReadLink): Promise<OneTimeLinkView> {
    return this.links.read(body);
  }

  /** Sets the password. Works once. */
  @Post('use')
  @Can('session.open')
  @HttpCode(204)
  use(@CurrentActor() actor: Actor, @Body() body: UseLink): Promise<void> {
    return this.links.use(actor, body);
  }
}
