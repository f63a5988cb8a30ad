import { Injectable } from '@nestjs/common';
import { DirectoryWriter, Fingerprints, Imports, Places, VerificationClock, type RowChange, type ToldOtherwise, type WriteCounts } from '../../directory/index.js';
import { SYSTEM, type Actor } from '../../platform/index.js';
import { CsvPackage, isCsvPackage } from './csv-package.js';
import { Report, type Finding, type FindingGroup } from './domain/report.js';
import { foreseen, written } from './ledger.js';
import { isLinesFolder, jsonSource, linesSource, loaded, oneLinesSource } from './json-source.js';
import { Passage } from './passage.js';
import { readerEdition } from './reader-edition.js';
import type { Source } from './source.js';
import { Upgrade } from './upgrade.js';
import { isWholePackage, wholeSource } from './whole-package.js';

export interface ImportOptions {
  /** Name of the source, such as `211-miami`: ids are made of it, and its rows are told from others'. */
  source: string;
  actor?: Actor;
  /** The package is the whole of its source: services that it no longer names become defunct. */
  complete?: boolean;
  /** Say what would change and write nothing. */
  dryRun?: boolean;
  onProgress?: (done: number, total: number) => void;
  /** Hears of every defect, in the order of reading. */
  onFindings?: (findings: readonly Finding[]) => void;
}

export interface ImportResult {
  /** Null when nothing was written. */
  runId: string | null;
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
  /** The findings, each defect once with its first places. */
  groups: FindingGroup[];
  /** Samples: rows that changed, and rows that came or went on services that stay. */
  changes: RowChange[];
  /** Samples: names of new services, and of those that the source no longer names. */
  news: string[];
  vanished: string[];
  /** Fields of which the source says otherwise than what was published here, and samples of them. */
  conflicts: number;
  otherwise: ToldOtherwise[];
}

/** Reads HSDS into the directory: a tabular package of version 1.1, 2.0 or 3 (a folder), JSON of version 3 (a file, or its content), or one object a line. Reading the same again changes nothing. */
@Injectable()
export class HsdsImport {
  constructor(
    private readonly writer: DirectoryWriter,
    private readonly imports: Imports,
    private readonly places: Places,
    private readonly fingerprints: Fingerprints,
    private readonly checks: VerificationClock,
  ) {}

  /** Throws when there is nothing to read at `path`; every defect inside becomes a row of the report. */
  async run(path: string, options: ImportOptions): Promise<ImportResult> {
    const report = new Report();
    return this.take(await this.open(path, report), options, report);
  }

  /** The same for services that are in memory already. */
  load(services: readonly object[], options: ImportOptions): Promise<ImportResult> {
    return this.take(loaded(`${options.source}.json`, services), options);
  }

  private async open(path: string, report: Report): Promise<Source> {
    if (isWholePackage(path)) return wholeSource(path, report);
    if (isLinesFolder(path)) return linesSource(path);
    if (isCsvPackage(path)) return this.upgraded(path, report);
    return /\.(?:ndjson|jsonl)$/i.test(path) ? oneLinesSource(path) : jsonSource(path);
  }

  private async upgraded(path: string, report: Report): Promise<Source> {
    const counties = await this.imports.counties();
    const csv = await CsvPackage.open(path, report);
    return { form: 'hsds-1.1-csv', file: 'services.csv', organizations: () => [], services: (heard) => new Upgrade(csv, heard, (zip) => counties.get(zip)).services(), close: () => csv.close() };
  }

  /** What came new stands on the ladder of checks at once. */
  private async settle(actor: Actor): Promise<void> {
    await this.checks.join();
    await this.writer.settle(actor);
  }

  /** Takes in whatever source there is, and closes it. */
  async take(source: Source, options: ImportOptions, report = new Report()): Promise<ImportResult> {
    const { actor = SYSTEM, complete = false, dryRun = false } = options;
    try {
      const opened = { actor, source: options.source, form: source.form };
      const rooms = { writer: this.writer, imports: this.imports };
      const ledger = dryRun ? foreseen(rooms, opened) : await written(rooms, opened);
      const passage = new Passage(source, options, { ledger, report, imports: this.imports, fingerprints: this.fingerprints, places: await this.places.names(), readBy: readerEdition() + (await this.fingerprints.readBy()) });
      await passage.organizations();
      await passage.services();
      if (complete) await passage.retire();
      const result = passage.result();
      await ledger.finish(result);
      if (!dryRun) await this.settle(actor);
      return result;
    } finally {
      source.close();
    }
  }
}
