import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { testDatabase, type TestDatabase } from '../../../test/test-database.js';
import { DirectoryModule } from '../../directory/index.js';
import { PlatformModule } from '../../platform/index.js';
import { ReferenceSeed } from '../../seed/reference/reference.js';
import { InteropModule } from '../index.js';
import { HsdsImport } from './hsds-import.service.js';

const MIAMI = join(__dirname, '../../../../../shared/data/miami-open211-2019');
const on = existsSync(MIAMI) ? describe : describe.skip;

let database: TestDatabase;
let importer: HsdsImport;
let close: () => Promise<void>;
beforeAll(async () => {
  database = await testDatabase();
  const module = await Test.createTestingModule({ imports: [PlatformModule, DirectoryModule, InteropModule], providers: [ReferenceSeed] }).compile();
  await module.get(ReferenceSeed).run();
  importer = module.get(HsdsImport);
  close = () => module.close();
});
afterAll(async () => {
  await close();
  await database.drop();
});

const count = async (sql: string) => Number((await database.sql<{ n: string }>(`select count(*) as n from ${sql}`))[0]?.n);

on('the package of Miami, 2019', () => {
  it('comes in whole, with a row for every defect, and the second time changes nothing', async () => {
    const t = Date.now();
    const first = await importer.run(MIAMI, { source: 'miami-2019' });
    console.log(Date.now() - t, JSON.stringify(first, null, 1));
    const second = await importer.run(MIAMI, { source: 'miami-2019' });
    console.log(Date.now() - t, second.added, second.changed, second.removed);
    expect(await count('directory.service')).toBe(4089);
  });
});
