import { Injectable } from '@nestjs/common';
import { Db, SYSTEM, type Tx } from '../../platform/index.js';
import { Crosswalks } from './crosswalks.js';
import { stableId, taxonomyId, termId } from '../domain/stable-id.js';
import { CHAINS, FACTS, FORMER_FACTS, RETIRE, STALE, TAXONOMIES, TERMS, VERSION } from './own-vocabulary.sql.js';

/** What ours is to the other: the same, wider, or a part of it. */
export type Relation = 'exact' | 'broader' | 'narrower';

/** A term of another vocabulary that says the same, or nearly. */
export interface CrosswalkSeed {
  vocabulary: string;
  code: string;
  relation: Relation;
}

/** A term as data. Codes are never renamed and never taken out: a term that is over is retired. */
export interface TermSeed {
  code: string;
  parent: string | null;
  name: string;
  nameEs: string;
  description: string;
  descriptionEs: string;
  phrasesEn: readonly string[];
  phrasesEs: readonly string[];
  /** The version that brought it, and the one that retired it. */
  since: string;
  retiredIn: string | null;
  /** Code, in the same taxonomy, of what took its place. */
  replacedBy: string | null;
  crosswalk: readonly CrosswalkSeed[];
  /** Codes, in the same taxonomy, of terms that a service for this one often helps with too. Said at one of the two, it holds for both. */
  near: readonly string[];
}

/** A taxonomy as data, its terms in their order. `version` is a whole number; all taxonomies of the product share it. */
export interface TaxonomySeed {
  code: string;
  name: string;
  nameEs: string;
  description: string;
  descriptionEs: string;
  version: string;
  terms: readonly TermSeed[];
}

/** The product's own vocabulary in the database. A newer program brings it up in one transaction; an older one leaves it alone. */
@Injectable()
export class OwnVocabulary {
  constructor(
    private readonly db: Db,
    private readonly crosswalks: Crosswalks,
  ) {}

  /** The version of the vocabulary in the database; 0 where there is none. */
  async version(): Promise<number> {
    return (await this.db.statement<{ version: number }>(SYSTEM, VERSION))[0]?.version ?? 0;
  }

  /** Gives whether anything was written. Two programs that start at once write it once. */
  async load(taxonomies: readonly TaxonomySeed[]): Promise<boolean> {
    const version = Math.max(...taxonomies.map((taxonomy) => Number(taxonomy.version)));
    if ((await this.version()) >= version) return false;
    return this.db.as(SYSTEM, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('directory.vocabulary'))`);
      const [standing] = await tx.query<{ version: number }>(VERSION);
      if ((standing?.version ?? 0) >= version) return false;
      await this.write(tx, taxonomies, String(version));
      return true;
    });
  }

  private async write(tx: Tx, taxonomies: readonly TaxonomySeed[], version: string): Promise<void> {
    const terms = taxonomies.flatMap(({ code, terms: all }) => all.map((term, position) => ({ ...rowOf(code, term), position })));
    await tx.query(TAXONOMIES, [JSON.stringify(taxonomies.map(({ terms: _, ...taxonomy }, position) => ({ ...taxonomy, id: taxonomyId(taxonomy.code), position })))]);
    await tx.query(TERMS, [JSON.stringify(terms)]);
    await tx.query(RETIRE, [terms.map(({ id }) => id), version]);
    await tx.query(CHAINS);
    const facts = JSON.stringify(taxonomies.flatMap(({ code, terms: all }) => all.flatMap((term) => factsOf(code, term, version))));
    await tx.query(FORMER_FACTS, [facts]);
    await tx.query(FACTS, [facts]);
    await this.crosswalks.follow(tx);
    await tx.query(STALE);
  }
}

function rowOf(taxonomy: string, { crosswalk: _, parent, replacedBy, ...term }: TermSeed): Omit<TermSeed, 'crosswalk' | 'parent' | 'replacedBy'> & { id: string; taxonomy: string; parent: string | null; replacedBy: string | null } {
  const of = (code: string | null): string | null => code && termId(taxonomy, code);
  return { ...term, id: termId(taxonomy, term.code), taxonomy: taxonomyId(taxonomy), parent: of(parent), replacedBy: of(replacedBy) };
}

const factsOf = (taxonomy: string, term: TermSeed, version: string): object[] =>
  term.crosswalk.map(({ vocabulary, code, relation }) => ({ id: stableId('vocabulary', 'crosswalk', `${version}/${vocabulary}/${code}`), vocabulary, code, relation, term: termId(taxonomy, term.code) }));
