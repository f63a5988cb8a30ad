import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { CheckedRows, CheckListings, FieldTrustView, FindVerification, ReadVerification, VerificationFound, VerificationPage } from './verification.dto.js';
import { Verification } from './verification.service.js';

@ApiTags('directory')
@Controller('api/directory')
export class VerificationController {
  constructor(private readonly verification: Verification) {}

  /** Listings by where they stand on the ladder of checking. */
  @Get('verification')
  @Can('directory.steward')
  page(@CurrentActor() actor: Actor, @Query() query: ReadVerification): Promise<VerificationPage> {
    return this.verification.page(actor, query);
  }

  /** All that the words and the rung find, by name: for what is done to all of them. */
  @Get('verification/found')
  @Can('directory.steward')
  found(@CurrentActor() actor: Actor, @Query() query: FindVerification): Promise<VerificationFound> {
    return this.verification.found(actor, query);
  }

  /** How sure each field of a listing is, and by whose word. */
  @Get('services/:id/trust')
  @Can('directory.read')
  trust(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FieldTrustView[]> {
    return this.verification.trust(actor, id);
  }

  /** What was found of one listing or of many: each has its own result. */
  @Post('checks')
  @Can('directory.steward')
  @HttpCode(200)
  check(@CurrentActor() actor: Actor, @Body() body: CheckListings): Promise<CheckedRows> {
    return this.verification.check(actor, body);
  }
}
