import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { conflict, Db, notFound, stale, uuidv7, violates, type Actor, type Tx } from '../../platform/index.js';
import type { LexiconStep } from '../phrase.entity.js';
import { HISTORY, RESTORE, SINCE } from './lexicon.sql.js';
import type { ChangedField, ChangedSince, StepView } from './lexicon-steps.dto.js';

type Kind = LexiconStep['kind'];
/** A line as its table has it. */
export type Line = Record<string, unknown> & { id: string; author: 'product' | 'desk'; off: boolean };

const TABLES: Readonly<Record<Kind, string>> = { entry: 'matching.phrase', example: 'matching.example' };
const TOLD = ['language', 'pattern', 'gives', 'weight', 'desk_weight', 'beside', 'note', 'off', 'about', 'codes', 'text'] as const;

/** A line as somebody read it: after how many steps. */
export interface Read {
  id: string;
  version: number;
}
interface Act {
  kind: Kind;
  what: LexiconStep['what'];
  /** What the change begins with: what was done since is never overwritten. Example lines have nothing to overwrite. */
  read?: Read;
}

/** Every change of a line is a step: it is written down, makes the readers read anew, and can be taken back. */
@Injectable()
export class LexiconSteps {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  /** One change in one transaction. Throws 404 for a line that is not there, 409 where there is the same already, 412 with what was changed since it was read. */
  async change<T>(actor: Actor, { kind, what, read }: Act, work: (tx: Tx) => Promise<{ id: string; before: Line | null; result: T }>): Promise<T> {
    try {
      const result = await this.db.as(actor, async (tx) => {
        await this.count(tx, kind);
        if (read) await this.requireUnchanged(tx, read);
        const done = await work(tx);
        await this.record(tx, actor, kind, { id: done.id, what, before: done.before });
        return done.result;
      });
      this.journal.nudge();
      return result;
    } catch (error) {
      if (violates(error, 'phrase_once') || violates(error, 'example_once')) throw conflict('lexicon.there-already', 'There is this line already. Look for it and change it, or switch it on again.');
      throw error;
    }
  }

  /** The line as it stands, kept from others until the transaction ends. Throws 404. */
  async line(tx: Tx, kind: Kind, id: string): Promise<Line> {
    const [found] = await tx.query<{ line: Line }>(`select to_jsonb(l) as line from ${TABLES[kind]} l where id = $1 for update`, [id]);
    if (!found) throw notFound(kind);
    return found.line;
  }

  /** A line of the desk. Throws 404, and 409 for one of the product's. */
  delete(actor: Actor, kind: Kind, { id, ...read }: { id: string; version?: number }): Promise<void> {
    return this.change(actor, { kind, what: 'deleted', ...readOf(id, read.version) }, async (tx) => {
      const before = await this.line(tx, kind, id);
      if (before.author === 'product') throw conflict('lexicon.of-the-product', 'A line that came with the product is never deleted. Switch it off.');
      await tx.query(`delete from ${TABLES[kind]} where id = $1`, [id]);
      return { id, before, result: undefined };
    });
  }

  /** Takes the last change back. Throws 409 where nobody here changed it. */
  undo(actor: Actor, kind: Kind, { id, ...read }: { id: string; version?: number }): Promise<void> {
    return this.change(actor, { kind, what: 'undone', ...readOf(id, read.version) }, async (tx) => {
      const [last] = await tx.query<{ id: string; before: Line | null }>(`select id, before from matching.lexicon_step where line_id = $1 and kind = $2 and not undone and what <> 'undone' order by at desc, id desc limit 1`, [id, kind]);
      if (!last) throw conflict('lexicon.nothing-to-undo', 'Nobody here changed this line.');
      const [standing] = await tx.query<{ line: Line }>(`select to_jsonb(l) as line from ${TABLES[kind]} l where id = $1 for update`, [id]);
      if (last.before) await tx.query(RESTORE[kind], [JSON.stringify(last.before)]);
      else await tx.query(`delete from ${TABLES[kind]} where id = $1 and author = 'desk'`, [id]);
      await tx.query('update matching.lexicon_step set undone = true where id = $1', [last.id]);
      return { id, before: standing?.line ?? null, result: undefined };
    });
  }

  async history(actor: Actor, id: string): Promise<StepView[]> {
    const rows = await this.db.statement<Omit<StepView, 'changes'> & { before: Line | null; after: Line | null }>(actor, HISTORY, [id]);
    return rows.map(({ before, after, ...step }) => ({ ...step, changes: changesOf(before, after) }));
  }

  /** Readers of every process see with their next reading that something is new. It also lets one change come after the other. */
  private async count(tx: Tx, kind: Kind): Promise<void> {
    const counter = kind === 'entry' ? 'entries' : 'examples';
    await tx.query(`insert into matching.lexicon_state (${counter}) values (1) on conflict (one) do update set ${counter} = lexicon_state.${counter} + 1`);
  }

  /** With the counter's lock: nobody changes a line between this look and the change. */
  private async requireUnchanged(tx: Tx, { id, version }: Read): Promise<void> {
    const steps = await tx.query<Omit<ChangedSince, 'changes' | 'now'> & { before: Line | null; after: Line | null }>(SINCE, [id]);
    const [newest] = steps;
    if (steps.length === version || !newest) return;
    const first = steps.at(-version - 1) ?? newest; // the one after the last that was read
    const { before: _, after, ...step } = newest;
    throw stale('lexicon-entry', { ...step, changes: changesOf(first.before, after), now: after && nowOf(after) } satisfies ChangedSince);
  }

  private async record(tx: Tx, actor: Actor, kind: Kind, { id, what, before }: { id: string; what: LexiconStep['what']; before: Line | null }): Promise<void> {
    const [standing] = await tx.query<{ line: Line }>(`select to_jsonb(l) as line from ${TABLES[kind]} l where id = $1`, [id]);
    const after = standing?.line ?? null;
    await tx.query('insert into matching.lexicon_step (id, line_id, kind, what, before, after, by, at) values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())', [uuidv7(), id, kind, what, before && JSON.stringify(before), after && JSON.stringify(after), actor.id]);
    await this.journal.record(tx, actor, { type: `lexicon.${kind}-changed`, subject: id, body: { what } }, { act: 'directory.steward', object: kind === 'entry' ? 'lexicon-entry' : 'lexicon-example', objectId: id, reason: what, fields: changesOf(before, after).map(({ field }) => field) });
  }
}

const readOf = (id: string, version: number | undefined): { read?: Read } => (version === undefined ? {} : { read: { id, version } });

/** As a form writes it. */
const nowOf = ({ language, pattern, gives, weight, desk_weight: ours, beside, note, off }: Line): ChangedSince['now'] => ({ language, pattern, gives, weight: ours ?? weight, beside, note, off }) as ChangedSince['now'];

const told = (value: unknown): string | null => (value === null || value === undefined ? null : Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value));

/** What differs between two states of a line. */
function changesOf(before: Line | null, after: Line | null): ChangedField[] {
  return TOLD.map((field) => ({ field, before: told(before?.[field]), after: told(after?.[field]) })).filter((one) => one.before !== one.after);
}
