import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { SYSTEM } from '../actor.js';
import { Db } from './db.js';

let desk: TestDesk;
let db: Db;
beforeAll(async () => {
  desk = await testDesk({ DATABASE_POOL: '2' });
  db = desk.get(Db);
});
afterAll(() => desk?.stop());

describe('from within a transaction', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['another transaction', () => db.as(SYSTEM, (tx) => tx.query('select 1'))],
    ['a statement', () => db.statement(SYSTEM, 'select 1')],
    ['an unprepared one', () => db.unprepared('select 1')],
  ])('%s is refused, and the transaction is undone', async (_, ask) => {
    const name = async (): Promise<unknown> => (await desk.sql('select name from settings.desk'))[0];
    const before = await name();
    const both = db.as(SYSTEM, async (tx) => {
      await tx.query(`update settings.desk set name = 'Half done'`);
      await ask();
    });
    await expect(both).rejects.toThrow('A transaction is open here');
    expect(await name()).toEqual(before);
    await expect(ask()).resolves.toBeDefined();
  });

  it('what is read aside comes, also where every connection of the pool is held', async () => {
    const read = (): Promise<unknown> => db.as(SYSTEM, () => db.aside('select 1 as one'));
    expect(await Promise.all([read(), read(), read(), read()])).toEqual(Array(4).fill([{ one: 1 }]));
  });

  it('what goes on after it has ended may ask', async () => {
    let after: Promise<unknown> | undefined;
    let ended = (): void => undefined;
    const end = new Promise<void>((done) => (ended = done));
    await db.as(SYSTEM, () => {
      after = end.then(() => db.statement(SYSTEM, 'select 1 as one'));
      return Promise.resolve();
    });
    ended();
    expect(await after).toEqual([{ one: 1 }]);
  });
});
