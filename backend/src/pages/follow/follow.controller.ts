import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../people/index.js';
import { LANGUAGES } from '../texts/texts.js';
import { CurrentVisitor, write, type Visitor } from '../visit/visitor.js';
import { Following } from './following.service.js';

/** The person's own page, in every language. Anybody may knock; what is behind it asks for the person of that request. */
@ApiExcludeController()
@Controller(LANGUAGES.map(({ code }) => `${code}/follow`))
export class FollowController {
  constructor(private readonly following: Following) {}

  @Get()
  @Can('page.read')
  open(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.following.open(visitor));
  }

  @Post()
  @Can('page.read')
  enter(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.following.enter(visitor));
  }

  @Get(':page')
  @Can('page.read')
  show(@CurrentVisitor() visitor: Visitor, @Param('page') page: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.following.show(visitor, page));
  }

  @Post(':page')
  @Can('page.read')
  act(@CurrentVisitor() visitor: Visitor, @Param('page') page: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.following.act(visitor, page));
  }
}
