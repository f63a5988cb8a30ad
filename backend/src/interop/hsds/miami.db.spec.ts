import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { testDirectory, type TestDirectory } from '../../../test/a-directory.js';
import { everythingIn } from '../../../test/everything-in.js';
import { keptId } from '../../directory/index.js';
import { PUBLIC } from '../../platform/index.js';
import { FORMS, HsdsExport } from './export/hsds-export.service.js';
import { HsdsImport, type ImportResult } from './hsds-import.service.js';

const MIAMI = join(__dirname, '../../../../../shared/data/miami-open211-2019');
const on = existsSync(MIAMI) ? describe : describe.skip;
const source = 'miami-2019';
type Row = Record<string, string>;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** Rewrites one table of a copy of the package. */
function rewrite(folder: string, file: string, change: (rows: Row[]) => Row[]): void {
  const path = join(folder, file);
  const rows = parse<Row>(readFileSync(path), { columns: true, bom: true, relax_quotes: true, relax_column_count: true });
  const names = Object.keys(rows[0] ?? {});
  writeFileSync(path, [names, ...change(rows).map((row) => names.map((name) => row[name] ?? ''))].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''));
}

on('the package of Miami, 2019, and a copy of it a week later', () => {
  const copy = mkdtempSync(join(tmpdir(), 'miami-'));
  let desk: TestDirectory;
  let importer: HsdsImport;
  const fresh = ['990001', '990002'];
  let described: string[];
  let called: string[];
  let gone: string[];
  const moved = async (): Promise<Map<string, string>> => new Map((await desk.sql<{ id: string; at: string }>(`select service_id as id, last_modified::text || status as at from directory.listing`)).map(({ id, at }) => [id, at]));
  const seen = (result: ImportResult): object => ({ ...result, runId: undefined });
  const idsOf = (ids: readonly string[]): string[] => ids.map((id) => keptId(source, 'service', id)).sort();

  beforeAll(async () => {
    desk = await testDirectory();
    importer = desk.get(HsdsImport);
    cpSync(MIAMI, copy, { recursive: true });
    rewrite(copy, 'services.csv', (rows) => {
      const idOf = (row: Row | undefined): string => row?.['id'] ?? '';
      described = [10, 700, 1500, 2900].map((n) => idOf(rows[n]));
      called = [20, 2001, 3999].map((n) => idOf(rows[n]));
      gone = [5, 600, 1800, 2600, 4000].map((n) => idOf(rows[n]));
      const kept = rows.filter((row) => !gone.includes(idOf(row))).map((row) => (described.includes(idOf(row)) ? { ...row, description: `${row['description']} Now on the second floor.` } : row));
      return [...kept, ...fresh.map((id) => ({ ...rows[0], id, name: `New service ${id}` }))];
    });
    rewrite(copy, 'phones.csv', (rows) => rows.map((row) => (called.includes(row['service_id'] ?? '') ? { ...row, number: '(305) 555-0142' } : row)));
  }, 60_000);
  afterAll(async () => {
    await desk.stop();
    rmSync(copy, { recursive: true });
  });

  it('a dry run tells what the import then does, and writes nothing', async () => {
    const still = await everythingIn(desk);
    const would = await importer.run(MIAMI, { source, dryRun: true });
    expect(await everythingIn(desk)).toEqual(still);
    expect(seen(await importer.run(MIAMI, { source }))).toEqual(seen(would));
    expect(would).toMatchObject({ services: 4089, tables: { service: { added: 4089 } } });
  }, 180_000);

  it('the copy touches exactly what it says: 4 descriptions, 3 numbers, 2 new services, 5 that vanished', async () => {
    const before = await moved();
    const would = await importer.run(copy, { source, complete: true, dryRun: true });
    expect(await moved()).toEqual(before);
    const did = await importer.run(copy, { source, complete: true });
    expect(seen(did)).toEqual(seen(would));
    expect(did).toMatchObject({ retired: 5, news: fresh.map((id) => `New service ${id}`), tables: { service: { added: 2, changed: 4, removed: 0 }, phone: { changed: 3, removed: 0 }, organization: { added: 0, changed: 0 }, schedule: { added: 0, changed: 0, removed: 0 } } });
    expect(did.changes.filter(({ table }) => table === 'phone').map(({ fields }) => fields.map(({ field, after }) => [field, after]))).toEqual(called.map(() => [['number', '(305) 555-0142']]));
    const after = await moved();
    const touched = [...after].filter(([id, at]) => before.get(id) !== at).map(([id]) => id);
    expect(touched.sort()).toEqual(idsOf([...described, ...called, ...gone, ...fresh]));
    expect(await desk.count(`directory.service where source = '${source}'`)).toBe(4091);
    expect((await desk.sql<{ id: string }>(`select id from directory.service where status = 'defunct' order by id`)).map(({ id }) => id)).toEqual(idsOf(gone));
  }, 180_000);

  it('what comes back stands again', async () => {
    const did = await importer.run(MIAMI, { source });
    expect(did).toMatchObject({ retired: 0, tables: { service: { added: 0, changed: 9 } } });
    expect(await desk.count(`directory.service where status = 'defunct'`)).toBe(0);
  }, 180_000);

  it.each(FORMS)('as %s: exported, read into an empty directory and exported again, it is the same to the byte', async (form) => {
    const empty = await testDirectory();
    const [one, two] = ['1', '2'].map((n) => join(copy, `${form}-${n}`)) as [string, string];
    try {
      for (const folder of [one, two]) mkdirSync(folder);
      await desk.get(HsdsExport).run(PUBLIC, one, form);
      expect(await empty.get(HsdsImport).run(form === 'json' ? join(one, 'hsds.json') : one, { source: 'elsewhere' })).toMatchObject({ refused: 0 });
      await empty.get(HsdsExport).run(PUBLIC, two, form);
      expect(readdirSync(two)).toEqual(readdirSync(one));
      const apart = readdirSync(one).filter((file) => !readFileSync(join(one, file)).equals(readFileSync(join(two, file))));
      expect(apart.map((file) => [file, ...differences(readFileSync(join(one, file), 'utf8'), readFileSync(join(two, file), 'utf8'))])).toEqual([]);
    } finally {
      await empty.stop();
    }
  }, 240_000);
});

/** The first lines that are not the same, cut to where they part. */
function differences(one: string, other: string): string[] {
  const [left, right] = [one.split('\n'), other.split('\n')];
  const apart = left.findIndex((line, index) => line !== right[index]);
  const from = [...(left[apart] ?? '')].findIndex((letter, index) => letter !== right[apart]?.[index]);
  return [left, right].map((lines) => (lines[apart] ?? '').slice(Math.max(0, from - 150), from + 100));
}
