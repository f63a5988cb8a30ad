import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { ExampleLines } from './example-lines.js';
import { ExamplePage, SearchExamples, WriteExample } from './lexicon.dto.js';
import { LexiconSteps } from './lexicon-steps.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Lines that are learned from. What changes here is learned beside the work, for seconds. */
@ApiTags('matching')
@Controller('api/lexicon/examples')
export class ExampleLinesController {
  constructor(
    private readonly examples: ExampleLines,
    private readonly steps: LexiconSteps,
  ) {}

  @Post('search')
  @Can('directory.read')
  @HttpCode(200)
  search(@CurrentActor() actor: Actor, @Body() body: SearchExamples): Promise<ExamplePage> {
    return this.examples.search(actor, body);
  }

  @Post()
  @Can('directory.steward')
  add(@CurrentActor() actor: Actor, @Body() body: WriteExample): Promise<{ id: string }> {
    return this.examples.add(actor, body);
  }

  @Post(':id/off')
  @Can('directory.steward')
  @HttpCode(204)
  off(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.examples.switch(actor, id, true);
  }

  @Post(':id/on')
  @Can('directory.steward')
  @HttpCode(204)
  on(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.examples.switch(actor, id, false);
  }

  /** A line of the desk; 409 for one of the product's. */
  @Post(':id/delete')
  @Can('directory.steward')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.steps.delete(actor, 'example', { id });
  }

  /** Takes the last change back, also a deletion. */
  @Post(':id/undo')
  @Can('directory.steward')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Id() id: string): Promise<void> {
    return this.steps.undo(actor, 'example', { id });
  }
}
