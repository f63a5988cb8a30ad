import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../../people/index.js';
import { LANGUAGES } from '../texts/texts.js';
import { CurrentVisitor, write, type Visitor } from '../visit/visitor.js';
import { FindPages } from './find-pages.service.js';
import { ListPages } from './list-pages.service.js';
import { WrongPages } from './wrong-pages.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** What help there is and what a listing says, for everybody, and a way to say that it is wrong. */
@ApiExcludeController()
@Controller(LANGUAGES.map(({ code }) => `${code}/find`))
export class FindController {
  constructor(
    private readonly pages: FindPages,
    private readonly wrong: WrongPages,
    private readonly list: ListPages,
  ) {}

  @Get()
  @Can('page.read')
  show(@CurrentVisitor() visitor: Visitor, @Query() { page, found }: Record<string, string | undefined>, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, found ? this.list.found(visitor, String(found)) : this.list.all(visitor, page));
  }

  /** A search, nothing is written: in the body, because what somebody needs and where they live belongs into no address. */
  @Post()
  @Can('page.read')
  search(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.list.search(visitor));
  }

  @Get(':id')
  @Can('page.read')
  listing(@CurrentVisitor() visitor: Visitor, @Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.listing(visitor, id));
  }

  @Get(':id/wrong')
  @Can('page.read')
  ask(@CurrentVisitor() visitor: Visitor, @Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.wrong.show(visitor, id));
  }

  @Post(':id/wrong')
  @Can('listing.correct')
  say(@CurrentVisitor() visitor: Visitor, @Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.wrong.say(visitor, id));
  }

  @Get(':id/thanks')
  @Can('page.read')
  thanks(@CurrentVisitor() visitor: Visitor, @Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.wrong.thanks(visitor, id));
  }
}
