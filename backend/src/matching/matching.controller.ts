import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { FindMatches, MatchesView } from './matching.dto.js';
import { Matching } from './matching.service.js';
import { OwnWords } from './own-words.service.js';
import { UnderstoodView } from './understood.dto.js';
import { FindNeeds, FoundNeed, VocabularyView } from './vocabulary.dto.js';
import { Vocabulary } from './vocabulary.service.js';
import { AskWhy, WhyView } from './why.dto.js';
import { Why } from './why.service.js';

@ApiTags('matching')
@Controller('api')
export class MatchingController {
  constructor(
    private readonly matching: Matching,
    private readonly vocabulary: Vocabulary,
    private readonly ownWords: OwnWords,
    private readonly missed: Why,
  ) {}

  /** The words that needs and kinds of service have. */
  @Get('vocabulary')
  @Can('directory.read')
  words(@CurrentActor() actor: Actor): Promise<VocabularyView> {
    return this.vocabulary.view(actor);
  }

  /** Needs by their names or by what people say. It travels in the body: the words may be a person's own. */
  @Post('vocabulary/needs')
  @Can('directory.read')
  @HttpCode(200)
  needs(@Body() { search }: FindNeeds): Promise<FoundNeed[]> {
    return this.vocabulary.find(search);
  }

  /** What the request's own words may ask for, to be confirmed by who reads them. The reading is written into the audit. */
  @Get('inquiries/:id/understood')
  @Can('inquiry.read')
  understood(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UnderstoodView> {
    return this.ownWords.understood(actor, id);
  }

  /** A search, nothing is written: what could help this request, best first, with reasons. */
  @Post('inquiries/:id/matches')
  @Can('match.run')
  @HttpCode(200)
  find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: FindMatches): Promise<MatchesView> {
    return this.matching.find(actor, id, body);
  }

  /** Where named services stand, what keeps them out, and the smallest change that would bring each in. Nothing is written. */
  @Post('inquiries/:id/matches/why')
  @Can('match.run')
  @HttpCode(200)
  why(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AskWhy): Promise<WhyView[]> {
    return this.missed.why(actor, id, body);
  }
}
