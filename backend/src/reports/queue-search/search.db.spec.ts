import { setTimeout as wait } from 'node:timers/promises';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { sent } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { QUEUE_VIEWS } from '../../intake/inquiry.dto.js';
import { Clock, uuidv7 } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import type { SavedViewsView } from './search.dto.js';

interface Page { items: { id: string; reference: string }[]; next: string | null }

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let sol: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  await desk.sql(`update settings.desk set zone = 'America/New_York'`);
  while ((await desk.get(Settings).desk()).zone !== 'America/New_York') await wait(100); // settings are read through a copy
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
});
afterAll(() => desk?.stop());

/** Whatever day it is: the desk's day is March 10, in New York. */
const onTheDay = <T>(work: () => Promise<T>): Promise<T> => desk.get(Clock).during(new Date('2026-03-10T15:00:00Z'), work);
async function aRequest(columns: string, over: Record<string, unknown> = {}): Promise<string> {
  const { reference } = await sent(desk, over);
  const plain = `review = null, priority = 3, opened_at = '2026-03-01T12:00:00Z', promise_minutes = null, promise_due = null, promise_left = null, reply_by = null, age_band = null, minor = false, channel = 'text', asker = 'undisclosed', safety = 'yes'`;
  const [row] = await desk.sql<{ id: string }>(`update intake.inquiry set ${plain} where reference = $1 returning id`, [reference]);
  await desk.sql(`update intake.inquiry set ${columns} where id = $1`, [row?.id]);
  return row?.id ?? '';
}
const claimedBy = (who: Colleague): string => `status = 'claimed', assignee = '${who.id}', claimed_at = '2026-03-02T12:00:00Z'`;
const promisedBy = (at: string): string => `promise_minutes = 60, promise_due = '${at}'`;
const search = (q: string, view = 'all', who = ruth): Promise<Page> => onTheDay(() => who.ask<Page>('GET', `/api/queue/search?view=${view}&size=100&q=${encodeURIComponent(q)}`));

/** With the version that was read. */
const at = (who: Colleague, version: number) => (method: 'POST' | 'PUT', url: string, payload?: object) => desk.app.inject({ method, url, headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'if-match': `"v${version}"` }, ...(payload && { payload }) });

describe('S17 the search language', () => {
  const ids: Record<string, string> = {};
  const expected = (...names: string[]): string[] => names.map((name) => ids[name] ?? name).sort();
  const foundBy = async (q: string, view?: string): Promise<string[]> => (await search(q, view)).items.map(({ id }) => id).sort();

  beforeAll(async () => {
    await desk.sql(`update intake.inquiry set review = 'honeypot'`);
    ids['home'] = await aRequest(`language = 'es', age_band = '18-24', channel = 'phone', priority = 0`, { topics: ['home', 'grief'] });
    ids['food'] = await aRequest(`language = 'es-MX', minor = true, asker = 'carer', priority = 1`, { topics: ['food-money'] });
    ids['mine'] = await aRequest(`${claimedBy(ruth)}, ${promisedBy('2026-03-10T14:59:59Z')}`, { topics: ['home'] });
    ids['hers'] = await aRequest(`${claimedBy(ana)}, ${promisedBy('2026-03-11T03:59:59Z')}, safety = 'no'`, { topics: ['grief'] });
    ids['tomorrow'] = await aRequest(`${claimedBy(ruth)}, ${promisedBy('2026-03-11T04:00:00Z')}`, { topics: ['worry'] });
    ids['told'] = await aRequest(`${claimedBy(ruth)}, reply_by = '2036-03-12T12:00:00Z', woke = 'time', woke_at = now()`, { topics: ['worry'] });
    ids['asleep'] = await aRequest(`${claimedBy(ruth)}, asleep = true, wakes_on = '{wrote}'`, { topics: ['lonely'] });
    ids['asked'] = await aRequest(`${claimedBy(ruth)}, asleep = true, wakes_on = '{answer}', contacted_at = '2026-03-03T12:00:00Z', opened_at = '2026-03-10T04:00:00Z'`, { topics: ['lonely'] });
    ids['doubted'] = await aRequest(`review = 'too-fast'`, { topics: ['home'] });
    await desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on) values ($1, $2, 'call-options', '2026-03-09')`, [uuidv7(), ids['told']]);
    await desk.sql(`insert into follow_up.due (id, inquiry_id, kind, due_on, done_at) values ($1, $2, 'call-options', '2026-03-09', now())`, [uuidv7(), ids['home']]);
    await aReferral(ids['asked'] ?? '');
  });

  /** By link and not answered; its listing and consent are the least that the tables take. */
  async function aReferral(inquiry: string): Promise<void> {
    await desk.sql(`set session_replication_role = replica`);
    await desk.sql(`insert into referrals.referral (id, inquiry_id, need_id, option_id, service_id, agency_id, consent_id, way, state, answer_by) select $1, $2, n.id, $1, $1, $1, $1, 'link', 'sent', now() + interval '2 days' from intake.need n where n.inquiry_id = $2`, [uuidv7(), inquiry]);
    await desk.sql(`set session_replication_role = origin`);
  }

  test.each<[string, string[], string]>([
    ['need:home', ['home', 'mine'], 'all'],
    ['need:home,grief', ['home', 'mine', 'hers'], 'all'],
    ['need:home need:grief', ['home'], 'all'],
    ['-need:home', ['food', 'hers', 'tomorrow', 'told'], 'all'],
    ['lang:es', ['home', 'food'], 'all'],
    ['need:housing lang:spanish age:18-24', ['home'], 'all'],
    ['-age:18-24 lang:es', ['food'], 'all'], // an age that was not said is not this one
    ['urgency:now,today', ['home', 'food'], 'all'],
    ['by:me', ['mine', 'tomorrow', 'told'], 'all'],
    ['by:others', ['hers'], 'all'],
    ['by:nobody', ['home', 'food'], 'all'],
    ['is:new', ['home', 'food'], 'all'],
    ['is:late', ['mine'], 'all'],
    ['is:woke', ['told'], 'all'],
    ['is:minor,unsafe', ['food', 'hers'], 'all'],
    ['is:snoozed', ['asleep', 'asked'], 'all'],
    ['is:snoozed is:contacted', ['asked'], 'all'],
    ['-is:snoozed by:me', ['mine', 'tomorrow', 'told'], 'all'],
    ['contact:phone', ['home'], 'all'],
    ['asker:carer', ['food'], 'all'],
    ['due<today', ['told'], 'all'],
    ['due<=today', ['told', 'mine', 'hers'], 'all'],
    ['due:today', ['mine', 'hers'], 'all'], // the desk's day ends at its own midnight
    ['due>today', ['tomorrow'], 'all'],
    ['-due<tomorrow by:me', ['tomorrow'], 'all'],
    ['opened>=2026-03-10 waiting:agency', ['asked'], 'all'],
    ['opened<2026-03-01', [], 'all'],
    ['waiting:person', ['told', 'asleep'], 'all'],
    ['waiting:agency', ['asked'], 'all'],
    ['waiting:person,agency -is:snoozed', ['told'], 'all'],
    ['lang:es', [], 'mine'],
    ['waiting:person', ['told', 'asleep'], 'mine'],
    ['view:mine need:worry', ['tomorrow', 'told'], 'all'],
    ['lang:es', ['home', 'food'], 'new'],
    ['waiting:agency', ['asked'], 'snoozed'],
    ['need:home', ['doubted'], 'review'],
  ])('%s finds %j in %s', async (q, names, view) => {
    const doubted = view === 'review' ? (await foundBy(q, view)).filter((id) => Object.values(ids).includes(id)) : await foundBy(q, view);
    expect(doubted).toEqual(expected(...names));
  });

  it('is:crisis and its row tell of an open record, and of a restricted request only to who may open it', async () => {
    const plain = await aColleague(desk, 'Pia Plain', ['SPE'], false);
    for (const name of ['home', 'food']) await desk.sql(`insert into intake.crisis (id, inquiry_id, kind, whose, opened_at, minutes_to_human) values ($1, $2, 'other', 'asker', now(), 0)`, [uuidv7(), ids[name]]);
    const told = async (who: Colleague) => {
      const { items } = (await search('is:crisis', 'all', who)) as unknown as { items: { id: string; crisis: boolean }[] };
      const queue = await who.ask<{ items: { id: string; crisis: boolean }[] }>('GET', '/api/queue?view=all&size=100');
      const total = await onTheDay(() => who.ask('GET', '/api/queue/search/total?q=is%3Acrisis'));
      return [items.map(({ id }) => id).sort(), queue.items.filter(({ crisis }) => crisis).map(({ id }) => id).sort(), total];
    };
    expect(await told(ruth)).toEqual([expected('home', 'food'), expected('home', 'food'), { total: 2 }]);
    expect(await told(plain)).toEqual([expected('home'), expected('home'), { total: 1 }]); // "food" is a minor's
    await desk.sql(`update intake.crisis set result = 'no-danger', rescue = 'not-needed', ended_at = now()`);
    expect(await told(ruth)).toEqual([[], [], { total: 0 }]);
  });

  it('without words holds what the view holds, and counts what it finds', async () => {
    for (const view of QUEUE_VIEWS) {
      expect([view, (await search('', view)).items.map(({ id }) => id)]).toEqual([view, (await ruth.ask<Page>('GET', `/api/queue?view=${view}&size=100`)).items.map(({ id }) => id)]);
      expect(await ruth.ask('GET', `/api/queue/search/total?view=${view}`)).toEqual({ total: (await ruth.ask<Record<string, number>>('GET', '/api/queue/counts'))[view] });
    }
  });

  it('pages as the queue does: each once, in order', async () => {
    const all = (await search('-need:abuse')).items.map(({ id }) => id);
    const got: string[] = [];
    let after = '';
    for (let pages = 0; pages <= all.length; pages++) {
      const page = await onTheDay(() => ruth.ask<Page>('GET', `/api/queue/search?q=-need%3Aabuse&size=2${after && `&after=${after}`}`));
      got.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(got).toEqual(all);
    expect(all).toHaveLength(6);
    expect(await onTheDay(() => ruth.ask('GET', '/api/queue/search/total?q=-need%3Aabuse'))).toEqual({ total: 6 });
  });

  it('writes what was typed one way, and names what is not understood by its place without saying it', async () => {
    expect(await ruth.ask('POST', '/api/queue/search/read', { text: ' due<today  LANG:Spanish need:housing view:mine' })).toEqual({ view: 'mine', words: ['need:home', 'lang:es', 'due<today'] });
    for (const answer of [await ruth.send('POST', '/api/queue/search/read', { text: 'lang:es zzmarisol' }), await ruth.send('GET', '/api/queue/search?q=lang%3Aes%20zzmarisol')]) {
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ errors: [{ field: 'words.1', code: 'search.alone' }] });
      expect(answer.body).not.toContain('zzmarisol');
    }
  });

  it('by: reads a colleague’s name as their account, so that no address holds a name', async () => {
    const { words } = await ruth.ask<{ words: string[] }>('POST', '/api/queue/search/read', { text: 'by:rios' });
    expect(words).toEqual([`by:${ana.id}`]);
    expect(await foundBy(words.join(' '))).toEqual(expected('hers'));
    expect(await foundBy(`by:${ana.id},nobody`)).toEqual(expected('hers', 'home', 'food'));
    expect(await foundBy(`-by:${ana.id} need:grief`)).toEqual(expected('home'));
    const answer = await ruth.send('POST', '/api/queue/search/read', { text: 'need:home by:marisol' });
    expect([answer.statusCode, answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field), answer.body.includes('marisol')]).toEqual([422, ['words.1'], false]);
  });

  it('offers only words that it understands', async () => {
    const words = await ruth.ask<{ word: string; values: string[] }[]>('GET', '/api/queue/search/words');
    for (const { word, values } of words) for (const value of values) expect((await ruth.send('POST', '/api/queue/search/read', { text: `${word}:${value}` })).statusCode).toBe(200);
  });
});

describe('saved views', () => {
  const kept = (who: Colleague): Promise<SavedViewsView> => onTheDay(() => who.ask<SavedViewsView>('GET', '/api/queue/saved'));
  const names = async (who: Colleague): Promise<string[]> => (await kept(who)).views.map(({ name }) => name);
  const keep = (who: Colleague, id: string, over: Record<string, unknown>, version = 0) => at(who, version)('PUT', `/api/queue/saved/${id}`, { name: 'Spanish', query: 'lang:es', ...over });
  beforeEach(() => desk.sql('delete from intake.saved_view'));

  it('are one’s own or the team’s, counted as their search finds, and each in its order', async () => {
    const [own, second, team] = [uuidv7(), uuidv7(), uuidv7()];
    expect((await keep(ruth, own, { query: 'LANG:Spanish view:new' })).statusCode).toBe(204);
    await keep(ruth, second, { name: 'At home', query: 'need:housing' });
    expect((await keep(sol, team, { name: 'Waiting', query: 'waiting:person,agency', team: true })).statusCode).toBe(204);
    const { views, waiting, most } = await kept(ruth);
    expect(views.map(({ id, team: isTeam, view, q, query, dead }) => ({ id, isTeam, view, q, query, dead }))).toEqual([
      { id: own, isTeam: false, view: 'new', q: 'lang:es', query: 'view:new lang:es', dead: [] },
      { id: second, isTeam: false, view: 'all', q: 'need:home', query: 'need:home', dead: [] },
      { id: team, isTeam: true, view: 'all', q: 'waiting:person,agency', query: 'waiting:person,agency', dead: [] },
    ]);
    for (const { view, q, count } of views) expect(count).toBe((await search(q, view)).items.length);
    expect(waiting).toEqual({ person: (await search('waiting:person')).items.length, agency: (await search('waiting:agency')).items.length });
    expect(waiting).toEqual({ person: 2, agency: 1 });
    expect(most).toBe(12);
    expect(await names(ana)).toEqual(['Waiting']);
    expect((await ruth.send('POST', `/api/queue/saved/${second}/move`, { to: 'up' })).statusCode).toBe(204);
    expect(await names(ruth)).toEqual(['At home', 'Spanish', 'Waiting']);
    await ruth.send('POST', `/api/queue/saved/${second}/move`, { to: 'up' }); // it is the first
    expect(await names(ruth)).toEqual(['At home', 'Spanish', 'Waiting']);
  });

  it('a team’s is a supervisor’s; another’s own is not there', async () => {
    const [own, team] = [uuidv7(), uuidv7()];
    await keep(ruth, own, {});
    await keep(sol, team, { name: 'Ours', team: true });
    expect((await keep(ruth, uuidv7(), { name: 'Ours, too', team: true })).statusCode).toBe(403);
    for (const [who, id, status] of [[ruth, team, 403], [ana, own, 404], [sol, own, 404]] as const) {
      expect((await keep(who, id, { name: 'Else' }, 1)).statusCode).toBe(status);
      expect((await at(who, 1)('POST', `/api/queue/saved/${id}/away`)).statusCode).toBe(status);
      expect((await who.send('POST', `/api/queue/saved/${id}/move`, { to: 'up' })).statusCode).toBe(status);
    }
    expect(await names(ruth)).toEqual(['Spanish', 'Ours']);
  });

  it('two supervisors on one: the second is told what stands there now', async () => {
    const team = uuidv7();
    const ben = await aColleague(desk, 'Ben Ortiz', ['SUP']);
    await keep(sol, team, { team: true });
    expect((await keep(ben, team, { name: 'Speaks Spanish' }, 1)).statusCode).toBe(204);
    const late = await keep(sol, team, { query: 'lang:es,pt' }, 1);
    expect(late.statusCode).toBe(412);
    expect(late.json()).toMatchObject({ code: 'saved-view.stale', since: { name: 'Speaks Spanish', query: 'lang:es', version: 2 } });
    expect((await kept(sol)).views).toMatchObject([{ name: 'Speaks Spanish', query: 'lang:es', version: 2 }]);
  });

  it('taken away it comes back at its place', async () => {
    const ids = [uuidv7(), uuidv7(), uuidv7()];
    for (const [place, id] of ids.entries()) await keep(ruth, id, { name: `View ${place}` });
    const url = `/api/queue/saved/${ids[1]}`;
    expect((await at(ruth, 9)('POST', `${url}/away`)).statusCode).toBe(412);
    await at(ruth, 1)('POST', `${url}/away`);
    expect(await names(ruth)).toEqual(['View 0', 'View 2']);
    expect((await ana.send('POST', `${url}/back`)).statusCode).toBe(404);
    expect((await ruth.send('POST', `${url}/back`)).statusCode).toBe(204);
    expect(await names(ruth)).toEqual(['View 0', 'View 1', 'View 2']);
    await at(ruth, 3)('POST', `${url}/away`);
    await keep(ruth, uuidv7(), { name: 'view 1' });
    expect((await ruth.send('POST', `${url}/back`)).json()).toMatchObject({ code: 'saved-view.name' });
  });

  it.each([
    ['a name that is taken', { name: 'SPANISH ' }, 409, { code: 'saved-view.name' }],
    ['no name', { name: '  ' }, 422, { errors: [{ field: 'name' }] }],
    ['no words', { name: 'All', query: ' ' }, 422, { errors: [{ field: 'query' }] }],
    ['a word that is none', { name: 'Other', query: 'lang:es need:gardening' }, 422, { errors: [{ field: 'words.1', code: 'search.value' }] }],
  ])('refuses %s', async (_, over, status, body) => {
    await keep(ruth, uuidv7(), {});
    const answer = await keep(ruth, uuidv7(), over);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject(body);
    expect(await names(ruth)).toEqual(['Spanish']);
  });

  it('twelve are the most, also of many that are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 14 }, (_, place) => keep(ruth, uuidv7(), { name: `View ${place}` })));
    expect(made.map(({ statusCode }) => statusCode).sort()).toEqual([...Array.from({ length: 12 }, () => 204), 409, 409]);
    expect(made.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'saved-view.many', title: 'You keep 12 views, which is the most. Take one away first.' });
  });

  it('one whose word died says so and counts nothing', async () => {
    const id = uuidv7();
    await keep(ruth, id, {});
    await desk.sql(`update intake.saved_view set query = 'need:gardening lang:es' where id = $1`, [id]);
    expect((await kept(ruth)).views).toMatchObject([{ name: 'Spanish', q: '', count: null, dead: ['need:gardening'] }]);
    expect((await search('lang:es')).items.length).toBeGreaterThan(0);
  });
});
