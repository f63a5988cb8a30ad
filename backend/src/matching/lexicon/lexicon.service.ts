import { Injectable } from '@nestjs/common';
import { can } from '../../people/index.js';
import { Db, type Actor } from '../../platform/index.js';
import { Phrases } from '../phrases.service.js';
import { FACT_NAMES, SAID_TAXONOMIES, saysOf, URGENCY_NAMES } from '../texts/lexicon-words.js';
import { Understanding } from '../understanding.service.js';
import { Vocabulary } from '../vocabulary.service.js';
import type { LexiconView, SaidChoice } from './lexicon.dto.js';
import { COUNTS } from './lexicon.sql.js';

const KINDS: Readonly<Record<string, string>> = { need: 'Need', 'service-type': 'Kind of help', population: 'For whom', fact: 'Fact', crisis: 'How urgent it sounds', '': 'Nothing' };

/** What a screen of the lexicon needs to know of it as a whole. */
@Injectable()
export class LexiconAbout {
  constructor(
    private readonly db: Db,
    private readonly phrases: Phrases,
    private readonly understanding: Understanding,
    private readonly vocabulary: Vocabulary,
  ) {}

  async view(actor: Actor): Promise<LexiconView> {
    await this.understanding.version(); // an old reading does not know yet that there is something to learn
    const [[counts], groups, choices] = await Promise.all([this.db.statement<Pick<LexiconView, 'entries' | 'own' | 'off' | 'examples'>>(actor, COUNTS), this.phrases.groups(), this.choices(actor)]);
    return { ...(counts ?? { entries: 0, own: 0, off: 0, examples: 0 }), choices, groups: Object.keys(groups).sort(), learning: this.understanding.isLearning, mayChange: can(actor, 'directory.steward') };
  }

  private async choices(actor: Actor): Promise<SaidChoice[]> {
    const [names, { needs, serviceTypes, populations }] = await Promise.all([this.vocabulary.names(actor), this.vocabulary.view(actor)]);
    const terms = SAID_TAXONOMIES.flatMap((taxonomy, at) => ([needs, serviceTypes, populations][at] ?? []).map(({ code }) => `${taxonomy}/${code}`));
    const beside = [...Object.keys(FACT_NAMES).map((code) => `fact/${code}`), ...Object.keys(URGENCY_NAMES).map((code) => `crisis/${code}`), ''];
    return [...terms, ...beside].map((gives) => ({ gives, name: saysOf(gives, names) ?? gives, kind: KINDS[gives.split('/')[0] ?? ''] ?? '' }));
  }
}
