import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Command, Option } from 'nest-commander';
import { Imports } from '../directory/index.js';
import { guessColumns, HsdsImport, isTable, mappingFaults, mappingOfColumns, partsOf, PRESETS, TableImport, UNTRIED, type ImportOptions, type ImportResult, type Mapping } from '../interop/index.js';
import { SYSTEM, uuidv7, type Config } from '../platform/index.js';
import { changeLines, CSV_HEAD, csvOf, guessLines, linesOf, otherwiseLines, sourceName, sumLines } from './domain/import-report.js';
import { misused, Refused } from './exits.js';
import { House } from './house.js';
import { OperatorCommand } from './operator-command.js';
import { Terminal } from './terminal.js';

interface Given {
  source?: string;
  complete?: boolean;
  dryRun?: boolean;
  mapping?: string;
}

/** A mapping made of the columns' names. */
const GUESS = 'guess';
const guessText = (columns: readonly string[]): string => `\nIts columns, and what they perhaps fill (--mapping ${GUESS} takes this; look first with --dry-run):\n${guessLines(columns, guessColumns(columns)).join('\n')}`;

@Command({
  name: 'import',
  arguments: '<path>',
  argsDescription: { path: 'a folder with the CSV files of HSDS 1.1, 2.0 or 3 (services.csv …) or with services.ndjson, or an .ndjson file with one service a line, or a table (.csv, .xlsx) with --mapping, or a JSON file of HSDS 3 (hsds.json of an export, {"services": […]} or the plain list)' },
  description: 'Reads listings into the directory. Reading the same again changes nothing.',
})
export class ImportListings extends OperatorCommand {
  protected readonly example = 'exports/county-211 --source county-211';

  constructor(
    private readonly house: House,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async run([given = '']: string[], { source, complete = false, dryRun = false, mapping }: Given = {}): Promise<void> {
    const path = readable(given);
    const name = sourceName(source ?? basename(path));
    if (!name) throw misused('Name the source with --source, such as --source county-211.');
    const said = mappingOf(mapping);
    await this.house.furnished('files', async (app, config) => {
      const how = said === GUESS ? await this.guessed(app, path) : said;
      if (isTable(path) && !how) throw misused(await this.suggestion(app, path));
      const file = reportFile(config, dryRun);
      const result = await this.imported(app, { path, how }, { source: name, complete, dryRun, onFindings: (findings) => appendFileSync(file, csvOf(findings)) });
      this.report(result, file);
      if (!dryRun) await this.silent(app, name);
    });
  }

  private async imported(app: INestApplicationContext, { path, how }: { path: string; how: Mapping | undefined }, given: ImportOptions): Promise<ImportResult> {
    const options: ImportOptions = { ...given, onProgress: (done, total) => this.terminal.progress(done, total, 'services') };
    try {
      return how ? await app.get(TableImport, { strict: false }).run(path, how, options) : await app.get(HsdsImport, { strict: false }).run(path, options);
    } catch (error) {
      if (error instanceof SyntaxError) throw new Refused(`${path} is not JSON. Nothing was imported.`);
      throw error;
    }
  }

  /** A table says nothing of what its columns mean: a preset may. */
  private async suggestion(app: INestApplicationContext, path: string): Promise<string> {
    const { preset, columns } = await app.get(TableImport, { strict: false }).look(path);
    if (!preset) return `${path} is a table: say with --mapping what its columns fill, by a preset (${Object.keys(PRESETS).join(', ')}) or a JSON file (docs/imports.md).${guessText(columns)}`;
    return `The columns look like ${PRESETS[preset]?.mapping.name}${PRESETS[preset]?.tried ? '' : ` (${UNTRIED})`}. Add --mapping ${preset}, and look first with --dry-run.`;
  }

  /** What the columns perhaps fill, by their names: said before anything is read. */
  private async guessed(app: INestApplicationContext, path: string): Promise<Mapping> {
    if (!isTable(path)) throw misused(`--mapping ${GUESS} is for tables (.csv, .tsv, .xlsx); ${path} says itself what it holds.`);
    const { columns } = await app.get(TableImport, { strict: false }).look(path);
    const guesses = guessColumns(columns);
    if (!guesses.some(({ field }) => field === 'name')) throw misused(`No column of ${path} is named like the name of a service. Write a mapping (docs/imports.md).${guessText(columns)}`);
    this.terminal.say('Guessed from the names of the columns:', ...guessLines(columns, guesses));
    return mappingOfColumns(guesses);
  }

  private report(result: ImportResult, file: string): void {
    const { runId, added, changed, removed, retired, repaired, refused } = result;
    if (!runId) this.terminal.say('Nothing was written. This is what the import would do:');
    this.terminal.say(...sumLines(result, partsOf(result.tables)));
    if (added + changed + removed + retired === 0) this.terminal.say('Nothing has changed: the directory held all of this already.');
    this.terminal.say(...changeLines(result), ...otherwiseLines(result), `Repaired: ${repaired}. Refused: ${refused}.`, ...linesOf(result.groups), `Every finding: ${file}`);
  }

  private async silent(app: INestApplicationContext, source: string): Promise<void> {
    const silent = await app.get(Imports, { strict: false }).withoutNeed(SYSTEM, source);
    if (silent) this.terminal.say(`${silent} active services of this source name no need, and none was read out of their words: a search by need does not find them.`);
  }

  @Option({ flags: '--source <name>', description: "the source's name; ids are made of it, so keep it the same. Left out: the folder's or file's name" })
  source(value: string): string {
    return value;
  }

  @Option({ flags: '--dry-run', description: 'say what would be added, changed field by field, removed, retired, repaired and refused, and where the source says otherwise than what was published here, and write nothing' })
  dryRun(): boolean {
    return true;
  }

  @Option({ flags: '--mapping <preset or file>', description: `what the columns of a table fill: ${Object.keys(PRESETS).join(', ')}, a JSON file (docs/imports.md), or ${GUESS}: what their names say` })
  mapping(value: string): string {
    return value;
  }

  @Option({ flags: '--complete', description: 'this is all the source has: services that it no longer names are retired' })
  complete(): boolean {
    return true;
  }
}

/** The whole path of something that can be imported, before anything is started for it. */
function readable(given: string): string {
  const path = resolve(given);
  if (!existsSync(path)) throw misused(`There is nothing at ${path}.`);
  if (statSync(path).isDirectory() && !['services.csv', 'services.ndjson'].some((file) => existsSync(join(path, file)))) throw misused(`There is no services.csv in ${path}: name the folder with the CSV files of HSDS, or a JSON file.`);
  return path;
}

/** A preset by its name, a mapping that somebody wrote, or that it is to be guessed. */
function mappingOf(given: string | undefined): Mapping | typeof GUESS | undefined {
  if (given === undefined || given === GUESS) return given;
  const preset = PRESETS[given];
  if (preset) return preset.mapping;
  const json = jsonIn(given);
  const faults = mappingFaults(json);
  if (faults.length) throw misused(`The mapping ${given} cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return json as Mapping;
}

function jsonIn(path: string): unknown {
  if (!existsSync(path)) throw misused(`There is no preset ${path} and no file of that name. Presets: ${Object.keys(PRESETS).join(', ')}.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    throw misused(`${path} is not JSON.`);
  }
}

/** A file for the full report in the data folder, for the operator alone. */
function reportFile({ DATA_DIR }: Config, dryRun: boolean): string {
  const folder = join(DATA_DIR, 'imports');
  const file = join(folder, `${dryRun ? 'dry-run-' : ''}${uuidv7()}.csv`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, CSV_HEAD, { mode: 0o600 });
  return file;
}
