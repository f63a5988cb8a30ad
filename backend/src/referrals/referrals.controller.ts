import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { Cards } from './cards.service.js';
import { Options } from './options.service.js';
import { CardView, DecideOption, MakeCard, OfferOptions, OptionView } from './referral.dto.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('referrals')
@Controller('api')
export class ReferralsController {
  constructor(
    private readonly options: Options,
    private readonly cards: Cards,
  ) {}

  @Get('inquiries/:id/options')
  @Can('option.offer')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<OptionView[]> {
    return this.options.list(actor, id);
  }

  /** Answers with all options of the request. */
  @Post('inquiries/:id/options')
  @Can('option.offer')
  offer(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: OfferOptions): Promise<OptionView[]> {
    return this.options.offer(actor, id, body);
  }

  @Post('options/:id/decision')
  @Can('option.offer')
  @HttpCode(200)
  decide(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: DecideOption): Promise<OptionView> {
    return this.options.decide(actor, id, body);
  }

  /** A card to read aloud or print; from then on a follow-up is due when the person agreed to one. */
  @Post('inquiries/:id/card')
  @Can('option.offer')
  card(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: MakeCard): Promise<CardView> {
    return this.cards.make(actor, id, body);
  }
}
