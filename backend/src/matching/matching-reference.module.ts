import { Module } from '@nestjs/common';
import { LiveWeights } from './ordering/live-weights.service.js';
import { WeightsVersions } from './ordering/weights.service.js';
import { Phrases } from './phrases.service.js';

/** What the product brings to matching, the lexicon and the weights: kept by whoever furnishes a database, without what reads questions by them. */
@Module({ providers: [LiveWeights, Phrases, WeightsVersions], exports: [LiveWeights, Phrases, WeightsVersions] })
export class MatchingReferenceModule {}
