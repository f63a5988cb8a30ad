import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { NextView, RoutingView, SkipInquiry, SkipView } from './next.dto.js';
import { Next } from './next.service.js';

@ApiTags('intake')
@Controller('api')
export class NextController {
  constructor(private readonly guide: Next) {}

  /** The most urgent request that nobody has or views, held for the actor for a minute. It is not claimed. */
  @Post('queue/next')
  @Can('inquiry.claim')
  @HttpCode(200)
  next(@CurrentActor() actor: Actor): Promise<NextView> {
    return this.guide.next(actor);
  }

  @Post('inquiries/:id/skip')
  @Can('inquiry.skip')
  @HttpCode(204)
  skip(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SkipInquiry): Promise<void> {
    return this.guide.skip(actor, id, body);
  }

  @Get('queue/skips')
  @Can('skip.read')
  skips(@CurrentActor() actor: Actor): Promise<SkipView[]> {
    return this.guide.skips(actor);
  }

  /** What *Next* brings the actor first. */
  @Get('queue/routing')
  @Can('inquiry.claim')
  routing(@CurrentActor() actor: Actor): Promise<RoutingView> {
    return this.guide.routing(actor);
  }

  @Put('queue/routing')
  @Can('inquiry.claim')
  route(@CurrentActor() actor: Actor, @Body() body: RoutingView): Promise<RoutingView> {
    return this.guide.route(actor, body);
  }
}
