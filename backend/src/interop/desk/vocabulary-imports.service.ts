import { Injectable } from '@nestjs/common';
import { DeskError, type Actor } from '../../platform/index.js';
import { NoVocabulary } from '../vocabularies/read-vocabulary.js';
import { VocabularyImport } from '../vocabularies/vocabulary-import.service.js';
import { Uploads } from './uploads.js';
import type { TakeVocabulary, VocabularyImportView } from './vocabulary-imports.dto.js';

/** A vocabulary's file at the desk: tried and taken in. It was sent as every file of an import is. */
@Injectable()
export class DeskVocabularyImports {
  constructor(
    private readonly uploads: Uploads,
    private readonly imports: VocabularyImport,
  ) {}

  /** What taking it in would do. Writes nothing, and keeps the file. Throws 404, 409, 422. */
  tryOut(actor: Actor, id: string, given: TakeVocabulary): Promise<VocabularyImportView> {
    return this.taken(actor, id, { ...given, dryRun: true });
  }

  /** Takes it in, and deletes the file. Throws as `tryOut`. */
  async takeIn(actor: Actor, id: string, given: TakeVocabulary): Promise<VocabularyImportView> {
    const view = await this.taken(actor, id, given);
    this.uploads.drop(id);
    return view;
  }

  private async taken(actor: Actor, id: string, given: TakeVocabulary & { dryRun?: boolean }): Promise<VocabularyImportView> {
    try {
      const { groups, ...result } = await this.imports.run(actor, this.uploads.path(id), given);
      return { ...result, defects: groups.map(({ action, code, detail, alike, column, count, rows }) => ({ action, code, detail, alike, column, count, rows })) };
    } catch (error) {
      if (error instanceof NoVocabulary) throw new DeskError(422, 'vocabulary.unreadable', error.message);
      throw error;
    }
  }
}
