import { anInquiry } from '../an-inquiry.js';
import { realDesk, type RealDesk } from './real-desk.js';
import { count, each, range, Wire, type Answer } from './wire.js';

const KEYS = count('KEYS', 200);
const REPEATS = count('REPEATS', 30);
/** Keys that race at the same time. */
const LANES = 4;

let desk: RealDesk;
let wire: Wire;
/** All answers of a key, of both rounds. */
const answers: (Answer | undefined)[][] = range(KEYS).map(() => []);
const keyOf = (key: number): string => `fault-repeat-${String(key).padStart(6, '0')}`;
const send = (key: number, over: Record<string, unknown> = {}): Promise<Answer | undefined> =>
  wire.send('POST', '/api/public/inquiries', { headers: { 'idempotency-key': keyOf(key) }, body: anInquiry({ place: { zip: String(key).padStart(5, '0'), fixed: true }, ...over }) });
/** The same answers in another order of their fields are the same body. */
const turned = (): Record<string, unknown> => ({ safe: { never: 'Not on Sunday', times: ['evening'], name: 'Marisol', others: 'hang-up', voicemail: false } });

beforeAll(async () => {
  desk = await realDesk();
  wire = new Wire(desk.port, LANES * REPEATS);
  await each(range(KEYS), LANES, async (key) => void answers[key]?.push(...(await Promise.all(range(REPEATS).map(() => send(key))))));
  await each(range(KEYS), LANES * REPEATS, async (key) => void answers[key]?.push(await send(key, turned())));
  console.log(`T3: ${KEYS} keys × ${REPEATS} at once, and once again later: ${answers.flat().length} answers`);
});
afterAll(async () => {
  wire?.close();
  await desk?.stop();
});

describe('T3 a request that is repeated', () => {
  it('T3 is answered each time, with 201', () => expect(answers.flat().filter((answer) => answer?.status !== 201)).toEqual([]));

  it('T3 gets equal answers, at once and later', () => {
    const unequal = answers.filter((of) => new Set(of.map((answer) => answer?.body)).size !== 1);
    expect(unequal).toEqual([]);
    expect(new Set(answers.map((of) => of[0]?.body)).size).toBe(KEYS);
  });

  it('T3 is kept once, whole', async () => {
    const [row] = await desk.sql(`
      select (select count(*) from intake.inquiry)::int as inquiries, (select count(distinct zip) from intake.inquiry)::int as forms, (select count(*) from intake.idempotency)::int as keys,
        (select count(*) from intake.need)::int as needs, (select count(*) from platform.event where type = 'inquiry.submitted')::int as events,
        (select count(*) from audit.entry where body->>'act' = 'inquiry.submit')::int as audits`);
    expect(row).toEqual({ inquiries: KEYS, forms: KEYS, keys: KEYS, needs: 2 * KEYS, events: KEYS, audits: KEYS });
  });

  it('T3 is refused with 422 when the same key brings another body, and changes nothing', async () => {
    const refused: (Answer | undefined)[] = [];
    await each(range(KEYS), LANES * REPEATS, async (key) => void refused.push(await send(key, { words: 'Something else' })));
    expect(refused.map((answer) => [answer?.status, (JSON.parse(answer?.body ?? '{}') as { code: string }).code])).toEqual(range(KEYS).map(() => [422, 'request.key-reused']));
    expect(await desk.sql('select 1 from intake.inquiry')).toHaveLength(KEYS);
  });
});
