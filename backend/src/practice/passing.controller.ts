import { Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, CurrentSession, type OpenSession } from '../people/index.js';
import { Passing } from './passing.service.js';

/** The practice desk's API, at an address beside the real one: which desk a page works on stands in its address, so two tabs never mix them. */
@ApiExcludeController()
@Controller('practice/api')
export class PassingController {
  constructor(private readonly passing: Passing) {}

  @Get('*')
  @Can('practice.use')
  read(@CurrentSession() session: OpenSession, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.passing.pass(session, request, reply);
  }

  @Post('*')
  @Can('practice.use')
  act(@CurrentSession() session: OpenSession, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.passing.pass(session, request, reply);
  }

  @Put('*')
  @Can('practice.use')
  keep(@CurrentSession() session: OpenSession, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.passing.pass(session, request, reply);
  }

  @Delete('*')
  @Can('practice.use')
  remove(@CurrentSession() session: OpenSession, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.passing.pass(session, request, reply);
  }
}
