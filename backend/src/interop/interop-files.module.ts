import { Module } from '@nestjs/common';
import { DirectoryImportsModule } from '../directory/index.js';
import { HsdsExport } from './hsds/export/hsds-export.service.js';
import { HsdsImport } from './hsds/hsds-import.service.js';
import { TableImport } from './tables/table-import.service.js';
import { VocabularyImport } from './vocabularies/vocabulary-import.service.js';

const PARTS = [HsdsExport, HsdsImport, TableImport, VocabularyImport];

/** Reading and writing files, without the API and the desk's pages for it. */
@Module({ imports: [DirectoryImportsModule], providers: PARTS, exports: PARTS })
export class InteropFilesModule {}
