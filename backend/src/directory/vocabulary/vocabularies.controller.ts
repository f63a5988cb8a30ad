import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { Crosswalks } from './crosswalks.js';
import { CrosswalkStep, DecideMeaning, FindTerms, FoundTermView, ReadTerms, VocabularyTermPage, LoadedVocabularyView } from './vocabularies.dto.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiTags('directory')
@Controller('api/vocabularies')
export class VocabulariesController {
  constructor(private readonly crosswalks: Crosswalks) {}

  /** The product's own taxonomies and the vocabularies beside them. */
  @Get()
  @Can('directory.steward')
  all(@CurrentActor() actor: Actor): Promise<LoadedVocabularyView[]> {
    return this.crosswalks.vocabularies(actor);
  }

  /** Terms of ours by their names or by what people say, in English or Spanish. */
  @Get('search')
  @Can('directory.read')
  find(@Query() { search = '' }: FindTerms): Promise<FoundTermView[]> {
    return this.crosswalks.find(search);
  }

  /** Terms of one vocabulary: those that listings use and that mean nothing yet come first. */
  @Get(':id/terms')
  @Can('directory.steward')
  terms(@CurrentActor() actor: Actor, @Id() id: string, @Query() query: ReadTerms): Promise<VocabularyTermPage> {
    return this.crosswalks.terms(actor, id, query);
  }

  /** What was decided of a term, the newest first. */
  @Get('terms/:id/meaning')
  @Can('directory.steward')
  history(@CurrentActor() actor: Actor, @Id() id: string): Promise<CrosswalkStep[]> {
    return this.crosswalks.history(actor, id);
  }

  /** Says what a term of another vocabulary means in ours. */
  @Post('terms/:id/meaning')
  @Can('directory.steward')
  @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Id() id: string, @Body() body: DecideMeaning): Promise<void> {
    return this.crosswalks.decide(actor, id, body);
  }

  /** Takes the last decision back. */
  @Post('terms/:id/meaning/undo')
  @Can('directory.steward')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.crosswalks.undo(actor, id);
  }
}
