import { Module } from '@nestjs/common';
import { DirectoryController } from './directory.controller.js';
import { Directory } from './directory.service.js';
import { DirectoryWriter } from './directory-writer.js';
import { Imports } from './imports.service.js';
import { DirectoryReference } from './reference.service.js';
import { Steward } from './steward.service.js';

@Module({
  controllers: [DirectoryController],
  providers: [Directory, DirectoryReference, DirectoryWriter, Imports, Steward],
  exports: [Directory, DirectoryReference, DirectoryWriter, Imports],
})
export class DirectoryModule {}
