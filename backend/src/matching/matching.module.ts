import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { Asking } from './asking.service.js';
import { ExampleLinesController } from './lexicon/example-lines.controller.js';
import { ExampleLines } from './lexicon/example-lines.js';
import { LexiconController } from './lexicon/lexicon.controller.js';
import { LexiconEntries } from './lexicon/lexicon-entries.js';
import { LexiconSteps } from './lexicon/lexicon-steps.js';
import { LexiconAbout } from './lexicon/lexicon.service.js';
import { Sentences } from './lexicon/sentences.js';
import { TryOutController } from './lexicon/try-out.controller.js';
import { TryOut } from './lexicon/try-out.js';
import { MatchingController } from './matching.controller.js';
import { MatchingReferenceModule } from './matching-reference.module.js';
import { Lessons } from './learning.service.js';
import { LaterWords } from './later-words.service.js';
import { ListingWords } from './listing-words.service.js';
import { Matching } from './matching.service.js';
import { Chronicle } from './ordering/chronicle.js';
import { Judgement } from './ordering/judgement.service.js';
import { OrderingController } from './ordering/ordering.controller.js';
import { Replay } from './ordering/replay.service.js';
import { OwnWords } from './own-words.service.js';
import { QuestionFile } from './question-file.service.js';
import { Understanding } from './understanding.service.js';
import { Vocabulary } from './vocabulary.service.js';
import { Why } from './why.service.js';

@Module({
  imports: [DirectoryModule, IntakeModule, MatchingReferenceModule],
  controllers: [ExampleLinesController, LexiconController, MatchingController, OrderingController, TryOutController],
  providers: [Asking, Chronicle, ExampleLines, LaterWords, Lessons, LexiconAbout, LexiconEntries, LexiconSteps, ListingWords, Matching, OwnWords, QuestionFile, Sentences, TryOut, Understanding, Vocabulary, Why, Judgement, Replay],
  exports: [LaterWords, Matching, QuestionFile, Understanding, Vocabulary, Chronicle, MatchingReferenceModule],
})
export class MatchingModule {}
