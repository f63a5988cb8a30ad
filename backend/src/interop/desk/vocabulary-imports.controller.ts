import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, CurrentActor } from '../../people/index.js';
import type { Actor } from '../../platform/index.js';
import { TakeVocabulary, VocabularyImportView } from './vocabulary-imports.dto.js';
import { DeskVocabularyImports } from './vocabulary-imports.service.js';

@ApiTags('directory')
@Controller('api/imports/files')
export class VocabularyImportsController {
  constructor(private readonly imports: DeskVocabularyImports) {}

  /** What taking the file in as a vocabulary would do; nothing is written. */
  @Post(':id/vocabulary/dry-run')
  @Can('directory.import')
  @HttpCode(200)
  tryOut(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TakeVocabulary): Promise<VocabularyImportView> {
    return this.imports.tryOut(actor, id, body);
  }

  /** Takes the file in as a vocabulary, and deletes it. */
  @Post(':id/vocabulary')
  @Can('directory.import')
  @HttpCode(200)
  takeIn(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TakeVocabulary): Promise<VocabularyImportView> {
    return this.imports.takeIn(actor, id, body);
  }
}
