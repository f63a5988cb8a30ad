import { Injectable } from '@nestjs/common';
import { likePatterns } from '../../directory/index.js';
import { can } from '../../people/index.js';
import { conflict, Db, invalid, uuidv7, type Actor } from '../../platform/index.js';
import { checkPattern, PatternFault, type Groups } from '../domain/reading/pattern.js';
import { read } from '../domain/reading/read.js';
import { fold } from '../domain/reading/tokens.js';
import { Phrases } from '../phrases.service.js';
import { ALARMS, saysOf } from '../texts/lexicon-words.js';
import type { Names } from '../texts/reason-texts.js';
import { Understanding } from '../understanding.service.js';
import { Vocabulary } from '../vocabulary.service.js';
import { actionsOf, orNull } from './line-actions.js';
import type { EntryPage, EntryView, SearchEntries, SwitchLine, WriteEntry } from './lexicon.dto.js';
import { SEARCH_ENTRIES } from './lexicon.sql.js';
import { LexiconSteps, type Line, type Read } from './lexicon-steps.js';

const PAGE = 50;
type Row = Omit<EntryView, 'says' | 'actions'> & { total: number; steps: number };

/** Lines of the lexicon, looked for and changed. Whoever keeps the vocabularies keeps these. */
@Injectable()
export class LexiconEntries {
  constructor(
    private readonly db: Db,
    private readonly steps: LexiconSteps,
    private readonly phrases: Phrases,
    private readonly understanding: Understanding,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** One page, the likeliest first. One statement; what hears a sentence is told by the lexicon in memory. */
  async search(actor: Actor, { search = '', page = 1, ...only }: SearchEntries): Promise<EntryPage> {
    const words = fold(search).trim();
    const [names, { lexicon, nearest }] = await Promise.all([this.vocabulary.names(actor), this.understanding.ready()]);
    const heard = words ? [...new Set(read(search, lexicon, nearest).map(({ entry }) => entry))] : [];
    const rows = await this.db.statement<Row>(actor, SEARCH_ENTRIES, [words, likePatterns(words), heard, calledSo(words, names), ...orNull(only.language, only.gives, only.author, only.state), PAGE, (page - 1) * PAGE]);
    const mayChange = can(actor, 'directory.steward');
    return { items: rows.map((row) => viewOf(row, names, mayChange)), total: rows[0]?.total ?? 0, page, size: PAGE };
  }

  async add(actor: Actor, entry: WriteEntry): Promise<{ id: string }> {
    const { pattern, language, gives, weight, beside, note } = await this.checked(actor, entry);
    const id = uuidv7();
    return this.steps.change(actor, { kind: 'entry', what: 'added' }, async (tx) => {
      await tx.query(`insert into matching.phrase (id, language, pattern, gives, weight, beside, note, since, author, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, 'desk', 'desk', $8, now())`, [id, language, pattern, gives, weight, beside, note, actor.id]);
      return { id, before: null, result: { id } };
    });
  }

  /** A line of the desk whole; of the product's how strongly it points, and a note. Throws 409 for more, 412 with what somebody else changed. */
  async change(actor: Actor, read: Read, entry: WriteEntry): Promise<void> {
    const written = await this.checked(actor, entry);
    const { id } = read;
    const { pattern, language, gives, weight, beside, note } = written;
    await this.steps.change(actor, { kind: 'entry', what: 'changed', read }, async (tx) => {
      const before = await this.steps.line(tx, 'entry', id);
      if (before.author === 'product') {
        if (isOther(before, written)) throw conflict('lexicon.of-the-product', 'The words of a line that came with the product stay. Switch it off and add one of yours, or change how strongly it points.');
        await tx.query('update matching.phrase set desk_weight = nullif($2::float8, weight), note = $3, changed_by = $4, changed_at = now() where id = $1', [id, weight, note, actor.id]);
      } else await tx.query('update matching.phrase set language = $2, pattern = $3, gives = $4, weight = $5, beside = $6, note = $7, changed_by = $8, changed_at = now() where id = $1', [id, language, pattern, gives, weight, beside, note, actor.id]);
      return { id, before, result: undefined };
    });
  }

  /** Throws 422 where a line that raises an alarm is silenced and nobody says why. */
  switch(actor: Actor, read: Read, off: boolean, { note }: SwitchLine): Promise<void> {
    const { id } = read;
    return this.steps.change(actor, { kind: 'entry', what: off ? 'off' : 'on', read }, async (tx) => {
      const before = await this.steps.line(tx, 'entry', id);
      const why = note?.trim() || (before['note'] as string | null);
      if (off && !why && ALARMS.includes(String(before['gives']))) throw invalid([{ field: 'note', code: 'required', detail: 'Say why: this line is heard as danger or as a heavy heart.' }]);
      await tx.query('update matching.phrase set "off" = $2, note = $3, changed_by = $4, changed_at = now() where id = $1', [id, off, why, actor.id]);
      return { id, before, result: undefined };
    });
  }

  /** As it will be kept. Throws 422 that names what is wrong, and where. */
  async checked(actor: Actor, entry: WriteEntry): Promise<Required<Omit<WriteEntry, 'note'>> & { note: string | null }> {
    const [groups, names] = await Promise.all([this.phrases.groups(), this.vocabulary.names(actor)]);
    if (saysOf(entry.gives, names) === undefined) throw invalid([{ field: 'gives', code: 'unknown', detail: 'Choose what it says from the list.' }]);
    const pattern = entry.pattern.trim().replace(/\s+/g, ' ');
    checkWritten(pattern, groups);
    return { language: entry.language, pattern, gives: entry.gives, weight: entry.weight, beside: entry.beside ?? false, note: entry.note?.trim() || null };
  }
}

const viewOf = ({ total: _, steps, ...row }: Row, names: Names, mayChange: boolean): EntryView => ({ ...row, says: saysOf(row.gives, names) ?? row.gives, actions: mayChange ? actionsOf(row, steps) : [] });

function checkWritten(pattern: string, groups: Groups): void {
  try {
    checkPattern(pattern, groups);
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    throw invalid([{ field: 'pattern', code: error.code, detail: `${error.message} (Letters ${error.from + 1} to ${error.to}.)` }]);
  }
}

/** What is called so: `taxonomy/code` of terms whose name holds every word. */
function calledSo(words: string, names: Names): string[] {
  const each = words.split(/\s+/).filter(Boolean);
  return each.length ? [...names].filter(([, name]) => each.every((word) => fold(name).includes(word))).map(([gives]) => gives) : [];
}

const isOther = (before: Line, written: Pick<WriteEntry, 'pattern' | 'language' | 'gives' | 'beside'>): boolean => (['pattern', 'language', 'gives', 'beside'] as const).some((field) => before[field] !== written[field]);
