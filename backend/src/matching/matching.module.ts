import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { Asking } from './asking.service.js';
import { MatchingController } from './matching.controller.js';
import { ListingWords } from './listing-words.service.js';
import { Matching } from './matching.service.js';
import { OwnWords } from './own-words.service.js';
import { Phrases } from './phrases.service.js';
import { QuestionFile } from './question-file.service.js';
import { Understanding } from './understanding.service.js';
import { Vocabulary } from './vocabulary.service.js';
import { Why } from './why.service.js';

@Module({ imports: [DirectoryModule, IntakeModule], controllers: [MatchingController], providers: [Asking, ListingWords, Matching, OwnWords, Phrases, QuestionFile, Understanding, Vocabulary, Why], exports: [Matching, Phrases, QuestionFile, Understanding, Vocabulary] })
export class MatchingModule {}
