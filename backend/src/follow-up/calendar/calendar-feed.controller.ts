import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Can } from '../../people/index.js';
import { Calendars } from './calendars.service.js';

/** What a calendar fetches. It has no session: the address is the key. */
@ApiExcludeController()
@Controller('calendar')
export class CalendarFeedController {
  constructor(private readonly calendars: Calendars) {}

  @Get(':token/follow-ups.ics')
  @Can('page.read')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('x-robots-tag', 'noindex, nofollow')
  @Header('cache-control', 'no-store')
  read(@Param('token') token: string, @Req() request: FastifyRequest): Promise<string> {
    return this.calendars.read(token, request.ip);
  }
}
