import { Controller, Get, Header, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can } from '../people/index.js';
import { MARK, PASSKEY_SCRIPT, PASSKEY_SCRIPT_URL, SCRIPT, SCRIPT_URL } from './frame/assets.js';
import { StandingPages } from './standing.service.js';
import { LANGUAGES, preferred } from './texts/texts.js';
import { CurrentVisitor, write, type Visitor } from './visit/visitor.js';

const FOREVER = 'public, max-age=31536000, immutable';

/** The front door, the way out, and what the pages load. */
@ApiExcludeController()
@Controller()
export class FrontDoorController {
  constructor(private readonly pages: StandingPages) {}

  @Get()
  @Can('page.read')
  open(@Headers('accept-language') wanted: string | undefined, @Res() reply: FastifyReply): void {
    void reply.header('vary', 'accept-language').redirect(`/${preferred(wanted).code}/ask`, 303);
  }

  @Post('leave')
  @Can('page.read')
  @Header('clear-site-data', '"storage"')
  leave(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.leave(visitor));
  }

  @Get(SCRIPT_URL)
  @Can('page.read')
  @HttpCode(200)
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FOREVER)
  script(): string {
    return SCRIPT;
  }

  @Get(PASSKEY_SCRIPT_URL)
  @Can('page.read')
  @HttpCode(200)
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FOREVER)
  passkeyScript(): string {
    return PASSKEY_SCRIPT;
  }

  @Get('pages/mark.svg')
  @Can('page.read')
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', FOREVER)
  mark(): string {
    return MARK;
  }
}

/** Everything else under a language: pages that are always there, or "there is no such page". */
@ApiExcludeController()
@Controller(LANGUAGES.map(({ code }) => code))
export class StandingController {
  constructor(private readonly pages: StandingPages) {}

  @Get(['', '*'])
  @Can('page.read')
  show(@CurrentVisitor() visitor: Visitor, @Res() reply: FastifyReply): Promise<void> {
    return write(reply, this.pages.show(visitor));
  }
}
