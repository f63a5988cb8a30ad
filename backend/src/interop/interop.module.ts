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
import { InteropFilesModule } from './interop-files.module.js';

@Module({ imports: [AuditModule, DirectoryModule, InteropFilesModule, SettingsModule], controllers: [HsdsController, ImportsController, VocabularyImportsController], providers: [HsdsApi, DeskImports, DeskVocabularyImports, Uploads], exports: [InteropFilesModule] })
export class InteropModule {}
