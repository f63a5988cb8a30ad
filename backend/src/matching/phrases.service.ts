import { Injectable } from '@nestjs/common';
import { Db, SYSTEM } from '../platform/index.js';
import type { Entry } from './domain/reading/lexicon.js';
import type { Groups } from './domain/reading/pattern.js';
import type { Tier } from './domain/reading/tier.js';

/** A line that somebody might write, and what it is about, the main thing first: needs, or how urgent it sounds. */
export interface SaidLine {
  id: string;
  about: 'need' | 'crisis';
  codes: readonly string[];
  text: string;
}

/** The lexicon as data. `version` is a whole number. */
export interface LexiconSeed {
  examples: readonly SaidLine[];
  version: string;
  phrases: readonly Entry[];
  groups: Groups;
  sentences: readonly TrialSentence[];
}

/** A sentence with what is to be understood of it, the main need first. */
export interface TrialSentence {
  id: string;
  text: string;
  whom: 'self' | 'other' | null;
  needs: readonly string[];
  tier: Tier;
}

/** What was read last is still right while these are the same: `entries` with groups, `examples`. */
export interface Stamps {
  entries: string;
  examples: string;
}

const VERSION = 'select coalesce(max(since::int), 0)::int as version from matching.word_group';
const STAMPS = `select concat(v.since, '.', coalesce(s.entries, 0)) as entries, concat(v.since, '.', coalesce(s.examples, 0)) as examples from (select max(since::int) as since from matching.word_group) v left join matching.lexicon_state s on true`;
/* What the desk wrote stays as it is, and so does what it said of the product's lines: other columns, or rows that it touched. */
const PHRASES = `
insert into matching.phrase (id, language, pattern, gives, weight, beside, since)
select id, language, pattern, gives, weight, beside, $2 from jsonb_to_recordset($1::jsonb) as r(id uuid, language text, pattern text, gives text, weight float8, beside boolean)
on conflict (language, gives, pattern) do update set weight = excluded.weight, beside = excluded.beside, since = excluded.since where phrase.author = 'product'`;
const EXAMPLES = `
insert into matching.example (id, about, codes, text, since)
select id, about, array(select jsonb_array_elements_text(codes)), text, $2 from jsonb_to_recordset($1::jsonb) as r(id uuid, about text, codes jsonb, text text)
on conflict (about, text) do update set codes = excluded.codes, since = excluded.since where example.author = 'product'`;
const GROUPS = `
insert into matching.word_group (name, words, since) select key, array(select jsonb_array_elements_text(value)), $2 from jsonb_each($1::jsonb)
on conflict (name) do update set words = excluded.words, since = excluded.since`;

const SENTENCES = `
insert into matching.sentence (id, text, whom, needs, tier, author)
select id, text, whom, array(select jsonb_array_elements_text(needs)), tier, 'product' from jsonb_to_recordset($1::jsonb) as r(id uuid, text text, whom text, needs jsonb, tier text)
on conflict (text) do update set whom = excluded.whom, needs = excluded.needs, tier = excluded.tier where sentence.author = 'product' and sentence.changed_at is null`;
/** Lines that the product no longer has and that nobody here changed. */
const GONE = (table: string): string => `delete from matching.${table} where since <> $1 and author = 'product' and changed_at is null`;

/** The lexicon in the database. A newer program brings it up in one transaction; an older one leaves it alone. */
@Injectable()
export class Phrases {
  constructor(private readonly db: Db) {}

  /** The version in the database; 0 where there is none. */
  async version(): Promise<number> {
    return (await this.db.statement<{ version: number }>(SYSTEM, VERSION))[0]?.version ?? 0;
  }

  /** Two programs that start at once write it once. Lines that the version no longer has go. */
  async load({ version, phrases, examples, groups, sentences }: LexiconSeed): Promise<void> {
    await this.db.as(SYSTEM, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('matching.phrase'))`);
      const [standing] = await tx.query<{ version: number }>(VERSION);
      if ((standing?.version ?? 0) >= Number(version)) return;
      await tx.query(PHRASES, [JSON.stringify(phrases), version]);
      await tx.query(EXAMPLES, [JSON.stringify(examples), version]);
      await tx.query(GROUPS, [JSON.stringify(groups), version]);
      await tx.query(SENTENCES, [JSON.stringify(sentences)]);
      await tx.query(`delete from matching.sentence where author = 'product' and changed_at is null and id <> all($1)`, [sentences.map(({ id }) => id)]);
      await tx.query(GONE('phrase'), [version]);
      await tx.query(GONE('example'), [version]);
      await tx.query('delete from matching.word_group where since <> $1', [version]);
    });
  }

  async stamps(): Promise<Stamps> {
    return (await this.db.statement<Stamps>(SYSTEM, STAMPS))[0] ?? { entries: '', examples: '' };
  }

  /** Lines that are read, in a fixed order, and the groups. */
  async entries(): Promise<{ entries: Entry[]; groups: Groups }> {
    const entries = await this.db.statement<Entry>(SYSTEM, 'select id, language, pattern, gives, coalesce(desk_weight, weight) as weight, beside from matching.phrase where not "off" order by id');
    return { entries, groups: await this.groups() };
  }

  async groups(): Promise<Groups> {
    const groups = await this.db.statement<{ name: string; words: string[] }>(SYSTEM, 'select name, words from matching.word_group');
    return Object.fromEntries(groups.map(({ name, words }) => [name, words]));
  }

  /** Lines that are learned from, in a fixed order: those that stand now, or the product's own, whatever the desk did to them. */
  examples(of: 'now' | 'product'): Promise<SaidLine[]> {
    return this.db.statement<SaidLine>(SYSTEM, `select id, about, codes, text from matching.example where ${of === 'now' ? 'not "off"' : `author = 'product'`} order by id`);
  }
}
