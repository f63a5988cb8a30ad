import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import { IfMatch, type Actor } from '../../platform/index.js';
import { EntryPage, LexiconView, SearchEntries, SwitchLine, WriteEntry } from './lexicon.dto.js';
import { ChangedSince, StepView } from './lexicon-steps.dto.js';
import { LexiconEntries } from './lexicon-entries.js';
import { LexiconAbout } from './lexicon.service.js';
import { LexiconSteps } from './lexicon-steps.js';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
/** The version that was read. 412 says in `since` what was changed meanwhile. */
const Versioned = (): MethodDecorator => ApiHeader({ name: 'if-match', required: true });

/** What people write, and what it means here. */
@ApiTags('matching')
@ApiExtraModels(ChangedSince)
@Controller('api/lexicon')
export class LexiconController {
  constructor(
    private readonly about: LexiconAbout,
    private readonly entries: LexiconEntries,
    private readonly steps: LexiconSteps,
  ) {}

  /** What lines may say, how many there are, and whether something is still being learned. */
  @Get()
  @Can('directory.read')
  view(@CurrentActor() actor: Actor): Promise<LexiconView> {
    return this.about.view(actor);
  }

  /** Lines by their words, by what they say, or by a sentence that they hear. */
  @Post('entries/search')
  @Can('directory.read')
  @HttpCode(200)
  search(@CurrentActor() actor: Actor, @Body() body: SearchEntries): Promise<EntryPage> {
    return this.entries.search(actor, body);
  }

  @Post('entries')
  @Can('directory.steward')
  add(@CurrentActor() actor: Actor, @Body() body: WriteEntry): Promise<{ id: string }> {
    return this.entries.add(actor, body);
  }

  @Put('entries/:id')
  @Can('directory.steward')
  @HttpCode(204)
  @Versioned()
  change(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: WriteEntry): Promise<void> {
    return this.entries.change(actor, { id, version }, body);
  }

  /** It is not read any more, and can be switched on again. */
  @Post('entries/:id/off')
  @Can('directory.steward')
  @HttpCode(204)
  @Versioned()
  off(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: SwitchLine): Promise<void> {
    return this.entries.switch(actor, { id, version }, true, body);
  }

  @Post('entries/:id/on')
  @Can('directory.steward')
  @HttpCode(204)
  @Versioned()
  on(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number, @Body() body: SwitchLine): Promise<void> {
    return this.entries.switch(actor, { id, version }, false, body);
  }

  /** A line of the desk; 409 for one of the product's. */
  @Post('entries/:id/delete')
  @Can('directory.steward')
  @HttpCode(204)
  @Versioned()
  delete(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.steps.delete(actor, 'entry', { id, version });
  }

  /** Takes the last change back, also a deletion. */
  @Post('entries/:id/undo')
  @Can('directory.steward')
  @HttpCode(204)
  @Versioned()
  undo(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<void> {
    return this.steps.undo(actor, 'entry', { id, version });
  }

  /** What was done to a line, an entry or an example, the newest first. */
  @Get('lines/:id/history')
  @Can('directory.read')
  history(@CurrentActor() actor: Actor, @Id() id: string): Promise<StepView[]> {
    return this.steps.history(actor, id);
  }
}
