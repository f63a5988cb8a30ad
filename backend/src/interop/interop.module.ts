import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { DirectoryModule } from '../directory/index.js';
import { SettingsModule } from '../settings/index.js';
import { DeskImports } from './desk/desk-imports.service.js';
import { ImportsController } from './desk/imports.controller.js';
import { Uploads } from './desk/uploads.js';
import { DeskVocabularyImports } from './desk/vocabulary-imports.service.js';
import { VocabularyImportsController } from './desk/vocabulary-imports.controller.js';
import { HsdsApi } from './hsds/api/hsds-api.service.js';
import { HsdsController } from './hsds/api/hsds.controller.js';
import { HsdsExport } from './hsds/export/hsds-export.service.js';
import { HsdsImport } from './hsds/hsds-import.service.js';
import { VocabularyImport } from './vocabularies/vocabulary-import.service.js';
import { TableImport } from './tables/table-import.service.js';

@Module({ imports: [AuditModule, DirectoryModule, SettingsModule], controllers: [HsdsController, ImportsController, VocabularyImportsController], providers: [HsdsImport, HsdsExport, HsdsApi, TableImport, DeskImports, DeskVocabularyImports, Uploads, VocabularyImport], exports: [HsdsImport, HsdsExport, TableImport, VocabularyImport] })
export class InteropModule {}
