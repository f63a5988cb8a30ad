import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import { IfMatch, type Actor } from '../platform/index.js';
import { Answers } from './answers.service.js';
import { EnterAnswer, MakeReferral, RecallReferral, ReferralView, ReplyToAgency } from './refer.dto.js';
import { Referrals } from './referrals.service.js';
import { Replies } from './replies.service.js';
import { Withdrawals } from './withdrawals.service.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Versioned = (): MethodDecorator => ApiHeader({ name: 'if-match', required: true });

@ApiTags('referrals')
@Controller('api')
export class ReferController {
  constructor(
    private readonly referrals: Referrals,
    private readonly answers: Answers,
    private readonly replies: Replies,
    private readonly withdrawals: Withdrawals,
  ) {}

  @Get('inquiries/:id/referrals')
  @Can('referral.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReferralView[]> {
    return this.referrals.list(actor, id);
  }

  /** Answers with all referrals of the request. */
  @Post('inquiries/:id/referrals')
  @Can('referral.make')
  make(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: MakeReferral): Promise<ReferralView[]> {
    return this.referrals.make(actor, id, body);
  }

  /** What the agency said on the phone. */
  @Post('referrals/:id/answer')
  @Can('referral.move')
  @HttpCode(200)
  @Versioned()
  answer(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: EnterAnswer): Promise<ReferralView> {
    return this.answers.enter(actor, id, version, body);
  }

  /** What the person agreed to say to the agency that asked by its link, or that they would rather not say. */
  @Post('referrals/:id/reply')
  @Can('referral.move')
  @HttpCode(200)
  @Versioned()
  reply(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: ReplyToAgency): Promise<ReferralView> {
    return this.replies.reply(actor, id, version, body);
  }

  @Post('referrals/:id/recall')
  @Can('referral.move')
  @HttpCode(200)
  @Versioned()
  recall(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: RecallReferral): Promise<ReferralView> {
    return this.withdrawals.recall(actor, id, version, body);
  }

  /** The person takes their consent back; the agency sees nothing from its next request on. */
  @Post('referrals/:id/withdraw-consent')
  @Can('consent.withdraw')
  @HttpCode(204)
  withdrawConsent(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.withdrawals.withdrawConsent(actor, id);
  }
}
