import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { anOpenOne } from '../../test/an-inquiry.js';
import { type TestDesk } from '../../test/test-database.js';
import { uuidv7 } from '../platform/index.js';
import type { FindMatches, MatchesView } from './matching.dto.js';
import type { UnderstoodView } from './understood.dto.js';
import type { AskWhy, WhyView } from './why.dto.js';

const WORDS = 'My brother took his own life in spring. I have no insurance and work until five, so evenings. Not AA. Canary-4711.';
let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let id: string;

async function claimed(over: Record<string, unknown>): Promise<string> {
  const made = await anOpenOne(desk, { facts: {}, ...over });
  await ruth.ask('POST', `/api/inquiries/${made}/claim`);
  return made;
}
const understood = (of = id): Promise<UnderstoodView> => ruth.ask<UnderstoodView>('GET', `/api/inquiries/${of}/understood`);
const matches = (asked: FindMatches): Promise<MatchesView> => ruth.ask<MatchesView>('POST', `/api/inquiries/${id}/matches`, asked);
const why = (body: AskWhy): Promise<WhyView[]> => ruth.ask<WhyView[]>('POST', `/api/inquiries/${id}/matches/why`, body);

beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  id = await claimed({ topics: ['grief'], words: WORDS });
}, 180_000);
afterAll(() => desk.stop());

describe('what was understood of own words', () => {
  it('is a row of signs with the words that caused them, each once', async () => {
    const { suggestions, away } = await understood();
    const told = suggestions.map(({ taxonomy, code, value, because }) => [`${taxonomy}/${code}${value ? `=${value}` : ''}`, because.map(({ from, to }) => WORDS.slice(from, to)).join(' ')]);
    expect(new Map(told.map(([what = '', words = '']) => [what, words]))).toEqual(expect.objectContaining({ size: told.length }));
    expect(told).toEqual(expect.arrayContaining([['need/suicide-loss', expect.stringContaining('took his own life')], ['fact/payment=uninsured', expect.stringContaining('no insurance')], ['fact/time=weekday_evening', expect.any(String)]]));
    expect(suggestions.find(({ code }) => code === 'suicide-loss')?.name).toBe('Loss to suicide');
    expect(away).toContain('Support group');
  }, 120_000);

  it('says how urgent it sounds only where it does', async () => {
    const words = 'I have the pills in front of me and I want to end my life tonight.';
    const { sounds } = await understood(await claimed({ topics: ['low-mood'], words }));
    expect(sounds?.tier).toBe('hard');
    expect(sounds?.because.map(({ from, to }) => words.slice(from, to)).join(' ')).toContain('end my life');
    expect((await understood(await claimed({ topics: ['lonely'], words: 'I would like a walking group on Saturdays.' }))).sounds).toBeNull();
  });

  it('is empty where nobody wrote anything', async () => {
    expect(await understood(await claimed({ words: undefined }))).toEqual({ suggestions: [], away: [], sounds: null });
  });

  it('is for who may read the words, and answers everybody else like a request that is not there', async () => {
    const foreign = await ana.send('GET', `/api/inquiries/${id}/understood`);
    const missing = await ana.send('GET', `/api/inquiries/${uuidv7()}/understood`);
    expect(foreign.statusCode).toBe(404);
    expect({ ...foreign.json(), requestId: 0 }).toEqual({ ...missing.json(), requestId: 0 });
  });

  it('is a reading of them: written into the audit each time, without a word of them', async () => {
    const read = `select body from audit.entry where body->>'act' = 'inquiry.read' and body->>'objectId' = $1 and body->'fields' = '["words"]'`;
    const before = await desk.sql(read, [id]);
    await understood();
    const rows = await desk.sql<{ body: unknown }>(read, [id]);
    expect(rows).toHaveLength(before.length + 1);
    expect(JSON.stringify([rows, await desk.sql('select body from platform.event')])).not.toContain('Canary-4711');
  });
});

describe('where a service stands', () => {
  const asked: FindMatches = { needs: ['grief'], zip: '06854', town: null, language: 'es', languageRequired: true, payment: 'uninsured', paymentRequired: true };

  it('M03 every service that was not shown has a reason, and what brings it in brings it in', async () => {
    const { results, total } = await matches(asked);
    const all = await desk.sql<{ id: string; name: string }>(`select service_id as id, facts->>'name' as name from directory.listing order by service_id`);
    const states = new Map<string, number>();
    for (let at = 0; at < all.length; at += 10) {
      for (const one of await why({ serviceIds: all.slice(at, at + 10).map((row) => row.id), asked })) {
        states.set(one.state, (states.get(one.state) ?? 0) + 1);
        expect([one.name, one.reasons.length]).toEqual([one.name, expect.any(Number)]);
        expect(one.reasons.join(' ')).not.toMatch(/undefined|null|NaN/);
        expect(one.state === 'shown').toBe(one.reasons.length === 1 && /number \d+ of/.test(one.reasons[0] ?? ''));
      }
    }
    expect(states.get('shown')).toBe(total);
    expect(states.get('excluded')).toBeGreaterThan(10);
    expect(states.get('no-need')).toBeGreaterThan(10);
    const [first] = await why({ serviceIds: [results[0]?.serviceId ?? ''], asked });
    expect(first?.reasons).toEqual([`It is in the list, number 1 of ${total}.`]);
  }, 120_000);

  it('the smallest change is what it says: with it the service is there, and without it not', async () => {
    const all = await desk.sql<{ id: string }>(`select service_id as id from directory.listing where facts->'needs' ? 'grief' order by service_id limit 10`);
    const kept = (await why({ serviceIds: all.map((row) => row.id), asked })).filter(({ bringIn }) => bringIn);
    expect(kept.length).toBeGreaterThan(0);
    for (const { serviceId, bringIn } of kept) {
      expect(bringIn?.text).toMatch(/^It would fit if .+\.$/);
      expect((await why({ serviceIds: [serviceId], asked: { ...asked, ...bringIn?.change } }))[0]?.state).toBe('shown');
    }
  }, 60_000);

  it('finds it by its name though misspelt, and leaves out what nobody knows', async () => {
    const [row] = await desk.sql<{ id: string; name: string }>(`select service_id as id, facts->>'name' as name from directory.listing where length(facts->>'name') > 14 order by service_id limit 1`);
    const name = row?.name ?? '';
    expect((await why({ search: name.slice(0, 5) + name.slice(6), asked })).map(({ name: found }) => found)).toContain(name);
    expect(await why({ search: 'zzzzqqqq', asked })).toEqual([]);
    expect(await why({ serviceIds: [uuidv7()], asked })).toEqual([]);
  });

  it('never offers to drop what a person is', async () => {
    const [row] = await desk.sql<{ id: string }>(`select service_id as id from directory.listing where (facts->>'minAge')::int >= 18 and status = 'active' order by service_id limit 1`);
    const [one] = await why({ serviceIds: [row?.id ?? ''], asked: { age: 9, needs: [], zip: null, town: null, languageRequired: false, paymentRequired: false } });
    expect(one).toMatchObject({ state: 'excluded', bringIn: null, reasons: [expect.stringContaining('The person is 9.'), expect.stringContaining('No wish keeps it out')] });
  });
});

describe('M07 a list that is too short', () => {
  const none: FindMatches = { needs: ['hoarding'], zip: '06854', town: null, language: 'hmn', languageRequired: true, payment: 'tricare', paymentRequired: true };

  it('says for each wish how many more there would be, and that many come', async () => {
    const asked: FindMatches = { ...none, needs: ['grief'], language: 'ase' };
    const short = await matches(asked);
    expect(short.total).toBeLessThan(3);
    expect(short.looser.length).toBeGreaterThan(0);
    for (const { change, more } of short.looser) expect((await matches({ ...asked, ...change })).total).toBe(short.total + more);
  });

  it('a filter leaves as many as it says, and is loosened in the order time, distance, format', async () => {
    const asked: FindMatches = { needs: ['grief', 'anxiety'], zip: '06854', town: null };
    const { filters, looser, total } = await matches(asked);
    expect(looser).toEqual([]);
    expect(filters.length).toBeGreaterThan(2);
    for (const { code, count } of filters) {
      const narrow = await matches({ ...asked, only: [code] });
      expect([code, narrow.total]).toEqual([code, count]);
      expect(narrow.filters.find((one) => one.code === code)).toMatchObject({ on: true, count: total });
    }
  });
});
