import { Injectable } from '@nestjs/common';
import { ForeignVocabularies, type ForeignVocabulary, type Taken } from '../../directory/index.js';
import type { Actor } from '../../platform/index.js';
import { Report, type FindingGroup } from '../hsds/domain/report.js';
import { readVocabularies, type Said } from './read-vocabulary.js';

/** What became of one vocabulary of a file. */
export interface VocabularyTaken extends Taken {
  name: string;
  version: string;
  licence: string | null;
  published: boolean;
  terms: number;
}

export interface VocabularyResult {
  vocabularies: VocabularyTaken[];
  repaired: number;
  refused: number;
  groups: FindingGroup[];
}

/** Takes vocabularies in from a file or a folder. The same again changes nothing; what a newer file no longer names is retired. */
@Injectable()
export class VocabularyImport {
  constructor(private readonly vocabularies: ForeignVocabularies) {}

  /** With `dryRun` it only compares. Throws NoVocabulary where nothing can be read, 409 for a name of the product's own taxonomies. */
  async run(actor: Actor, path: string, { dryRun = false, ...said }: Said & { dryRun?: boolean } = {}): Promise<VocabularyResult> {
    const report = new Report();
    const read = await readVocabularies(path, said, report);
    const taken: VocabularyTaken[] = [];
    for (const one of read) taken.push({ ...aboutOf(one), ...(await this.vocabularies.take(actor, one, { dryRun })) });
    return { vocabularies: taken, repaired: report.count('repaired'), refused: report.count('refused'), groups: report.grouped() };
  }
}

const aboutOf = ({ name, version, licence, published, terms }: ForeignVocabulary): Omit<VocabularyTaken, keyof Taken> => ({ name, version, licence, published, terms: terms.length });
