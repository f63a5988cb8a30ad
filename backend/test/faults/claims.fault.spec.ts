import { hash } from '@node-rs/argon2';
import { uuidv7 } from '../../src/platform/crypto/uuid.js';
import { anInquiry } from '../an-inquiry.js';
import { realDesk, type RealDesk } from './real-desk.js';
import { count, each, quantile, range, Wire, type Answer } from './wire.js';

const SESSIONS = count('SESSIONS', 40);
const INQUIRIES = count('INQUIRIES', 200);
const RACERS = 20;
const SLOWEST_MS = 500;
const PASSWORD = 'four quiet words here';

interface Session {
  id: string;
  name: string;
  headers: Record<string, string>;
}
interface Race {
  inquiry: string;
  answers: { by: Session; answer: Answer | undefined }[];
}
interface Lost {
  code: string;
  by: { id: string; name: string };
}

let desk: RealDesk;
let wire: Wire;
let sessions: Session[];
const races: Race[] = [];
const times: number[] = [];

/** Accounts by SQL with one hash: making a hash each would take longer than the races. */
async function people(): Promise<Session[]> {
  const hashed = await hash(PASSWORD, { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 });
  const names = range(SESSIONS).map((index) => ({ id: uuidv7(), name: `Racer ${index}`, email: `racer${index}@example.org` }));
  await desk.sql(`insert into people.account (id, email, name, password_hash, roles, restricted) select x.id, x.email, x.name, $1, '{SPE}', true from jsonb_to_recordset($2::jsonb) as x (id uuid, email text, name text)`, [hashed, JSON.stringify(names)]);
  const open: Session[] = [];
  await each(names, 2, async ({ id, name, email }) => {
    const answer = await wire.send('POST', '/api/auth/login', { body: { email, password: PASSWORD } });
    const { csrf } = JSON.parse(answer?.body ?? '{}') as { csrf: string };
    open.push({ id, name, headers: { cookie: answer?.cookie ?? '', 'x-csrf-token': csrf } });
  });
  return open;
}

async function inquiries(): Promise<string[]> {
  await each(range(INQUIRIES), 20, async (form) => {
    const answer = await wire.send('POST', '/api/public/inquiries', { headers: { 'idempotency-key': `fault-claim-${String(form).padStart(6, '0')}` }, body: anInquiry() });
    if (answer?.status !== 201) throw new Error(`A request was refused: ${answer?.body}`);
  });
  return (await desk.sql<{ id: string }>('select id from intake.inquiry order by id')).map(({ id }) => id);
}

async function claim(by: Session, inquiry: string): Promise<{ by: Session; answer: Answer | undefined }> {
  const started = performance.now();
  const answer = await wire.send('POST', `/api/inquiries/${inquiry}/claim`, { headers: by.headers });
  times.push(performance.now() - started);
  return { by, answer };
}

/** Twenty different people for each inquiry, another twenty for the next: as many inquiries at once as there are people for. */
async function race(): Promise<void> {
  await each(await inquiries(), Math.max(1, Math.floor(SESSIONS / RACERS)), async (inquiry, index) => {
    const racers = range(RACERS).map((place) => sessions[(index * RACERS + place) % SESSIONS] as Session);
    races.push({ inquiry, answers: await Promise.all(racers.map((by) => claim(by, inquiry))) });
  });
}

const winners = ({ answers }: Race): Session[] => answers.filter(({ answer }) => answer?.status === 200).map(({ by }) => by);

beforeAll(async () => {
  desk = await realDesk();
  wire = new Wire(desk.port, SESSIONS);
  sessions = await people();
  await race();
  console.log(`T4: ${SESSIONS} sessions, ${INQUIRIES} inquiries × ${RACERS}: p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`);
});
afterAll(async () => {
  wire?.close();
  await desk?.stop();
});

describe('T4 claiming at the same time', () => {
  it('T4 is won by exactly one', () => {
    expect(races).toHaveLength(INQUIRIES);
    expect(races.filter((one) => winners(one).length !== 1)).toEqual([]);
  });

  it('T4 tells every other who won', () => {
    const wrong = races.flatMap((one) => {
      const [winner] = winners(one);
      return one.answers.filter(({ by, answer }) => {
        if (by === winner) return false;
        const { code, by: named } = JSON.parse(answer?.body ?? '{}') as Lost;
        return answer?.status !== 409 || code !== 'inquiry.claimed' || named.name !== winner?.name;
      });
    });
    expect(wrong).toEqual([]);
  });

  it('T4 is kept once: the owner of the row, one event and one audit row', async () => {
    const rows = await desk.sql<{ id: string; assignee: string; version: number; events: number; audits: number }>(`
      select i.id, i.assignee, i.version, (select count(*) from platform.event e where e.subject = i.id and e.type = 'inquiry.claimed')::int as events,
        (select count(*) from audit.entry a where a.body->>'objectId' = i.id::text and a.body->>'act' = 'inquiry.claim')::int as audits
      from intake.inquiry i order by i.id`);
    const expected = races.map((one) => ({ id: one.inquiry, assignee: winners(one)[0]?.id, version: 2, events: 1, audits: 1 }));
    expect(rows).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
  });

  it('T4 never answers 5xx, and is quick', () => {
    expect(races.flatMap(({ answers }) => answers).filter(({ answer }) => !answer || answer.status >= 500)).toEqual([]);
    expect(quantile(times, 0.99)).toBeLessThanOrEqual(SLOWEST_MS);
  });

  it('T4 by one session twenty times is claiming once', async () => {
    const answer = await wire.send('POST', '/api/public/inquiries', { headers: { 'idempotency-key': 'fault-claim-by-one-session' }, body: anInquiry({ place: { zip: '99999', fixed: true } }) });
    expect(answer?.status).toBe(201);
    const [row] = await desk.sql<{ id: string }>(`select id from intake.inquiry where zip = '99999'`);
    const [one] = sessions;
    if (!row || !one) throw new Error('There is no inquiry or no session');
    const claims = await Promise.all(range(RACERS).map(() => claim(one, row.id)));
    expect(claims.map((done) => done.answer?.status)).toEqual(range(RACERS).map(() => 200));
    expect(await desk.sql(`select body->>'actorId' as actor from platform.event where subject = $1 and type = 'inquiry.claimed'`, [row.id])).toEqual([{ actor: one.id }]);
  });
});
