import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can } from '../../../people/index.js';
import { LANGUAGES } from '../../texts/texts.js';
import { write } from '../../visit/visitor.js';
import { memberAt } from '../caller.js';
import { MemberJourney } from './member-journey.service.js';

/** The optional account of an agency's people. GET shows; POST alone acts. */
@ApiExcludeController()
@Controller(LANGUAGES.map(({ code }) => `${code}/agency`))
export class MemberController {
  constructor(private readonly journey: MemberJourney) {}

  @Get(['', ':page'])
  @Can('page.read')
  show(@Param('page') page: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.open(memberAt(request), page, false));
  }

  @Post(['', ':page'])
  @Can('page.read')
  act(@Param('page') page: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.open(memberAt(request), page, true));
  }

  @Get('listings/:page')
  @Can('page.read')
  listing(@Param('page') page: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.listings(memberAt(request, '/agency/listings'), page, false));
  }

  @Post('listings/:page')
  @Can('page.read')
  keep(@Param('page') page: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.listings(memberAt(request, '/agency/listings'), page, true));
  }

  @Get(['passkeys', 'passkeys/:page'])
  @Can('page.read')
  passkeys(@Param('page') page: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.passkeys(memberAt(request, '/agency/passkeys'), page ?? 'landing', false));
  }

  @Post(['passkeys', 'passkeys/:page'])
  @Can('page.read')
  keepPasskeys(@Param('page') page: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.passkeys(memberAt(request, '/agency/passkeys'), page ?? 'landing', true));
  }

  @Get(['referral/:id', 'referral/:id/:page'])
  @Can('page.read')
  referral(@Param() place: { id: string; page?: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.referral(memberAt(request, `/agency/referral/${encodeURIComponent(place.id)}`), place, false));
  }

  @Post(['referral/:id', 'referral/:id/:page'])
  @Can('page.read')
  answer(@Param() place: { id: string; page?: string }, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.referral(memberAt(request, `/agency/referral/${encodeURIComponent(place.id)}`), place, true));
  }
}
