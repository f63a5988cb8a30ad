import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { FindMatches, FindNeeds, FoundNeed, MatchesView, VocabularyView } from './matching.dto.js';
import { Matching } from './matching.service.js';
import { Vocabulary } from './vocabulary.service.js';

@ApiTags('matching')
@Controller('api')
export class MatchingController {
  constructor(
    private readonly matching: Matching,
    private readonly vocabulary: Vocabulary,
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

  /** A search, nothing is written: what could help this request, best first, with reasons. */
  @Post('inquiries/:id/matches')
  @Can('match.run')
  @HttpCode(200)
  find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: FindMatches): Promise<MatchesView> {
    return this.matching.find(actor, id, body);
  }
}
