import { Injectable } from '@nestjs/common';
import { likePatterns } from '../../directory/index.js';
import { can } from '../../people/index.js';
import { Db, invalid, uuidv7, type Actor } from '../../platform/index.js';
import { TIERS } from '../domain/reading/tier.js';
import { fold, tokens } from '../domain/reading/tokens.js';
import type { Names } from '../texts/reason-texts.js';
import { Vocabulary } from '../vocabulary.service.js';
import { actionsOf, orNull } from './line-actions.js';
import type { ExamplePage, ExampleView, SearchExamples, WriteExample } from './lexicon.dto.js';
import { SEARCH_EXAMPLES } from './lexicon.sql.js';
import { LexiconSteps } from './lexicon-steps.js';

const PAGE = 50;
/** Learned as naming no need. */
const NOTHING = 'nothing';
const MOST_CODES = 4;
const TIER_NAMES: Readonly<Record<string, string>> = { hard: 'Danger now', soft: 'Heavy', none: 'Ordinary', [NOTHING]: 'No need' };
type Row = Omit<ExampleView, 'says' | 'actions'> & { total: number; steps: number };

/** Lines that the reader learns from. A change is learned beside the work, for seconds. */
@Injectable()
export class ExampleLines {
  constructor(
    private readonly db: Db,
    private readonly steps: LexiconSteps,
    private readonly vocabulary: Vocabulary,
  ) {}

  async search(actor: Actor, { search = '', page = 1, ...only }: SearchExamples): Promise<ExamplePage> {
    const words = search.trim();
    const names = await this.vocabulary.names(actor);
    const rows = await this.db.statement<Row>(actor, SEARCH_EXAMPLES, [words, likePatterns(words), ...orNull(only.about, only.code, only.author, only.state), PAGE, (page - 1) * PAGE]);
    const mayChange = can(actor, 'directory.steward');
    return { items: rows.map((row) => viewOf(row, names, mayChange)), total: rows[0]?.total ?? 0, page, size: PAGE };
  }

  async add(actor: Actor, { about, codes, text }: WriteExample): Promise<{ id: string }> {
    const names = await this.vocabulary.names(actor);
    const fault = faultIn({ about, codes, text }, names);
    if (fault) throw invalid([fault]);
    const id = uuidv7();
    return this.steps.change(actor, { kind: 'example', what: 'added' }, async (tx) => {
      await tx.query(`insert into matching.example (id, about, codes, text, since, author, changed_by, changed_at) values ($1, $2, $3, $4, 'desk', 'desk', $5, now())`, [id, about, codes, text.trim().replace(/\s+/g, ' '), actor.id]);
      return { id, before: null, result: { id } };
    });
  }

  switch(actor: Actor, id: string, off: boolean): Promise<void> {
    return this.steps.change(actor, { kind: 'example', what: off ? 'off' : 'on' }, async (tx) => {
      const before = await this.steps.line(tx, 'example', id);
      await tx.query('update matching.example set "off" = $2, changed_by = $3, changed_at = now() where id = $1', [id, off, actor.id]);
      return { id, before, result: undefined };
    });
  }
}

/** Neither its words nor what it is about is changed: another line is added. */
const changeless = (row: Row): ExampleView['actions'] => actionsOf(row, row.steps).filter((action) => action !== 'change' && action !== 'weigh');

function viewOf(row: Row, names: Names, mayChange: boolean): ExampleView {
  const { total: _, steps: __, ...line } = row;
  return { ...line, says: row.codes.map((each) => nameOf(each, names)), actions: mayChange ? changeless(row) : [] };
}

const nameOf = (code: string, names: Names): string => TIER_NAMES[code] ?? names.get(`need/${code}`) ?? code.replaceAll('-', ' ');

function faultIn({ about, codes, text }: WriteExample, names: Names): { field: string; code: string; detail: string } | undefined {
  const known = (code: string): boolean => (about === 'crisis' ? TIERS.some((tier) => tier === code) : code === NOTHING || names.has(`need/${code}`));
  const most = about === 'crisis' ? 1 : MOST_CODES;
  if (!codes.length || codes.length > most || new Set(codes).size < codes.length || !codes.every(known)) return { field: 'codes', code: 'unknown', detail: about === 'crisis' ? 'Choose one: danger now, heavy, or ordinary.' : `Choose one to ${MOST_CODES} needs, the main one first.` };
  if (tokens(fold(text)).length < 2) return { field: 'text', code: 'too-short', detail: 'Write at least two words, as a person would.' };
  return undefined;
}
