import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { Sentences } from './sentences.js';
import { TryOut } from './try-out.js';
import { SentencesView, TriedSentences, TriedView, TrySentences, TryWords, WriteSentence } from './try-out.dto.js';

/** What the lexicon understands, before and with a change that nobody has saved. Nothing is written and nothing is kept. */
@ApiTags('matching')
@Controller('api/lexicon')
export class TryOutController {
  constructor(
    private readonly trying: TryOut,
    private readonly kept: Sentences,
  ) {}

  /** Words travel in the body and are read in memory. */
  @Post('try')
  @Can('directory.read')
  @HttpCode(200)
  words(@CurrentActor() actor: Actor, @Body() body: TryWords): Promise<TriedView> {
    return this.trying.words(actor, body);
  }

  /** Which test sentences a change would mend or break. */
  @Post('try/sentences')
  @Can('directory.read')
  @HttpCode(200)
  sentences(@CurrentActor() actor: Actor, @Body() { entry }: TrySentences): Promise<TriedSentences> {
    return this.kept.tried(actor, entry);
  }

  /** Test sentences, with what is to be understood of them and what is. */
  @Get('sentences')
  @Can('directory.read')
  all(@CurrentActor() actor: Actor): Promise<SentencesView> {
    return this.kept.view(actor);
  }

  @Post('sentences')
  @Can('directory.steward')
  add(@CurrentActor() actor: Actor, @Body() body: WriteSentence): Promise<{ id: string }> {
    return this.kept.add(actor, body);
  }

  /** One of the desk's; 409 for one of the product's. */
  @Post('sentences/:id/delete')
  @Can('directory.steward')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.kept.delete(actor, id);
  }
}
