import { Injectable } from '@nestjs/common';
import { Db, SYSTEM } from '../platform/index.js';
import type { Entry } from './domain/reading/lexicon.js';
import type { Groups } from './domain/reading/pattern.js';

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
}

const VERSION = 'select coalesce(max(since::int), 0)::int as version from matching.word_group';
const PHRASES = `
insert into matching.phrase (id, language, pattern, gives, weight, beside, since)
select id, language, pattern, gives, weight, beside, $2 from jsonb_to_recordset($1::jsonb) as r(id uuid, language text, pattern text, gives text, weight float8, beside boolean)
on conflict (language, gives, pattern) do update set weight = excluded.weight, beside = excluded.beside, since = excluded.since`;
const EXAMPLES = `
insert into matching.example (id, about, codes, text, since)
select id, about, array(select jsonb_array_elements_text(codes)), text, $2 from jsonb_to_recordset($1::jsonb) as r(id uuid, about text, codes jsonb, text text)
on conflict (about, text) do update set codes = excluded.codes, since = excluded.since`;
const GROUPS = `
insert into matching.word_group (name, words, since) select key, array(select jsonb_array_elements_text(value)), $2 from jsonb_each($1::jsonb)
on conflict (name) do update set words = excluded.words, since = excluded.since`;

/** The lexicon in the database. A newer program brings it up in one transaction; an older one leaves it alone. */
@Injectable()
export class Phrases {
  constructor(private readonly db: Db) {}

  /** The version in the database; 0 where there is none. */
  async version(): Promise<number> {
    return (await this.db.statement<{ version: number }>(SYSTEM, VERSION))[0]?.version ?? 0;
  }

  /** Two programs that start at once write it once. Lines that the version no longer has go. */
  async load({ version, phrases, examples, groups }: LexiconSeed): Promise<void> {
    await this.db.as(SYSTEM, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('matching.phrase'))`);
      const [standing] = await tx.query<{ version: number }>(VERSION);
      if ((standing?.version ?? 0) >= Number(version)) return;
      await tx.query(PHRASES, [JSON.stringify(phrases), version]);
      await tx.query(EXAMPLES, [JSON.stringify(examples), version]);
      await tx.query(GROUPS, [JSON.stringify(groups), version]);
      await tx.query('delete from matching.phrase where since <> $1', [version]);
      await tx.query('delete from matching.example where since <> $1', [version]);
      await tx.query('delete from matching.word_group where since <> $1', [version]);
    });
  }

  /** All lines in a fixed order, and the groups. */
  async all(): Promise<{ entries: Entry[]; groups: Groups; examples: SaidLine[] }> {
    const examples = await this.db.statement<SaidLine>(SYSTEM, 'select id, about, codes, text from matching.example order by id');
    const entries = await this.db.statement<Entry>(SYSTEM, 'select id, language, pattern, gives, weight, beside from matching.phrase order by id');
    const groups = await this.db.statement<{ name: string; words: string[] }>(SYSTEM, 'select name, words from matching.word_group');
    return { entries, examples, groups: Object.fromEntries(groups.map(({ name, words }) => [name, words])) };
  }
}
