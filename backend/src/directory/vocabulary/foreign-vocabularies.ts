import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, type Actor } from '../../platform/index.js';
import { stableId } from '../domain/stable-id.js';
import { Crosswalks } from './crosswalks.js';
import { COMPARE, RETIRE, TERMS, VOCABULARY } from './foreign.sql.js';

/** A vocabulary of somebody else, as its file tells it. */
export interface ForeignVocabulary {
  /** Made of its name (`vocabularyCode`). */
  code: string;
  name: string;
  description: string;
  version: string;
  uri: string | null;
  licence: string | null;
  /** Whether the open API may show it: only where its licence lets everybody have it. */
  published: boolean;
  terms: readonly { code: string; name: string; description: string; parent: string | null; uri: string | null }[];
  /** Codes of rows that could not be read: they are not gone. */
  unread: readonly string[];
  /** Whether the file was read to its end: what it does not name is retired. */
  whole: boolean;
}

/** What taking it in did, or would do; `back` are terms that had been retired. `news` and `vanished` are samples of names. */
export interface Taken {
  added: number;
  changed: number;
  retired: number;
  back: number;
  news: string[];
  vanished: string[];
}

/** Vocabularies that an operator or a steward loads beside the product's own. Nothing of one is ever deleted. */
@Injectable()
export class ForeignVocabularies {
  constructor(
    private readonly db: Db,
    private readonly crosswalks: Crosswalks,
    private readonly journal: Journal,
  ) {}

  /** Takes a vocabulary in, in one transaction, or only compares. Throws 409 for a name that the product's own taxonomies have. */
  async take(actor: Actor, given: ForeignVocabulary, { dryRun = false } = {}): Promise<Taken> {
    const taken = await this.db.as(actor, async (tx) => {
      const id = idOf(given.code);
      if ((await tx.query('select 1 from directory.taxonomy where code = $1 and own', [given.code])).length) throw conflict('vocabulary.own', `“${given.name}” is a taxonomy of the product's own vocabulary. Give the file another name.`);
      if (!dryRun) await tx.query(`select pg_advisory_xact_lock(hashtext('directory.vocabulary'))`);
      const terms = given.terms.map((term) => ({ ...term, id: idOf(given.code, term.code), parent: term.parent === null ? null : idOf(given.code, term.parent) }));
      const [compared] = await tx.query<Taken>(COMPARE, [id, JSON.stringify(terms), given.unread, given.whole]);
      if (dryRun || !compared) return compared ?? NOTHING;
      const { terms: _, unread, whole, ...vocabulary } = given;
      await tx.query(VOCABULARY, [JSON.stringify({ ...vocabulary, id }), actor.kind === 'staff' ? actor.id : null]);
      await tx.query(TERMS, [id, JSON.stringify(terms), given.version]);
      if (whole) await tx.query(RETIRE, [id, terms.map((term) => term.id), unread, given.version]);
      await this.crosswalks.follow(tx);
      await this.journal.record(tx, actor, { type: 'vocabulary.loaded', subject: id }, { act: 'directory.import', object: 'vocabulary', objectId: id, fields: ['terms'] });
      return compared;
    });
    this.journal.nudge();
    return taken;
  }
}

const NOTHING: Taken = { added: 0, changed: 0, retired: 0, back: 0, news: [], vanished: [] };
const idOf = (vocabulary: string, term?: string): string => (term === undefined ? stableId('vocabularies', 'taxonomy', vocabulary) : stableId('vocabularies', 'taxonomy_term', JSON.stringify([vocabulary, term])));
