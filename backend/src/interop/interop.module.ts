import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { HsdsImport } from './hsds/hsds-import.service.js';

@Module({ imports: [DirectoryModule], providers: [HsdsImport], exports: [HsdsImport] })
export class InteropModule {}
