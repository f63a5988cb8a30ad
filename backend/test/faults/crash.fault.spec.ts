import { realDesk, type RealDesk } from './real-desk.js';
import { books, Senders, type Books } from './senders.js';
import { count, range } from './wire.js';

const FORMS = count('FORMS', 1000);
const KILLS = count('KILLS', 2);
const LONGEST_OUTAGE_MS = 5000;

/** One run: people send, something is killed again and again while they do, and the books are read when all is quiet. */
async function run(desk: RealDesk, crash: () => Promise<number>): Promise<{ senders: Senders; found: Books; outages: number[] }> {
  const senders = new Senders(desk, FORMS);
  const sending = senders.run();
  const outages: number[] = [];
  for (const kill of range(KILLS)) {
    await senders.reached((kill + 1) / (KILLS + 1));
    outages.push(await senders.outage(await crash()));
  }
  await sending;
  return { senders, found: await books(desk), outages };
}

describe.each([
  ['T1', 'PostgreSQL and all its processes', (desk: RealDesk) => desk.cluster.crash()],
  ['T2', 'the application', (desk: RealDesk) => desk.crash()],
])('%s with kill -9 of %s', (number, what, crash) => {
  let desk: RealDesk;
  let senders: Senders;
  let found: Books;
  let outages: number[];
  beforeAll(async () => {
    desk = await realDesk();
    ({ senders, found, outages } = await Promise.race([run(desk, () => crash(desk)), desk.died]));
    console.log(`${number}: ${FORMS} forms, ${KILLS} × kill -9 of ${what}: ${senders.receipts.size} acknowledged, ${found.inquiries} kept, answers ${JSON.stringify(senders.met)}, outages ${outages.join(', ')} ms`);
  });
  afterAll(() => desk?.stop());

  it(`${number} runs on settings that survive a power cut: kill -9 leaves the kernel's pages, so fsync itself is not tested here`, async () => {
    const rows = await desk.sql<{ name: string; setting: string }>(`select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') order by name`);
    expect(rows.map(({ name, setting }) => `${name}=${setting}`)).toEqual(['data_checksums=on', 'fsync=on', 'full_page_writes=on', 'synchronous_commit=on']);
  });

  it(`${number} loses nothing that was acknowledged`, () => {
    const lost = [...senders.receipts.values()].flat().filter((body) => !found.references.has((JSON.parse(body) as { reference: string }).reference));
    expect(lost.length).toBe(0);
  });

  it(`${number} keeps no form twice, and answers a repeated one with the first receipt`, () => {
    expect(found.doubled).toBe(0);
    expect([...senders.receipts].filter(([, bodies]) => new Set(bodies).size > 1)).toEqual([]);
  });

  it(`${number} acknowledges at least 99 % in the end`, () => expect(senders.receipts.size).toBeGreaterThanOrEqual(FORMS * 0.99));

  it(`${number} answers 201, 409 or 503 with Retry-After, or breaks the connection, and nothing else`, () => {
    expect(Object.keys(senders.met).filter((kind) => !['201', '409', '503', 'broken'].includes(kind))).toEqual([]);
    expect(senders.mute).toBe(0);
    expect((senders.met['503'] ?? 0) + (senders.met['broken'] ?? 0)).toBeGreaterThan(KILLS); // otherwise nothing was hit
  });

  it(`${number} is back within 5 s of what was killed: from when PostgreSQL, or the application, accepts connections`, () => {
    expect(outages).toHaveLength(KILLS);
    expect(Math.max(...outages)).toBeLessThanOrEqual(LONGEST_OUTAGE_MS);
  });

  it(`${number} leaves whole requests: as many keys, events, audit rows and consents as inquiries, two needs each`, () => {
    const { inquiries, keys, events, audits, consents, needs } = found;
    expect({ keys, events, audits, consents, needs }).toEqual({ keys: inquiries, events: inquiries, audits: inquiries, consents: inquiries, needs: 2 * inquiries });
  });
});
