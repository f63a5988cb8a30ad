import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../people/index.js';
import type { Actor } from '../platform/index.js';
import { FindMatches, MatchesView, VocabularyView } from './matching.dto.js';
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

  /** A search, nothing is written: what could help this request, best first, with reasons. */
  @Post('inquiries/:id/matches')
  @Can('match.run')
  @HttpCode(200)
  find(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: FindMatches): Promise<MatchesView> {
    return this.matching.find(actor, id, body);
  }
}
