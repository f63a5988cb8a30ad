import { Module } from '@nestjs/common';
import { DirectoryImportsModule } from '../../directory/index.js';
import { MatchingReferenceModule } from '../../matching/index.js';
import { ReferenceSeed } from './reference.js';

/** What every install starts with, by itself: a command that reads listings needs nothing else of the seeds. */
@Module({ imports: [DirectoryImportsModule, MatchingReferenceModule], providers: [ReferenceSeed], exports: [ReferenceSeed] })
export class ReferenceModule {}
