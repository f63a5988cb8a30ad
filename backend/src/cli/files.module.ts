import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { InteropFilesModule } from '../interop/index.js';
import { PlatformModule } from '../platform/index.js';
import { ReferenceModule } from '../seed/index.js';

/** What stands behind commands that read or write files of listings, or only look at the audit: no room where somebody is received, no page, no route. */
@Module({ imports: [PlatformModule, AuditModule, InteropFilesModule, ReferenceModule] })
export class FilesModule {}
