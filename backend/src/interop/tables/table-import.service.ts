import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Deaf, Report } from '../hsds/domain/report.js';
import { HsdsImport, type ImportOptions, type ImportResult } from '../hsds/hsds-import.service.js';
import { presetFor } from './domain/presets.js';
import type { Mapping } from './domain/mapping.js';
import { headOf, mappedSource, type TableHead } from './mapped-source.js';

/** What a table looks like, and which preset fits its columns. */
export interface TableLook extends TableHead {
  preset: string | undefined;
}

export const isTable = (path: string): boolean => /\.(?:csv|tsv|tab|txt|xlsx)$/i.test(path);

/** Takes in tables of one row a service, by a mapping that says which column fills which field. */
@Injectable()
export class TableImport {
  constructor(private readonly importer: HsdsImport) {}

  async look(path: string): Promise<TableLook> {
    const head = await headOf(path, new Deaf());
    return { ...head, preset: presetFor(head.columns) };
  }

  /** As any import; columns that the mapping names and the table has not are findings of the whole file. */
  async run(path: string, mapping: Mapping, options: ImportOptions): Promise<ImportResult> {
    const report = new Report();
    const { writing, columns } = await headOf(path, new Deaf());
    for (const column of missing(mapping, columns)) report.repaired({ file: basename(path), row: 0 }, column, 'column-missing', 'The mapping names this column, and the table does not have it.');
    return this.importer.take(await mappedSource({ path, writing }, mapping, report), options, report);
  }
}

/** Columns that must be there for a table to be one of this kind. */
const missing = (mapping: Mapping, columns: readonly string[]): string[] => (mapping.columns ?? []).filter((column) => !columns.includes(column));
