import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthService } from './auth.service.js';
import { DemoAccountView, MeView, SignIn } from './auth.dto.js';
import type { Actor } from '../platform/index.js';
import { Can, CurrentActor, CurrentSession } from './can.js';
import { MakeFirstAdministrator } from './set-up.dto.js';
import { SetUp } from './set-up.service.js';
import type { OpenSession } from './sessions.service.js';

@ApiTags('people')
@Controller('api')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly setUp: SetUp,
  ) {}

  @Post('auth/login')
  @Can('session.open')
  @HttpCode(200)
  signIn(@Body() body: SignIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeView> {
    return this.auth.signIn(body, reply);
  }

  @Post('auth/logout')
  @Can('account.self')
  @HttpCode(204)
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.auth.signOut(request, reply);
  }

  /** 401 when nobody is signed in. */
  @Get('me')
  @Can('account.self')
  me(@CurrentSession() session: OpenSession): MeView {
    return this.auth.me(session);
  }

  /** Empty outside demo mode. */
  @Get('auth/demo-accounts')
  @Can('session.open')
  demoAccounts(): Promise<DemoAccountView[]> {
    return this.auth.demoAccounts();
  }

  /** Works once, and only while nobody can sign in. */
  @Post('auth/set-up')
  @Can('session.open')
  @HttpCode(204)
  firstAdministrator(@CurrentActor() actor: Actor, @Body() body: MakeFirstAdministrator): Promise<void> {
    return this.setUp.use(actor, body);
  }
}
