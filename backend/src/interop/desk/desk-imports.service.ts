import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.js';
import { Imports } from '../../directory/index.js';
import { conflict, DeskError, invalid, notFound, type Actor } from '../../platform/index.js';
import { HsdsImport, type ImportOptions, type ImportResult } from '../hsds/hsds-import.service.js';
import { partsOf } from '../hsds/domain/told-parts.js';
import { UnreadableSource } from '../hsds/json-source.js';
import { guessColumns, mappingOfColumns } from '../tables/domain/guess.js';
import type { Mapping } from '../tables/domain/mapping.js';
import { PRESETS } from '../tables/domain/presets.js';
import { isTable, TableImport, type TableLook } from '../tables/table-import.service.js';
import { FIELDS, type FileView, type ImportView, type RunView, type TakeIn } from './imports.dto.js';
import { Uploads } from './uploads.js';

const LETTERS = 200;
const SAMPLE_LETTERS = 80;
const RUNS = 20;

/** Imports at the desk: a file is sent, looked at, tried and taken in. One at a time. */
@Injectable()
export class DeskImports {
  private busy = false;

  constructor(
    private readonly uploads: Uploads,
    private readonly hsds: HsdsImport,
    private readonly tables: TableImport,
    private readonly imports: Imports,
    private readonly audit: Audit,
  ) {}

  /** Takes a file for its run. Throws 413, 415, 422 for a workbook that cannot be read. */
  async receive(name: string | undefined, content: Readable | undefined): Promise<FileView> {
    const id = await this.uploads.keep(name, content);
    const path = this.uploads.path(id);
    const presets = Object.entries(PRESETS).map(([key, { mapping, tried }]) => ({ name: key, title: mapping.name, tried }));
    const rest = { id, presets, fields: [...FIELDS] };
    if (!isTable(path)) return { ...rest, form: 'hsds', encoding: null, columns: [], preset: null };
    const { writing, columns, samples, preset } = await this.look(id, path);
    const guesses = new Map(guessColumns(columns).map(({ column, field }) => [column, field]));
    return { ...rest, form: 'table', encoding: writing.encoding, columns: columns.map((column) => ({ name: column, samples: samples.map((row) => (row[column] ?? '').slice(0, SAMPLE_LETTERS)), guess: guesses.get(column) ?? null })), preset: preset ?? null };
  }

  /** A file that cannot be read is not kept: nobody could take it in. */
  private async look(id: string, path: string): Promise<TableLook> {
    try {
      return await this.tables.look(path);
    } catch (error) {
      this.uploads.drop(id);
      throw error;
    }
  }

  /** What taking it in would do. Writes nothing, and keeps the file. Throws 404, 409 while another import runs, 422. */
  tryOut(actor: Actor, id: string, given: TakeIn): Promise<ImportView> {
    return this.alone(() => this.taken(id, given, { actor, dryRun: true }));
  }

  /** Takes it in, and deletes the file. Throws as `tryOut`. */
  takeIn(actor: Actor, id: string, given: TakeIn): Promise<ImportView> {
    return this.alone(async () => {
      const view = await this.taken(id, given, { actor });
      await this.audit.alone(actor, { act: 'directory.import', object: 'import', objectId: view.runId });
      this.uploads.drop(id);
      return view;
    });
  }

  /** The last runs, the newest first. */
  async runs(actor: Actor): Promise<RunView[]> {
    return (await this.imports.runs(actor, RUNS)).map(({ counts, ...run }) => ({ ...run, ...numbersOf(counts), parts: partsOf((counts as Partial<ImportResult>).tables ?? {}) }));
  }

  /** What one run told. Throws 404. */
  async run(actor: Actor, id: string): Promise<ImportView> {
    const run = await this.imports.run(actor, id);
    if (!run) throw notFound('import');
    return viewOf({ ...EMPTY, ...(run.counts as Partial<ImportResult>), runId: id }, run.source);
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy) throw conflict('import.busy', 'Another import is running. Try again when it is done.');
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }

  private async taken(id: string, given: TakeIn, how: Partial<ImportOptions>): Promise<ImportView> {
    const path = this.uploads.path(id);
    const options = { source: given.source, complete: given.complete, ...how };
    return viewOf(isTable(path) ? await this.tables.run(path, mappingOf(given), options) : await this.whole(path, options), given.source);
  }

  private async whole(path: string, options: ImportOptions): Promise<ImportResult> {
    try {
      return await this.hsds.run(path, options);
    } catch (error) {
      if (error instanceof SyntaxError) throw new DeskError(422, 'import.unreadable', 'The file is not JSON. Nothing was imported.');
      if (error instanceof UnreadableSource) throw new DeskError(422, 'import.unreadable', error.message);
      throw error;
    }
  }
}

/** The preset, or the columns that somebody chose. */
function mappingOf({ preset, columns = [] }: TakeIn): Mapping {
  const known = preset === undefined ? undefined : PRESETS[preset];
  if (known) return known.mapping;
  if (!columns.some(({ field }) => field === 'name')) throw invalid([{ field: 'columns', code: 'name-missing', detail: 'Choose the column that holds the name of the service.' }]);
  return mappingOfColumns(columns);
}

const NUMBERS = ['services', 'added', 'changed', 'removed', 'retired', 'repaired', 'refused'] as const;
const numbersOf = (counts: Readonly<Record<string, unknown>>): Record<(typeof NUMBERS)[number], number> => Object.fromEntries(NUMBERS.map((name) => [name, Number(counts[name] ?? 0)])) as Record<(typeof NUMBERS)[number], number>;

const EMPTY: ImportResult = { runId: null, services: 0, added: 0, changed: 0, removed: 0, retired: 0, repaired: 0, refused: 0, findings: {}, tables: {}, groups: [], changes: [], news: [], vanished: [], conflicts: 0, otherwise: [] };

const short = (text: string): string => (text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text);

function said(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return short(typeof value === 'string' ? value : JSON.stringify(value));
}

function viewOf({ runId, tables, groups, changes, news, vanished, conflicts, otherwise, ...counts }: ImportResult, source: string): ImportView {
  return {
    runId,
    source,
    ...numbersOf(counts),
    newServices: tables['service']?.added ?? 0,
    parts: partsOf(tables),
    news,
    vanished,
    changes: changes.map(({ table, act, of, fields }) => ({ table, act, of, fields: fields.map(({ field, before, after }) => ({ field, before: said(before), after: said(after) })) })),
    conflicts,
    otherwise: otherwise.map(({ service, field, ours, theirs }) => ({ service, field, ours: ours.map(short), theirs: theirs.map(short) })),
    defects: groups.map(({ action, code, detail, alike, column, count, rows }) => ({ action, code, detail, alike, column, count, rows })),
  };
}
