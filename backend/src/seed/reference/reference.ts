import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { DirectoryReference, OwnVocabulary, type ZipRow } from '../../directory/index.js';
import { Phrases, WeightsVersions } from '../../matching/index.js';
import { LEXICON_VERSION, readLexicon } from './lexicon.js';
import { readVocabulary, VERSION } from './vocabulary.js';

/** Rises with each change of the product's own weights. */
const WEIGHTS_VERSION = '1';
const FILE = join(__dirname, 'zips.txt.gz');

/** What every install starts with: the vocabulary, the lexicon, the weights and the ZIP codes. Running it again changes nothing. */
@Injectable()
export class ReferenceSeed {
  constructor(
    private readonly reference: DirectoryReference,
    private readonly vocabulary: OwnVocabulary,
    private readonly phrases: Phrases,
    private readonly weights: WeightsVersions,
  ) {}

  async run(): Promise<void> {
    const packed = readFileSync(FILE);
    if ((await this.vocabulary.version()) < Number(VERSION)) await this.vocabulary.load(readVocabulary()); // a start that has it reads none of its files
    if ((await this.phrases.version()) < Number(LEXICON_VERSION)) await this.phrases.load(readLexicon(readVocabulary()));
    await this.weights.load(WEIGHTS_VERSION);
    await this.reference.loadZips(createHash('sha256').update(packed).digest('hex'), () => zipRows(gunzipSync(packed).toString('utf8')));
  }
}

/** Lines of tab-separated fields, comments begin with #. Empty is unknown. */
function zipRows(text: string): ZipRow[] {
  const number = (field = ''): number | null => (field === '' ? null : Number(field));
  return text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([zip = '', city = '', state = '', county, fips, before, lat, lon]) => ({ zip, city, state, county: county || null, countyFips: fips || null, countyBefore: before || null, lat: number(lat), lon: number(lon) }));
}
