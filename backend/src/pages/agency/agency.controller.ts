import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can } from '../../people/index.js';
import { LANGUAGES } from '../texts/texts.js';
import { visitorOf, write } from '../visit/visitor.js';
import { AgencyJourney } from './agency-journey.service.js';
import { AGENCY_COOKIE, callerOf } from './caller.js';

/** Where a mail leads: on to the page in the visitor's language. Nothing happens, whoever looks. */
@ApiExcludeController()
@Controller('a')
export class AgencyLinkController {
  @Get(':token')
  @Can('page.read')
  open(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.header('vary', 'accept-language').redirect(`/${visitorOf(request).language}/a/${encodeURIComponent(token)}`, 303);
  }
}

/** An agency's pages. GET shows; POST alone acts: mail scanners read links and press nothing (trust.md 6.5). */
@ApiExcludeController()
@Controller(LANGUAGES.map(({ code }) => `${code}/a`))
export class AgencyController {
  constructor(private readonly journey: AgencyJourney) {}

  @Get(':token')
  @Can('page.read')
  landing(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.show(callerOf(request, token), 'landing'), AGENCY_COOKIE);
  }

  /** Continue: mails a code to the address on file. */
  @Post(':token')
  @Can('page.read')
  go(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.answer(callerOf(request, token), 'landing'), AGENCY_COOKIE);
  }

  @Get(':token/:page')
  @Can('page.read')
  show(@Param('token') token: string, @Param('page') page: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.show(callerOf(request, token), page), AGENCY_COOKIE);
  }

  @Post(':token/:page')
  @Can('page.read')
  answer(@Param('token') token: string, @Param('page') page: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.answer(callerOf(request, token), page), AGENCY_COOKIE);
  }
}
