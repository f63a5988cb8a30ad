import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DirectoryWriter, emptyBatch, Imports, keptId, Places, type DirectoryBatch, type WriteCounts } from '../../directory/index.js';
import { SYSTEM, type Actor } from '../../platform/index.js';
import { isCsvPackage, readCsvPackage } from './csv-package.js';
import { Report } from './domain/report.js';
import { flattenOrganization } from './flatten-organization.js';
import { flattenService, markHidden, markHiddenPlaces, type Run } from './flatten.js';
import { Reading, type Raw } from './reading.js';
import { Upgrade } from './upgrade.js';
import { isLinesFolder, isWholePackage, readLines, readWholePackage, type Objects } from './whole-package.js';

export interface ImportOptions {
  /** Name of the source, such as `211-miami`: ids are made of it, and its rows are told from others'. */
  source: string;
  actor?: Actor;
  /** The package is the whole of its source: services that it no longer names become defunct. */
  complete?: boolean;
  onProgress?: (done: number, total: number) => void;
}

export interface ImportResult {
  runId: string;
  services: number;
  added: number;
  changed: number;
  removed: number;
  retired: number;
  repaired: number;
  refused: number;
  /** Findings by code. */
  findings: Record<string, number>;
  tables: WriteCounts;
}

const BATCH = 500;

/** What a source holds; organizations may come with their services alone. */
interface Source extends Objects {
  form: string;
  file: string;
}

/** Reads HSDS into the directory: a tabular package of version 1.1, 2.0 or 3 (a folder), JSON of version 3 (a file, or its content), or a folder with one object a line. Reading the same again changes nothing. */
@Injectable()
export class HsdsImport {
  constructor(
    private readonly writer: DirectoryWriter,
    private readonly imports: Imports,
    private readonly places: Places,
  ) {}

  /** Throws when there is nothing to read at `path`; every defect inside becomes a row of the report. */
  async run(path: string, options: ImportOptions): Promise<ImportResult> {
    const report = new Report();
    return this.take(await this.read(path, report), report, options);
  }

  /** The same for services that are in memory already. */
  load(services: readonly object[], options: ImportOptions): Promise<ImportResult> {
    return this.take({ form: 'hsds-3', file: `${options.source}.json`, organizations: [], services: services as readonly Raw[] }, new Report(), options);
  }

  private async read(path: string, report: Report): Promise<Source> {
    if (isWholePackage(path)) return { form: 'hsds-3-csv', file: 'services.csv', ...(await readWholePackage(path)) };
    if (isLinesFolder(path)) return { form: 'hsds-3', file: 'services.ndjson', ...readLines(path) };
    if (isCsvPackage(path)) {
      const counties = await this.imports.counties();
      return { form: 'hsds-1.1-csv', file: 'services.csv', organizations: [], services: new Upgrade(await readCsvPackage(path), report, (zip) => counties.get(zip)).services() };
    }
    return { form: 'hsds-3', file: basename(path), ...objectsIn(JSON.parse(await readFile(path, 'utf8'))) };
  }

  private async take({ form, file, organizations, services }: Source, report: Report, { source, actor = SYSTEM, complete = false, onProgress }: ImportOptions): Promise<ImportResult> {
    const runId = await this.imports.start(actor, source, form);
    const run: Run = { source, file, report, terms: await this.imports.terms(), hidden: new Set(), seen: new Set(), places: await this.places.names(), state: null };
    services.forEach((raw) => markHidden(raw, run));
    organizations.forEach((raw) => markHiddenPlaces(raw, run));
    const tables: WriteCounts = {};
    for (let from = 0; from < organizations.length; from += BATCH) add(tables, await this.writer.write(actor, source, await this.organizations(organizations.slice(from, from + BATCH), from, run)));
    for (let from = 0; from < services.length; from += BATCH) {
      const batch = await this.batch(services.slice(from, from + BATCH), from, run);
      add(tables, await this.writer.write(actor, source, batch));
      onProgress?.(Math.min(from + BATCH, services.length), services.length);
    }
    const retired = complete ? await this.imports.retire(actor, source, services.map((raw) => keptId(source, 'service', idOf(raw)))) : 0;
    const result = { runId, services: services.length, ...total(tables), retired, ...outcome(report), tables };
    await this.imports.finish(actor, runId, report.findings, { ...result, runId: undefined });
    return result;
  }

  /** Organizations of the batch that belong to no other source, flattened. */
  private async organizations(organizations: readonly Raw[], from: number, run: Run): Promise<DirectoryBatch> {
    const foreign = await this.imports.foreign(run.source, organizations.map((raw) => keptId(run.source, 'organization', idOf(raw))), 'organization');
    const batch = emptyBatch();
    organizations.forEach((raw, index) => {
      const organization = new Reading(raw, run.report, { file: run.file, row: from + index + 1 });
      if (foreign.has(keptId(run.source, 'organization', idOf(raw)))) organization.refused('id', 'id-of-other-source', 'Another source brought this organization; it stays as that source tells it.');
      else flattenOrganization(organization, run, batch);
    });
    return batch;
  }

  /** Services of the batch that belong to no other source, flattened. */
  private async batch(services: readonly Raw[], from: number, run: Run): Promise<DirectoryBatch> {
    const foreign = await this.imports.foreign(run.source, services.map((raw) => keptId(run.source, 'service', idOf(raw))));
    const batch = emptyBatch();
    services.forEach((raw, index) => {
      const row = from + index + 1;
      if (foreign.has(keptId(run.source, 'service', idOf(raw)))) new Reading(raw, run.report, { file: run.file, row }).refused('id', 'id-of-other-source', 'Another source brought this service; it stays as that source tells it.');
      else flattenService(raw, row, run, batch);
    });
    return batch;
  }
}

const idOf = (raw: Raw): string => (typeof raw['id'] === 'string' ? raw['id'].trim() : '');

/** `{organizations: […], services: […]}`, services alone, a page of the API (`contents`), or the plain list. */
function objectsIn(json: unknown): Objects {
  const object = json as { organizations?: unknown; services?: unknown; contents?: unknown } | unknown[] | null;
  const list = Array.isArray(object) ? object : (object?.services ?? object?.contents);
  if (!Array.isArray(list)) throw new Error('The file holds no list of HSDS services.');
  return { organizations: rawsIn(Array.isArray(object) ? [] : object?.organizations), services: rawsIn(list) };
}

const rawsIn = (list: unknown): Raw[] => (Array.isArray(list) ? list : []).filter((one): one is Raw => typeof one === 'object' && one !== null);

function add(sum: WriteCounts, counts: WriteCounts): void {
  for (const [table, { added, changed, removed }] of Object.entries(counts)) {
    const before = sum[table] ?? { added: 0, changed: 0, removed: 0 };
    sum[table] = { added: before.added + added, changed: before.changed + changed, removed: before.removed + removed };
  }
}

function total(tables: WriteCounts): { added: number; changed: number; removed: number } {
  const sum = (part: 'added' | 'changed' | 'removed'): number => Object.values(tables).reduce((all, counts) => all + counts[part], 0);
  return { added: sum('added'), changed: sum('changed'), removed: sum('removed') };
}

function outcome(report: Report): Pick<ImportResult, 'repaired' | 'refused' | 'findings'> {
  const repaired = report.findings.filter(({ action }) => action === 'repaired').length;
  return { repaired, refused: report.findings.length - repaired, findings: report.byCode() };
}
