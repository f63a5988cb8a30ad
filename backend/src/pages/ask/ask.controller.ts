import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../people/index.js';
import { LANGUAGES } from '../texts/texts.js';
import { CurrentVisitor, write, type Visitor } from '../visit/visitor.js';
import { Journey } from './journey.service.js';

/** The form: one page, one address, in every language there are texts for. */
@ApiExcludeController()
@Controller(LANGUAGES.map(({ code }) => `${code}/ask`))
export class AskController {
  constructor(private readonly journey: Journey) {}

  @Get()
  @Can('page.read')
  start(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.start(visitor));
  }

  @Post()
  @Can('inquiry.submit')
  begin(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.begin(visitor));
  }

  @Get(':page')
  @Can('page.read')
  show(@CurrentVisitor() visitor: Visitor, @Param('page') page: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.show(visitor, page));
  }

  @Post(':page')
  @Can('inquiry.submit')
  answer(@CurrentVisitor() visitor: Visitor, @Param('page') page: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.journey.answer(visitor, page));
  }
}
