import { setTimeout as sleep } from 'node:timers/promises';
import { settled } from '../../../test/settled.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { SYSTEM } from '../actor.js';
import { uuidv7 } from '../crypto/uuid.js';
import { Db } from '../database/db.js';
import { Dispatcher } from './dispatcher.js';
import { Events } from './events.js';

let desk: TestDesk;
let dispatcher: Dispatcher;
beforeAll(async () => {
  desk = await testDesk();
  dispatcher = desk.get(Dispatcher);
  await dispatcher.start();
});
afterAll(() => desk?.stop());

/** Records events in one transaction, as an act does. */
async function happen(...types: string[]): Promise<void> {
  await desk.get(Db).as(SYSTEM, async (tx) => {
    for (const type of types) await desk.get(Events).record(tx, { type, subject: uuidv7() });
  });
  dispatcher.nudge();
}

/** What a screen is told while `work` runs and until `count` events came. */
async function told(count: number, work: () => Promise<void>): Promise<string[]> {
  const types: string[] = [];
  const screen = dispatcher.live.subscribe(({ type }) => types.push(type));
  await work();
  for (let waited = 0; types.length < count && waited < 20_000; waited += 20) await sleep(20);
  await sleep(100); // whatever comes twice or too much
  screen.unsubscribe();
  return types;
}

describe('open screens', () => {
  it('are told everything in its order, once', async () => {
    const many = Array.from({ length: 25 }, (_, index) => `test.${index}`);
    expect(await told(25, () => happen(...many))).toEqual(many);
  });

  it('are told what happens after they opened, though nobody looked before', async () => {
    await happen('test.unseen');
    await settled(desk);
    await sleep(5000); // nobody looks: the place moves on, once a second
    expect(await told(1, () => happen('test.seen'))).toEqual(['test.seen']);
  });
});
