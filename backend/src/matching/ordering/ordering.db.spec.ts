import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { aChoice, type Chosen } from '../../../test/a-referral.js';
import type { TestDesk } from '../../../test/test-database.js';
import { uuidv7 } from '../../platform/index.js';
import { OWN_WEIGHTS } from '../domain/weights.js';
import type { MatchesView } from '../matching.dto.js';
import { Judgement } from './judgement.service.js';
import { LiveWeights } from './live-weights.service.js';
import type { OrderingView } from './ordering.dto.js';
import { WeightsVersions } from './weights.service.js';

let desk: TestDesk;
let ruth: Colleague;
let sol: Colleague;
let chosen: Chosen;
const read = (): Promise<OrderingView> => sol.ask<OrderingView>('GET', '/api/ordering');
const draft = (values: object, version?: number, label = 'Nearer first') => sol.send('PUT', '/api/ordering/draft', { label, values, ...(version && { version }) });
const faultsIn = (answer: { json(): unknown }): string[] => (answer.json() as { errors: { field: string }[] }).errors.map(({ field }) => field);

beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  sol = await aColleague(desk, 'Sol Weiss', ['SUP']);
  chosen = await aChoice(desk, ruth);
}, 240_000);
afterAll(() => desk.stop());

describe('what orders', () => {
  it('is the product’s own at first, told once though two programs start', async () => {
    await Promise.all([desk.get(WeightsVersions).load('1'), desk.get(WeightsVersions).load('1')]);
    const { live, versions, weights, actions } = await read();
    expect([live, versions.map(({ number, by }) => [number, by])]).toEqual([1, [[1, null]]]);
    expect(weights.every(({ value, own }) => value === own)).toBe(true);
    expect(actions).toEqual(['change']);
  });

  it('everybody of the desk may read it, and only a supervisor change it', async () => {
    for (const role of ['SPE', 'STW', 'ADM', 'AUD'] as const) {
      const colleague = await aColleague(desk, `Reader ${role}`, [role]);
      expect((await colleague.ask<OrderingView>('GET', '/api/ordering')).actions).toEqual([]);
      expect((await colleague.send('PUT', '/api/ordering/draft', { label: 'Mine', values: {} })).statusCode).toBe(403);
      expect((await colleague.send('POST', '/api/ordering/live', { number: 1, why: 'I want it', replaces: 1 })).statusCode).toBe(403);
    }
  });

  it('what was offered keeps its place in the list and the weights that ordered', async () => {
    const rows = await desk.sql<{ place: number; weights: number }>('select list_place as place, weights_number as weights from referrals.option where inquiry_id = $1 order by rank', [chosen.inquiry.id]);
    expect(rows).toEqual([1, 2, 3].map((place) => ({ place, weights: 1 })));
  });
});

describe('a draft', () => {
  it('names each number that is none or out of its bounds', async () => {
    const answer = await draft({ distance: 99, payment: 'much', nearness: 1 });
    expect(answer.statusCode).toBe(422);
    expect(faultsIn(answer)).toEqual(['values.distance', 'values.payment', 'values.nearness']);
    expect((await read()).draft).toBeNull();
  });

  it('orders nothing, and cannot go live before it was replayed', async () => {
    expect((await draft({ distance: 9 })).statusCode).toBe(200);
    const now = await read();
    expect([now.live, now.draft?.number, now.draft?.changes.map(({ name, from, to }) => [name, from, to])]).toEqual([1, 2, [['distance', 1.5, 9]]]);
    expect((await desk.get(LiveWeights).now()).weights).toEqual(OWN_WEIGHTS);
    const early = await sol.send('POST', '/api/ordering/live', { number: 2, why: 'It is better', replaces: 1 });
    expect([early.statusCode, faultsIn(early)]).toEqual([422, ['number']]);
  });

  it('is written over only as it was read', async () => {
    expect((await draft({ distance: 5 })).statusCode).toBe(412); // as if there were none
    expect((await draft({ distance: 5 }, 99)).statusCode).toBe(412);
    expect((await draft({ distance: 8 }, 1)).statusCode).toBe(200);
  });

  it('is replayed over past requests by their plain columns, and what is kept are counts', async () => {
    const facts = await desk.sql<{ facts: Buffer }>('select facts from intake.inquiry where id = $1', [chosen.inquiry.id]);
    await desk.sql(`update intake.inquiry set facts = '\\x00' where id = $1`, [chosen.inquiry.id]); // what would be opened would fail
    const { draft: replayed } = await sol.ask<OrderingView>('POST', '/api/ordering/draft/replay');
    await desk.sql('update intake.inquiry set facts = $2 where id = $1', [chosen.inquiry.id, facts[0]?.facts]);
    expect(replayed?.replay).toMatchObject({ asked: 1, of: 1, violations: 0 });
    const { rise = 0, fall = 0, same = 0, organizations } = replayed?.replay ?? {};
    expect(rise + fall + same).toBe(1); // the one that was chosen
    expect(organizations?.before).toBeGreaterThan(2);
  });

  it('loses its replay with a change of its numbers, not of its name', async () => {
    const version = async (): Promise<number> => (await read()).draft?.version ?? 0;
    await draft({ distance: 8 }, await version(), 'Near first');
    expect((await read()).draft?.replay).not.toBeNull();
    await draft({ distance: 7 }, await version());
    expect((await read()).draft?.replay).toBeNull();
  });
});

describe('the database itself', () => {
  const broken = (sql: string): Promise<string> => desk.sql(sql).then(() => 'done', (error: { constraint?: string }) => error.constraint ?? 'something else');
  it.each([
    ['a draft that orders', `insert into matching.weights_live (number, why) values (2, 'Because I can')`, 'weights_live_replayed'],
    ['a draft that is kept without a replay', 'update matching.weights set draft = false where number = 2', 'weights_kept'],
    ['other numbers in the moment of keeping', `update matching.weights set draft = false, replay = '{}', replayed_at = now(), amounts = '{"distance": 1}' where number = 2`, 'weights_as_replayed'],
    ['a change of what was kept', `update matching.weights set amounts = '{}' where number = 1`, 'weights_unchanged'],
    ['a loss of what was kept', 'delete from matching.weights where number = 1', 'weights_unchanged'],
    ['two drafts', `insert into matching.weights (number, label, amounts, created_by) select 9, 'Another', '{}', id from people.account limit 1`, 'weights_draft'],
  ])('refuses %s', async (_, sql, constraint) => expect(await broken(sql)).toBe(constraint));

  it('the desk itself adds to the history and never changes it', async () => {
    const rights = await desk.sql(`select has_table_privilege('desk_app', 'matching.weights_live', 'update') or has_table_privilege('desk_app', 'matching.weights_live', 'delete') as may`);
    expect(rights).toEqual([{ may: false }]);
  });
});

describe('making it live', () => {
  it('orders from the next question on, with who and why; everybody may go back', async () => {
    const before = await ruth.ask<MatchesView>('POST', `/api/inquiries/${chosen.inquiry.id}/matches`, {});
    await draft({ distance: 10, needBest: 0.05, peopleTheirs: 1.5 }, (await read()).draft?.version);
    await sol.ask('POST', '/api/ordering/draft/replay');
    const short = await sol.send('POST', '/api/ordering/live', { number: 2, why: '', replaces: 1 });
    expect([short.statusCode, faultsIn(short)]).toEqual([422, ['why']]);
    const live = await sol.ask<OrderingView>('POST', '/api/ordering/live', { number: 2, why: 'People here have no car', replaces: 1 });
    expect(live).toMatchObject({ live: 2, draft: null });
    expect(live.versions[0]?.turns[0]).toMatchObject({ by: 'Sol Weiss', why: 'People here have no car' });
    expect(live.weights.find(({ name }) => name === 'distance')?.value).toBe(10);
    const after = await ruth.ask<MatchesView>('POST', `/api/inquiries/${chosen.inquiry.id}/matches`, {});
    expect(after.results.map(({ serviceId }) => serviceId)).not.toEqual(before.results.map(({ serviceId }) => serviceId));
    expect((await sol.send('POST', '/api/ordering/live', { number: 1, why: 'Back again', replaces: 1 })).statusCode).toBe(412);
    const back = await sol.ask<OrderingView>('POST', '/api/ordering/live', { number: 1, why: 'It was no better', replaces: 2 });
    expect([back.live, back.versions.map(({ number, turns }) => [number, turns.length])]).toEqual([1, [[2, 1], [1, 2]]]);
    const again = await ruth.ask<MatchesView>('POST', `/api/inquiries/${chosen.inquiry.id}/matches`, {});
    expect(again.results.map(({ serviceId }) => serviceId)).toEqual(before.results.map(({ serviceId }) => serviceId));
  });

  it('is in the audit, with its reason', async () => {
    const rows = await desk.sql<{ body: { reason?: string; fields: string[] } }>(`select body from audit.entry where body->>'act' = 'ordering.change' order by id`);
    expect(rows.map(({ body }) => body.fields[0])).toEqual(expect.arrayContaining(['weights.drafted', 'weights.replayed', 'weights.live']));
    expect(rows.at(-1)?.body.reason).toBe('It was no better');
  });

  it('a new product’s own waits where people chose, and orders where they did not', async () => {
    await desk.get(WeightsVersions).load('2');
    expect((await read()).live).toBe(3); // the product’s own ordered
    await draft({ distance: 2 });
    await sol.ask('POST', '/api/ordering/draft/replay');
    await sol.ask('POST', '/api/ordering/live', { number: 4, why: 'Ours from now on', replaces: 3 });
    await desk.get(WeightsVersions).load('3');
    const { live, versions } = await read();
    expect([live, versions[0]?.number]).toEqual([4, 5]);
  });
});

describe('what came of referrals', () => {
  const serviceId = (): string => chosen.option.serviceId;
  /** Referrals as they ended, for the need and the place that were chosen. */
  async function came(state: string, reason: string | null, times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      const [inquiry, need, offer, option] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
      await desk.sql(`insert into intake.inquiry select (jsonb_populate_record(i, jsonb_build_object('id', $2::text, 'reference', 'R-' || right($2::text, 8)))).* from intake.inquiry i where i.id = $1`, [chosen.inquiry.id, inquiry]);
      await desk.sql(`insert into intake.need (id, inquiry_id, topic, position) values ($1, $2, 'worry', 1)`, [need, inquiry]);
      await desk.sql(`insert into referrals.offer (id, inquiry_id, need_id, offered_by, body) values ($1, $2, $3, $4, '\\x00')`, [offer, inquiry, need, ruth.id]);
      await desk.sql(`insert into referrals.option (id, offer_id, inquiry_id, need_id, service_id, rank, body) values ($1, $2, $3, $4, $5, 1, '\\x00')`, [option, offer, inquiry, need, serviceId()]);
      const client = `set session_replication_role = replica; insert into referrals.referral (id, inquiry_id, need_id, option_id, service_id, way, state, reason, made_by, ended_at) values ('${uuidv7()}', '${inquiry}', '${need}', '${option}', '${serviceId()}', 'self', '${state}', ${reason === null ? 'null' : `'${reason}'`}, '${ruth.id}', ${state === 'self-contact' ? 'null' : 'now()'}); set session_replication_role = origin`;
      await desk.sql(client);
    }
  }
  const lesson = async () => {
    Object.assign(desk.get(Judgement), { copy: undefined });
    return (await desk.get(Judgement).past({ halfLife: 180 })).of(serviceId(), ['worry'])[0];
  };

  it('counts who got in and who did not; full, not eligible and taken back speak of no service', async () => {
    await came('served', null, 4);
    await came('stopped', 'could-not-reach', 1);
    await came('stopped', 'not-eligible', 2);
    for (const reason of ['wrong-age', 'wrong-area', 'wrong-payment']) await came('declined', reason, 1);
    await came('withdrawn', 'changed-mind', 1);
    await came('self-contact', null, 1);
    expect(await lesson()).toMatchObject({ known: 5, gotIn: 4, recent: 11 });
    expect((await lesson())?.knownWeighed).toBeCloseTo(5, 1);
  });

  it('stands on the card, from five on', async () => {
    const { results } = await ruth.ask<MatchesView>('POST', `/api/inquiries/${chosen.inquiry.id}/matches`, {});
    expect(results.find((one) => one.serviceId === serviceId())?.reasons.map(({ text }) => text)).toContain('4 of 5 got in');
    expect(results.filter((one) => one.serviceId !== serviceId()).flatMap(({ reasons }) => reasons).filter(({ code }) => code === 'experience')).toEqual([]);
  });

  it('the person’s own word goes before the agency’s', async () => {
    const [row] = await desk.sql<{ id: string; inquiry: string }>(`select id, inquiry_id as inquiry from referrals.referral where state = 'served' limit 1`);
    await desk.sql(`insert into follow_up.outcome (id, inquiry_id, referral_id, said_by, tried, reached, served, said_at) values ($1, $2, $3, 'person', 'yes', 'yes', 'no', now() - interval '1 day')`, [uuidv7(), row?.inquiry, row?.id]);
    expect(await lesson()).toMatchObject({ known: 5, gotIn: 3 });
  });

  it('half a year counts half', async () => {
    await desk.sql(`update referrals.referral set made_at = made_at - interval '180 days', ended_at = ended_at - interval '180 days' where service_id = $1 and ended_at is not null`, [serviceId()]);
    const one = await lesson();
    expect(one?.known).toBe(5);
    expect(one?.knownWeighed).toBeCloseTo(2.5, 1);
  });
});
