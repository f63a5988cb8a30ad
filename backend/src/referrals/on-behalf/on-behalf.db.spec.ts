import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { onTheRoad } from '../../../test/on-the-road.js';
import type { TestDesk } from '../../../test/test-database.js';
import { personOf, uuidv7 } from '../../platform/index.js';
import { Farewell } from '../farewell.service.js';
import type { OnBehalfView } from './on-behalf.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let omar: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  omar = await aColleague(desk, 'Omar Other');
}, 120_000);
afterAll(() => desk?.stop());

const listOf = (id: string): Promise<OnBehalfView[]> => ruth.ask('GET', `/api/inquiries/${id}/on-behalf`);
/** R22: of the requests, those with advocacy, and how often it was granted, in one statement. */
const COUNTED = `select count(distinct inquiry_id)::int as requests, count(*)::int as all, count(*) filter (where coalesce(decision, result) in ('granted', 'in-part'))::int as granted, sum(minutes)::int as minutes from referrals.on_behalf where kind = 'advocacy' and inquiry_id = $1`;

describe('on somebody’s behalf', () => {
  it('a joined call and speaking up stand in the request with whom, result and minutes, once, and are counted', async () => {
    const { id, options } = await onTheRoad(desk, ruth);
    const serviceId = options[0]?.serviceId;
    const call = { id: uuidv7(), serviceId, result: 'taken-over', minutes: 12, words: 'canary: they begin on Monday' };
    for (let time = 0; time < 2; time++) await ruth.ask('POST', `/api/inquiries/${id}/transfers`, call);
    await ruth.ask('POST', `/api/inquiries/${id}/advocacy`, { id: uuidv7(), whom: 'canary Aunt Nell’s landlord', asked: 'exception', result: 'in-part', minutes: 20 });
    await ruth.ask('POST', `/api/inquiries/${id}/advocacy`, { id: uuidv7(), serviceId, asked: 'sooner', result: 'refused', minutes: 5 });
    expect((await listOf(id)).reverse()).toMatchObject([
      { kind: 'transfer', result: 'taken-over', asked: null, minutes: 12, words: 'canary: they begin on Monday', by: { name: 'Ruth Adler' } },
      { kind: 'advocacy', whom: 'canary Aunt Nell’s landlord', asked: 'exception', result: 'in-part', words: null },
      { kind: 'advocacy', asked: 'sooner', result: 'refused' },
    ]);
    expect((await listOf(id)).at(-1)?.whom).toBeTruthy();
    expect(await desk.sql(COUNTED, [id])).toEqual([{ requests: 1, all: 2, granted: 1, minutes: 25 }]);
    expect(await desk.sql('select reached, joined from referrals.on_behalf where id = $1', [call.id])).toEqual([{ reached: true, joined: true }]);
    const events = await desk.sql<{ type: string }>(`select type, body from platform.event where subject = $1 and type in ('referral.transferred', 'referral.advocated') order by id`, [id]);
    expect(events.map(({ type }) => type)).toEqual(['referral.transferred', 'referral.advocated', 'referral.advocated']);
    const audit = await desk.sql(`select body from audit.entry where body->>'object' = 'on-behalf'`);
    const rows = await desk.sql(`select t::text as row, encode(t::text::bytea, 'escape') as bytes from referrals.on_behalf t`);
    expect(JSON.stringify([events, audit, rows])).not.toMatch(/canary|Nell/);
  });

  it('a call that the person was on is the first contact, one that nobody answered is none', async () => {
    const contacted = async (id: string): Promise<boolean> => (await desk.sql<{ at: Date | null }>('select contacted_at as at from intake.inquiry where id = $1', [id]))[0]?.at !== null;
    const { id } = await onTheRoad(desk, ruth);
    await desk.sql('update intake.inquiry set contacted_at = null, promise_kept = null where id = $1', [id]);
    await ruth.ask('POST', `/api/inquiries/${id}/transfers`, { id: uuidv7(), whom: 'A clinic', result: 'not-reached' });
    expect(await contacted(id)).toBe(false);
    await ruth.ask('POST', `/api/inquiries/${id}/transfers`, { id: uuidv7(), whom: 'A clinic', result: 'no-help' });
    expect(await contacted(id)).toBe(true);
  });

  it('what was not decided yet is decided later, once, by who knows it first; both stand there and it is counted as granted', async () => {
    const { id } = await onTheRoad(desk, ruth);
    const entry = uuidv7();
    await ruth.ask('POST', `/api/inquiries/${id}/advocacy`, { id: entry, whom: 'A clinic', asked: 'sooner', result: 'pending' });
    const decide = (decision: string, words?: string) => ruth.send('POST', `/api/inquiries/${id}/advocacy/${entry}/decision`, { decision, words });
    expect((await decide('pending')).statusCode).toBe(422);
    const [one, other] = await Promise.all([decide('granted', 'canary: from Monday'), decide('refused', 'canary: no')]);
    expect([one.statusCode, other.statusCode].sort()).toEqual([204, 409]);
    const won = one.statusCode === 204 ? 'granted' : 'refused';
    expect((await decide(won)).statusCode).toBe(204);
    expect((await decide('in-part')).json()).toMatchObject({ code: 'advocacy.decided', decision: won });
    expect(await listOf(id)).toMatchObject([{ result: 'pending', decided: { decision: won, words: expect.stringMatching(/^canary/), by: { name: 'Ruth Adler' }, at: expect.any(String) } }]);
    expect(await desk.sql(COUNTED, [id])).toMatchObject([{ all: 1, granted: won === 'granted' ? 1 : 0 }]);
    const said = [await desk.sql('select type, body from platform.event where subject = $1', [id]), await desk.sql(`select encode(t::text::bytea, 'escape') as bytes from referrals.on_behalf t where id = $1`, [entry])];
    expect(JSON.stringify(said).match(/advocacy-decided/g)).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain('canary');
    const done = uuidv7();
    await ruth.ask('POST', `/api/inquiries/${id}/advocacy`, { id: done, whom: 'A clinic', asked: 'sooner', result: 'granted' });
    expect((await ruth.send('POST', `/api/inquiries/${id}/advocacy/${done}/decision`, { decision: 'refused' })).statusCode).toBe(409);
    expect((await ruth.send('POST', `/api/inquiries/${id}/advocacy/${uuidv7()}/decision`, { decision: 'refused' })).statusCode).toBe(404);
    await desk.get(Farewell).erase(personOf(id, 'spec'), id);
    expect(await desk.sql('select decided_words, decision from referrals.on_behalf where id = $1', [entry])).toEqual([{ decided_words: null, decision: won }]);
  });

  it('names the field that is missing, and is for who works on the request', async () => {
    const [{ id }, other] = [await onTheRoad(desk, ruth), await onTheRoad(desk, ruth)];
    const faults = async (tail: string, body: object): Promise<string[]> => {
      const answer = await ruth.send('POST', `/api/inquiries/${id}/${tail}`, { id: uuidv7(), ...body });
      expect(answer.statusCode).toBe(422);
      return answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
    };
    expect(await faults('transfers', { result: 'taken-over', whom: ' ' })).toEqual(['whom']);
    expect(await faults('transfers', { whom: 'A clinic', result: 'granted' })).toEqual(['result']);
    expect(await faults('advocacy', { whom: 'A clinic', result: 'granted' })).toEqual(['asked']);
    expect(await faults('advocacy', { whom: 'A clinic', asked: 'sooner', result: 'granted', minutes: 9000 })).toEqual(['minutes']);
    expect(await faults('advocacy', { serviceId: uuidv7(), asked: 'sooner', result: 'granted' })).toEqual(['serviceId']);
    expect((await omar.send('POST', `/api/inquiries/${other.id}/transfers`, { id: uuidv7(), whom: 'A clinic', result: 'taken-over' })).statusCode).toBe(404);
    expect((await omar.send('GET', `/api/inquiries/${other.id}/on-behalf`)).statusCode).toBe(404);
  });

  it('is counted after the person deleted everything, and says nothing any more', async () => {
    const { id } = await onTheRoad(desk, ruth);
    const entry = uuidv7();
    await ruth.ask('POST', `/api/inquiries/${id}/advocacy`, { id: entry, whom: 'A clinic', asked: 'explain', result: 'granted', words: 'They said why.' });
    await desk.get(Farewell).erase(personOf(id, 'spec'), id);
    expect(await desk.sql('select whom, words, asked, result from referrals.on_behalf where id = $1', [entry])).toEqual([{ whom: null, words: null, asked: 'explain', result: 'granted' }]);
  });
});
