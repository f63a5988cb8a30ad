import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { sent } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { uuidv7 } from '../../platform/index.js';
import type { InquiryView } from '../inquiry.dto.js';
import type { NextView, SkipView } from './next.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let jonah: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  jonah = await aColleague(desk, 'Jonah Park', ['SPE'], false);
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
});
afterAll(() => desk?.stop());
/** What was sent before waits to be checked, and *Next* gives none of it. */
beforeEach(() => desk.sql(`update intake.inquiry set review = 'honeypot'; delete from intake.routing`));

const aRequest = async (over: Record<string, unknown> = {}, columns = ''): Promise<string> => {
  const { reference } = await sent(desk, over);
  return (await desk.sql<{ id: string }>(columns ? `update intake.inquiry set ${columns} where reference = $1 returning id` : 'select id from intake.inquiry where reference = $1', [reference]))[0]?.id ?? '';
};
const next = async (who: Colleague): Promise<string | null> => (await who.ask<NextView>('POST', '/api/queue/next')).id;

/** One after the other: making passwords is slow on purpose. */
async function several(count: number, name: string): Promise<Colleague[]> {
  const made: Colleague[] = [];
  for (let index = 0; index < count; index++) made.push(await aColleague(desk, `${name} ${index}`));
  return made;
}

describe('S24 Next', () => {
  it('gives the most urgent one and claims nothing', async () => {
    await aRequest({ urgency: 'no_rush' });
    const urgent = await aRequest({ safety: 'no' });
    expect(await next(ruth)).toBe(urgent);
    expect(await desk.sql('select status, assignee, first_read_at from intake.inquiry where id = $1', [urgent])).toEqual([{ status: 'new', assignee: null, first_read_at: null }]);
    expect(await next(ruth)).toBe(urgent); // whoever wants another one says why
  });

  it('gives sixteen who press at once sixteen different ones', async () => {
    const racers = await several(16, 'Racer');
    for (let count = 0; count < 20; count++) await aRequest();
    for (let round = 0; round < 3; round++) {
      await desk.sql('update intake.inquiry set next_for = null, next_until = null');
      const given = await Promise.all(racers.map(next));
      expect(given).not.toContain(null);
      expect(new Set(given).size).toBe(16);
    }
  }, 60_000);

  it('gives of too few each to one, and nothing to the others', async () => {
    const racers = await several(8, 'Runner');
    const ids = [await aRequest(), await aRequest(), await aRequest()];
    const given = await Promise.all(racers.map(next));
    expect(given.filter((id) => id !== null).sort()).toEqual(ids.sort());
  }, 30_000);

  it('holds it for a minute, and passes over what a colleague views, has, or must not see', async () => {
    const [first, second] = [await aRequest(), await aRequest()];
    expect([await next(ruth), await next(ana)]).toEqual([first, second]);
    expect(await next(jonah)).toBeNull();
    await desk.sql(`update intake.inquiry set next_until = now() where id = $1`, [first]);
    expect(await next(jonah)).toBe(first);
    await desk.sql('update intake.inquiry set next_until = null, next_for = null');
    await ruth.ask('PUT', `/api/inquiries/${first}/presence`, { screen: uuidv7(), here: true });
    expect(await next(ana)).toBe(second);
    await desk.sql('update intake.inquiry set next_until = null, next_for = null, dv = true where id = $1', [second]);
    expect(await next(jonah)).toBeNull();
    await ana.ask('POST', `/api/inquiries/${second}/claim`);
    expect(await next(ana)).toBeNull();
  });

  it('brings what a colleague speaks and knows first, within one urgency', async () => {
    const english = await aRequest({ urgency: 'no_rush' });
    const spanish = await aRequest({ urgency: 'no_rush' }, `language = 'es'`);
    const young = await aRequest({ urgency: 'no_rush' }, `age_band = '18-24'`);
    const urgent = await aRequest({ urgency: 'today' });
    await ana.ask('PUT', '/api/queue/routing', { languages: ['es'], knows: [] });
    await jonah.ask('PUT', '/api/queue/routing', { languages: [], knows: ['youth'] });
    expect(await next(ana)).toBe(urgent);
    await desk.sql(`update intake.inquiry set review = 'honeypot' where id = $1`, [urgent]);
    expect(await next(ana)).toBe(spanish);
    await desk.sql('update intake.inquiry set next_until = null, next_for = null');
    expect(await next(jonah)).toBe(young);
    await desk.sql('update intake.inquiry set next_until = null, next_for = null');
    expect(await next(ruth)).toBe(english); // the Spanish one comes last to who does not speak it, and comes
    await desk.sql(`update intake.inquiry set review = 'honeypot' where id = any($1)`, [[english, young]]);
    await desk.sql('update intake.inquiry set next_until = null, next_for = null');
    expect(await next(ruth)).toBe(spanish);
  });
});

describe('S24 Skip', () => {
  it('needs a reason, brings another one, and a supervisor and the request’s history show it', async () => {
    const [first, second] = [await aRequest({ urgency: 'today' }), await aRequest({ urgency: 'no_rush' })];
    expect(await next(ruth)).toBe(first);
    expect((await ruth.send('POST', `/api/inquiries/${first}/skip`, {})).json()).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    await ruth.ask('POST', `/api/inquiries/${first}/skip`, { reason: 'known-person' });
    expect(await next(ruth)).toBe(second);
    expect(await next(ana)).toBe(first);
    const [skip] = await sol.ask<SkipView[]>('GET', '/api/queue/skips');
    expect(skip).toMatchObject({ inquiryId: first, by: { name: 'Ruth Adler' }, reason: 'known-person', words: null, waiting: true, topics: ['worry', 'lonely'] });
    expect((await ruth.send('GET', '/api/queue/skips')).statusCode).toBe(403);
    await ana.ask('POST', `/api/inquiries/${first}/claim`);
    expect((await ana.ask<InquiryView>('GET', `/api/inquiries/${first}`)).history).toContainEqual(expect.objectContaining({ type: 'inquiry.skipped', actor: { id: ruth.id, name: 'Ruth Adler' }, body: { reason: 'known-person' } }));
  });

  it.each([[{ reason: 'other' }, 'words'], [{ reason: 'other', words: '  ' }, 'words'], [{ reason: 'language', words: 'Not mine' }, 'words'], [{ reason: 'tired' }, 'reason'], [{ reason: 'other', words: 'x'.repeat(121) }, 'words']])('refuses %j and names %s', async (body, field) => {
    const answer = await ruth.send('POST', `/api/inquiries/${await aRequest()}/skip`, body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map((fault) => fault.field)).toContain(field);
  });

  it('keeps its words out of events and audit, and says that a claimed one is not free', async () => {
    const id = await aRequest();
    await ruth.ask('POST', `/api/inquiries/${id}/skip`, { reason: 'other', words: 'canary-of-skip' });
    expect((await sol.ask<SkipView[]>('GET', '/api/queue/skips'))[0]?.words).toBe('canary-of-skip');
    const [{ text } = { text: '' }] = await desk.sql<{ text: string }>(`select string_agg(t::text, ' ') as text from (select e::text as t from platform.event e union all select a::text from audit.entry a) x`);
    expect(text).not.toContain('canary-of-skip');
    await ana.ask('POST', `/api/inquiries/${id}/claim`);
    expect((await ruth.send('POST', `/api/inquiries/${id}/skip`, { reason: 'language' })).json()).toMatchObject({ status: 409, code: 'inquiry.not-free' });
  });
});
