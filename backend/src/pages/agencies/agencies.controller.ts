import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can } from '../../people/index.js';
import { LANGUAGES } from '../texts/texts.js';
import { CurrentVisitor, visitorOf, write, type Visitor } from '../visit/visitor.js';
import { ApplyPages } from './apply-pages.service.js';

/** Where a letter to an applicant leads: on to the page in the visitor's language. */
@ApiExcludeController()
@Controller('agencies')
export class ApplicationLinkController {
  @Get('application/:token')
  @Can('page.read')
  open(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    void reply.header('vary', 'accept-language').redirect(`/${visitorOf(request).language}/agencies/application/${encodeURIComponent(token)}`, 303);
  }
}

/** What is listed and what is not, and how a place asks to be. GET shows, POST alone acts. */
@ApiExcludeController()
@Controller(LANGUAGES.map(({ code }) => `${code}/agencies`))
export class AgenciesPagesController {
  constructor(private readonly pages: ApplyPages) {}

  @Get('policy')
  @Can('page.read')
  policy(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.policy(visitor));
  }

  @Get('apply')
  @Can('page.read')
  form(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.form(visitor));
  }

  @Post('apply')
  @Can('page.read')
  apply(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.apply(visitor));
  }

  @Get('application/:token')
  @Can('page.read')
  standing(@CurrentVisitor() visitor: Visitor, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.standing(visitor, token));
  }

  @Post('application/:token')
  @Can('page.read')
  appeal(@CurrentVisitor() visitor: Visitor, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.appeal(visitor, token));
  }
}
