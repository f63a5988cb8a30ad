import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { SettingsModule } from '../settings/index.js';
import { HsdsApi } from './hsds/api/hsds-api.service.js';
import { HsdsController } from './hsds/api/hsds.controller.js';
import { HsdsExport } from './hsds/export/hsds-export.service.js';
import { HsdsImport } from './hsds/hsds-import.service.js';
import { TableImport } from './tables/table-import.service.js';

@Module({ imports: [DirectoryModule, SettingsModule], controllers: [HsdsController], providers: [HsdsImport, HsdsExport, HsdsApi, TableImport], exports: [HsdsImport, HsdsExport, TableImport] })
export class InteropModule {}
