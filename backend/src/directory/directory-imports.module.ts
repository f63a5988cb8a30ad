import { Module } from '@nestjs/common';
import { Agencies } from './agencies.service.js';
import { DirectoryWriter } from './directory-writer.js';
import { Fingerprints } from './fingerprints.service.js';
import { Imports } from './imports.service.js';
import { Places } from './places.service.js';
import { DirectoryReference } from './reference.service.js';
import { Verification } from './verification/verification.service.js';
import { VerificationClock } from './verification/verification-clock.js';
import { Crosswalks } from './vocabulary/crosswalks.js';
import { ForeignVocabularies } from './vocabulary/foreign-vocabularies.js';
import { OwnVocabulary } from './vocabulary/own-vocabulary.js';
import { TermFinder } from './vocabulary/term-finder.js';

const PARTS = [Agencies, Crosswalks, DirectoryReference, DirectoryWriter, Fingerprints, ForeignVocabularies, Imports, OwnVocabulary, Places, TermFinder, Verification, VerificationClock];

/** What an import reads and writes the directory with: the part of it that no request asks for, so that a command opens it alone. */
@Module({ providers: PARTS, exports: PARTS })
export class DirectoryImportsModule {}
