import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../test/test-database.js';
import { dataSource } from '../platform/database/data-source.js';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await testDatabase();
  source = await dataSource({ url: database.url }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

it('has entities that say what the migration made', async () => {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query).filter((query) => query.includes('"directory"'))).toEqual([]);
});
