import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { IntakeModule } from '../intake/index.js';
import { Asking } from './asking.service.js';
import { MatchingController } from './matching.controller.js';
import { ListingWords } from './listing-words.service.js';
import { Matching } from './matching.service.js';
import { Chronicle } from './ordering/chronicle.js';
import { Judgement } from './ordering/judgement.service.js';
import { LiveWeights } from './ordering/live-weights.service.js';
import { OrderingController } from './ordering/ordering.controller.js';
import { Replay } from './ordering/replay.service.js';
import { WeightsVersions } from './ordering/weights.service.js';
import { OwnWords } from './own-words.service.js';
import { Phrases } from './phrases.service.js';
import { QuestionFile } from './question-file.service.js';
import { Understanding } from './understanding.service.js';
import { Vocabulary } from './vocabulary.service.js';
import { Why } from './why.service.js';

@Module({
  imports: [DirectoryModule, IntakeModule],
  controllers: [MatchingController, OrderingController],
  providers: [Asking, Chronicle, Judgement, ListingWords, LiveWeights, Matching, OwnWords, Phrases, QuestionFile, Replay, Understanding, Vocabulary, WeightsVersions, Why],
  exports: [Chronicle, Matching, Phrases, QuestionFile, Understanding, Vocabulary, WeightsVersions],
})
export class MatchingModule {}
