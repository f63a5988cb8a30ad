import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { aChoice, anAddress, refer, type Chosen } from '../../test/a-referral.js';
import { handOn } from '../../test/hand-on.js';
import { type TestDesk } from '../../test/test-database.js';
import type { FollowUpView } from '../follow-up/follow-up.dto.js';
import { agencyOf, Db, Dispatcher, SYSTEM, uuidv7, type EventHandler, type StoredEvent } from '../platform/index.js';
import type { AnswerView, ReferralView } from '../referrals/refer.dto.js';
import { Answering, type NewAnswer } from './answering.service.js';

let desk: TestDesk;
let ruth: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
}, 180_000);
afterAll(() => desk.stop());

interface Asked {
  chosen: Chosen;
  referral: ReferralView;
  agency: string;
  disclosure: string;
}
async function asked(way: 'link' | 'phone' = 'link'): Promise<Asked> {
  const chosen = await aChoice(desk, ruth);
  const agency = await anAddress(desk, chosen.option, 'intake@example.org');
  const referral = await refer(ruth, chosen, way);
  const [row] = await desk.sql<{ id: string }>('select id from partner.disclosure where referral_id = $1', [referral.id]);
  return { chosen, referral, agency, disclosure: row?.id ?? '' };
}

const WAITLIST: NewAnswer = { stage: 'first', kind: 'waitlisted', by: 'Dana Whitlock' };
const YES: NewAnswer = { stage: 'first', kind: 'accepted' };
const PLACE: NewAnswer = { stage: 'place', kind: 'accepted', by: 'Dana Whitlock' };
const SERVED: NewAnswer = { stage: 'end', kind: 'served' };
const STOPPED: NewAnswer = { stage: 'end', kind: 'stopped', reason: 'did-not-come' };
const say = ({ agency, disclosure }: Asked, answer: NewAnswer): Promise<{ first: boolean }> => desk.get(Answering).answer(agencyOf(agency), disclosure, answer);
const now = async ({ chosen, referral }: Asked): Promise<ReferralView> => (await ruth.ask<ReferralView[]>('GET', `/api/inquiries/${chosen.inquiry.id}/referrals`)).find(({ id }) => id === referral.id) as ReferralView;
const kinds = ({ answers }: { answers: AnswerView[] }): string[] => answers.map(({ kind }) => kind);
async function saidAll(at: Asked, answers: readonly NewAnswer[]): Promise<boolean[]> {
  const first = [];
  for (const answer of answers) first.push((await say(at, answer)).first);
  await handOn(desk);
  return first;
}
const byPhone = async (at: Asked, answer: object): Promise<number> =>
  (await desk.app.inject({ method: 'POST', url: `/api/referrals/${at.referral.id}/answer`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': `"v${(await now(at)).version}"` }, payload: answer })).statusCode;
const dues = async ({ chosen }: Asked): Promise<FollowUpView[]> => (await ruth.ask<FollowUpView[]>('GET', '/api/follow-ups')).filter(({ inquiryId }) => inquiryId === chosen.inquiry.id);

describe('a waiting list that ends', () => {
  it('by link: the referral is accepted, the need stays with this agency, what it became of is told later', async () => {
    const at = await asked();
    expect(await saidAll(at, [WAITLIST])).toEqual([true]);
    const { answeredAt } = await now(at);
    expect(await saidAll(at, [PLACE])).toEqual([true]);
    const placed = await now(at);
    expect(placed).toMatchObject({ state: 'accepted', endedAt: null, answers: [{ kind: 'waitlisted' }, { kind: 'accepted', by: 'Dana Whitlock' }] });
    expect(Date.parse(placed.answeredAt ?? '')).toBeGreaterThan(Date.parse(answeredAt ?? ''));
    expect((await ruth.ask<{ needs: { id: string; status: string }[] }>('GET', `/api/inquiries/${at.chosen.inquiry.id}`)).needs.find(({ id }) => id === at.referral.needId)?.status).toBe('referred');
    expect(await saidAll(at, [SERVED])).toEqual([true]);
    expect((await now(at)).state).toBe('served');
  });

  it.each<[string, NewAnswer[], boolean[], string]>([
    ['a second place shows the first', [WAITLIST, PLACE, PLACE], [true, true, false], 'accepted'],
    ['a place after help was given is refused', [WAITLIST, SERVED, PLACE], [true, true, false], 'served'],
    ['a place after it came to nothing is refused', [WAITLIST, STOPPED, PLACE], [true, true, false], 'stopped'],
    ['a place without a waiting list is refused', [YES, PLACE], [true, false], 'accepted'],
    ['a yes from a page that was opened before is no word about a place', [WAITLIST, YES], [true, false], 'waitlisted'],
  ])('%s', async (_, answers, first, state) => {
    const at = await asked();
    expect(await saidAll(at, answers)).toEqual(first);
    const view = await now(at);
    expect([view.state, kinds(view)]).toEqual([state, answers.filter((_one, index) => first[index]).map(({ kind }) => kind)]);
  });

  it.each([['a place', PLACE], ['an end', SERVED]])('%s before any answer: say first whether you can help', async (_, answer) => {
    const at = await asked();
    await expect(say(at, answer)).rejects.toMatchObject({ errors: [{ code: 'answer.too-early' }] });
    expect((await now(at)).answers).toEqual([]);
  });

  it.each([
    ['the same place twice', PLACE, PLACE],
    ['a place and "help was given"', PLACE, SERVED],
    ['a place and "it came to nothing"', PLACE, STOPPED],
  ])('two tabs at once, %s: never a place after an end, and the referral stands where the last one led', async (_, one, other) => {
    for (let round = 0; round < 8; round++) {
      const at = await asked();
      await saidAll(at, [WAITLIST]);
      await Promise.all([say(at, one), say(at, other)]);
      await handOn(desk);
      const rows = await desk.sql<{ stage: string; kind: string }>(`select stage, kind from partner.answer where disclosure_id = $1 and stage <> 'first'`, [at.disclosure]);
      const end = rows.find(({ stage }) => stage === 'end');
      expect(rows.filter(({ stage }) => stage === 'place').length).toBeLessThanOrEqual(1);
      expect((await now(at)).state).toBe(end?.kind ?? 'accepted');
      const moves = await desk.sql<{ to: string }>(`select body->>'to' as to from platform.event where subject = $1 and type = 'referral.moved' order by id`, [at.chosen.inquiry.id]);
      expect(moves.map(({ to }) => to)).toEqual(['waitlisted', ...(rows.some(({ stage }) => stage === 'place') ? ['accepted'] : []), ...(end ? [end.kind] : [])]);
    }
  }, 180_000);

  it('every event may be handled again: an old "waiting list" does not take the place away', async () => {
    const at = await asked();
    await saidAll(at, [WAITLIST, PLACE]);
    const { version } = await now(at);
    const handlers = (desk.get(Dispatcher) as unknown as { handlers: Map<string, EventHandler[]> }).handlers;
    const events = await desk.sql<StoredEvent>(`select id::text as id, at, type, subject, body from platform.event where subject = $1 and type = 'agency.answered' order by id`, [at.referral.id]);
    expect(events).toHaveLength(2);
    for (const event of events) await desk.get(Db).as(SYSTEM, async (tx) => { for (const handler of handlers.get(event.type) ?? []) await handler(tx, event); });
    expect(await now(at)).toMatchObject({ state: 'accepted', version });
  });

  it('by phone, as the specialist writes it down: once, and after the waiting list only', async () => {
    const at = await asked('phone');
    expect(await byPhone(at, { kind: 'served' })).toBe(412);
    expect(await byPhone(at, { kind: 'waitlisted' })).toBe(200);
    expect(await byPhone(at, { kind: 'accepted', note: 'From Tuesday on.' })).toBe(200);
    expect(await now(at)).toMatchObject({ state: 'accepted', answers: [{ kind: 'waitlisted' }, { kind: 'accepted', note: 'From Tuesday on.', by: 'Ruth Adler' }] });
    for (const kind of ['accepted', 'waitlisted']) expect([kind, await byPhone(at, { kind })]).toEqual([kind, 412]);
    expect(await byPhone(at, { kind: 'served' })).toBe(200);
    expect(await byPhone(at, { kind: 'accepted' })).toBe(412);
    expect(kinds(await now(at))).toEqual(['waitlisted', 'accepted', 'served']);
  });

  it('the agency by link and the specialist on the phone at once: it is said once', async () => {
    const at = await asked();
    await saidAll(at, [WAITLIST]);
    await Promise.all([say(at, PLACE), byPhone(at, { kind: 'accepted' })]);
    await handOn(desk);
    expect(kinds(await now(at))).toEqual(['waitlisted', 'accepted']);
    expect((await now(at)).state).toBe('accepted');
  });

  it('is told to the person, and they are asked later whether it helped, also when nothing was left to ask', async () => {
    const at = await asked();
    await saidAll(at, [WAITLIST]);
    for (const due of await dues(at)) await ruth.ask('POST', `/api/follow-ups/${due.id}/done`);
    await saidAll(at, [PLACE]);
    expect((await dues(at)).map(({ kind, group }) => [kind, group]).sort()).toEqual([['call-answer', 'today'], ['did-it-help', 'later']]);
  });

  it('the database keeps the order, whoever writes', async () => {
    const at = await asked();
    const write = (stage: string, kind: string): Promise<string> => desk.sql(`insert into partner.answer (id, agency_id, disclosure_id, stage, kind, body) values ($1, $2, $3, $4, $5, '\\x')`, [uuidv7(), at.agency, at.disclosure, stage, kind]).then(() => 'written', ({ constraint }: { constraint: string }) => constraint);
    const tries: [string, string, string][] = [
      ['place', 'accepted', 'answer_order'], ['end', 'served', 'answer_order'], ['first', 'declined', 'answer_reason'], ['first', 'waitlisted', 'written'], ['first', 'accepted', 'answer_once'],
      ['place', 'waitlisted', 'answer_kind'], ['place', 'accepted', 'written'], ['place', 'accepted', 'answer_once'], ['end', 'stopped', 'answer_reason'], ['end', 'served', 'written'], ['place', 'accepted', 'answer_order'],
    ];
    for (const [stage, kind, becomes] of tries) expect([stage, kind, await write(stage, kind)]).toEqual([stage, kind, becomes]);
  });
});
