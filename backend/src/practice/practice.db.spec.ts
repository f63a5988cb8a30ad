import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { sent } from '../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { Clock } from '../platform/index.js';
import { PracticeDesk } from './practice-desk.service.js';

interface Item { id: string; reference: string; status: string; assignee: { name: string } | null; actions: string[] }
interface Queue { items: Item[] }
interface View { state: string; says: string; known: boolean; others: number }

describe('practice: a desk of its own beside the real one', () => {
  let desk: TestDesk;
  let ruth: Colleague;
  let jonah: Colleague;
  let practice: PracticeDesk;
  const view = (who: Colleague): Promise<View> => who.ask('GET', '/api/practice');
  const queue = (who: Colleague, place = '/practice/api/queue?view=all'): Promise<Queue> => who.ask('GET', place);
  const alive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  /** The owner's look into the practice database. */
  const inside = async <Row>(sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: `${desk.url}_practice` });
    await client.connect();
    return client.query(sql).then(({ rows }) => rows as Row[]).finally(() => client.end());
  };

  beforeAll(async () => {
    desk = await testDesk({ PRACTICE: '1' });
    practice = desk.get(PracticeDesk);
    ruth = await aColleague(desk, 'Ruth Adler');
    jonah = await aColleague(desk, 'Jonah Park');
    await ruth.ask('POST', '/api/practice');
    await practice.start();
  }, 240_000);
  afterAll(async () => {
    const { pid = 0 } = practice;
    await desk.stop();
    expect(alive(pid)).toBe(false); // it leaves no process
  });

  it('is ready, full of people, and known to who practised', async () => {
    expect(await view(ruth)).toMatchObject({ state: 'ready', known: true });
    expect(await view(jonah)).toMatchObject({ known: false });
    const { items } = await queue(ruth);
    expect(items.length).toBeGreaterThan(8);
    expect(items.map(({ assignee }) => assignee?.name).filter((name) => name === 'Ruth Adler')).toEqual([]);
  });
});
