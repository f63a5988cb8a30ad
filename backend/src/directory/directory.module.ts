import { Module } from '@nestjs/common';
import { DirectoryWriter } from './directory-writer.js';
import { Imports } from './imports.service.js';
import { DirectoryReference } from './reference.service.js';

@Module({
  providers: [DirectoryReference, DirectoryWriter, Imports],
  exports: [DirectoryReference, DirectoryWriter, Imports],
})
export class DirectoryModule {}
