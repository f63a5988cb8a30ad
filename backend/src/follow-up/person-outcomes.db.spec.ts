import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { handOn } from '../../test/hand-on.js';
import { canBeAsked, onTheRoad, type OnTheRoad } from '../../test/on-the-road.js';
import { type TestDesk } from '../../test/test-database.js';
import { Answering, type NewAnswer } from '../partners/index.js';
import { agencyOf, personOf, uuidv7 } from '../platform/index.js';
import { Options, Previews, Referrals } from '../referrals/index.js';
import type { FollowUpView, OutcomeView } from './follow-up.dto.js';
import { PersonOutcomes, type PersonSays } from './index.js';

let desk: TestDesk;
let ruth: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
}, 180_000);
afterAll(() => desk.stop());

const YES: PersonSays = { tried: 'yes', reached: 'yes', served: 'yes', solved: 'yes' };
const UNSAID: PersonSays = { tried: 'unknown', reached: 'unknown', served: 'unknown', solved: 'unknown' };
const NO: PersonSays = { tried: 'yes', reached: 'no', served: 'no', solved: 'no' };

/** Takes a way for an option; the referral's id. */
async function way(road: OnTheRoad, at: number, asked: 'self' | 'link'): Promise<string> {
  const person = personOf(road.id);
  const optionId = road.options[at]?.id ?? '';
  await canBeAsked(desk, road.options[at]?.serviceId);
  await desk.get(Options).decide(person, optionId, { decision: 'chosen' });
  const agreed = asked === 'link' ? { fields: ['name' as const], agreed: true, hash: (await desk.get(Previews).preview(person, road.id, { optionId, fields: ['name'] })).hash } : {};
  const all = await desk.get(Referrals).make(person, road.id, { optionId, way: asked, ...agreed });
  return all.find((one) => one.optionId === optionId)?.id ?? '';
}
const say = (road: OnTheRoad, referralId: string, says: PersonSays) => desk.get(PersonOutcomes).say(personOf(road.id), referralId, says);
/** What the agency of a referral says by its link. */
async function agencySays(referralId: string, answer: NewAnswer): Promise<void> {
  const [row] = await desk.sql<{ agency: string; id: string }>('select agency_id as agency, id from partner.disclosure where referral_id = $1', [referralId]);
  await desk.get(Answering).answer(agencyOf(row?.agency ?? ''), row?.id ?? '', answer);
  await handOn(desk);
}
const need = async ({ needId }: OnTheRoad) => (await desk.sql('select status, end_reason, ended_by from intake.need where id = $1', [needId]))[0];
const stateOf = async (id: string) => (await desk.sql<{ state: string; reason: string | null }>('select state, reason from referrals.referral where id = $1', [id]))[0];

describe('did it help, said by the person', () => {
  it('"solved" after going alone ends the need as met and the way as served', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    expect(await say(road, id, YES)).toBe('ended');
    expect(await need(road)).toEqual({ status: 'met', end_reason: 'served', ended_by: 'person' });
    expect(await stateOf(id)).toEqual({ state: 'served', reason: null });
    expect(await desk.sql('select said_by, recorded_by, tried, reached, served, solved from follow_up.outcome where referral_id = $1', [id])).toEqual([{ said_by: 'person', recorded_by: null, ...YES }]);
    expect(await desk.sql(`select body->>'solved' as solved from platform.event where type = 'outcome.said' and subject = $1`, [road.id])).toEqual([{ solved: 'yes' }]);
    expect(await desk.get(PersonOutcomes).said(personOf(road.id), road.id)).toEqual(new Map([[id, 'yes']]));
  });

  it('"solved" without their help is met otherwise', async () => {
    const road = await onTheRoad(desk, ruth);
    expect(await say(road, await way(road, 0, 'self'), { ...YES, served: 'no' })).toBe('ended');
    expect(await need(road)).toMatchObject({ status: 'met', end_reason: 'solved-otherwise' });
  });

  it('"solved" while an agency is asked ends nothing: thanks alone', async () => {
    const road = await onTheRoad(desk, ruth);
    const asked = await way(road, 0, 'link');
    expect(await say(road, asked, YES)).toBe('thanks');
    expect(await need(road)).toMatchObject({ status: 'referred' });
    expect(await stateOf(asked)).toMatchObject({ state: 'sent' });
    expect(await say(road, await way(road, 1, 'self'), YES)).toBe('thanks');
    expect(await need(road)).toMatchObject({ status: 'referred' });
  });

  it('got help and "solved" after an agency’s yes ends need and way at once, by the person’s word alone; what the agency says later stands beside it', async () => {
    const road = await onTheRoad(desk, ruth);
    const asked = await way(road, 0, 'link');
    await agencySays(asked, { stage: 'first', kind: 'accepted' });
    expect(await say(road, asked, { ...YES, served: 'no' })).toBe('thanks');
    expect(await stateOf(asked)).toMatchObject({ state: 'accepted' });
    expect(await say(road, asked, YES)).toBe('ended');
    expect(await need(road)).toEqual({ status: 'met', end_reason: 'served', ended_by: 'person' });
    expect(await stateOf(asked)).toEqual({ state: 'served', reason: null });
    await handOn(desk);
    const claims = (): Promise<unknown[]> => desk.sql(`select said_by, served, solved from follow_up.outcome where referral_id = $1 and solved is distinct from 'no' order by said_at`, [asked]);
    const mine = [{ said_by: 'person', served: 'no', solved: 'yes' }, { said_by: 'person', served: 'yes', solved: 'yes' }];
    expect(await claims()).toEqual(mine); // nobody put words into the agency’s mouth
    expect(await dues(road)).toEqual([]);
    expect((await desk.sql<{ by: string }>(`select body->>'by' as by from platform.event where subject = $1 and type = 'referral.moved' and body->>'to' = 'served'`, [road.id]))[0]?.by).toBe('person');
  });

  it('"no" opens the need again and ends the way, with the reason that fits', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    expect(await say(road, id, NO)).toBe('goes-on');
    expect(await need(road)).toMatchObject({ status: 'options-given', end_reason: null });
    expect(await stateOf(id)).toEqual({ state: 'stopped', reason: 'could-not-reach' });
  });

  it('"no" later opens a need that had ended as met, and says so in the history; not in a closed request', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    await say(road, id, YES);
    expect(await say(road, id, NO)).toBe('goes-on');
    expect(await need(road)).toMatchObject({ status: 'options-given' });
    expect(await desk.sql(`select 1 from platform.event where type = 'inquiry.need-reopened' and subject = $1`, [road.id])).toHaveLength(1);
    await say(road, id, YES);
    await desk.sql(`update intake.inquiry set status = 'closed' where id = $1`, [road.id]);
    expect(await say(road, id, { ...NO, reached: 'yes' })).toBe('closed');
    expect(await need(road)).toMatchObject({ status: 'met' });
  });

  it('"partly" and "would rather not say" are kept and leave the need as it is; a way that gave help is over', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    expect(await say(road, id, UNSAID)).toBe('thanks');
    expect(await say(road, id, { ...UNSAID, tried: 'yes', solved: 'partly' })).toBe('thanks');
    expect(await stateOf(id)).toMatchObject({ state: 'self-contact' });
    expect(await say(road, id, { ...YES, solved: 'partly' })).toBe('thanks');
    expect(await stateOf(id)).toMatchObject({ state: 'served' });
    expect(await need(road)).toMatchObject({ status: 'referred' });
  });

  it('"no" opens whatever ended the need, also one that nobody could meet', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    await say(road, id, NO);
    await desk.sql(`update intake.need set status = 'unmet', end_reason = 'tried-all', ended_by = 'person', closed_at = now() where id = $1`, [road.needId]);
    expect(await say(road, id, { ...NO, reached: 'yes' })).toBe('goes-on');
    expect(await need(road)).toEqual({ status: 'options-given', end_reason: null, ended_by: null });
  });

  it('pressed twice, also at once, is said once', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    await Promise.all([say(road, id, YES), say(road, id, YES), say(road, id, YES)]);
    expect(await desk.sql('select 1 from follow_up.outcome where referral_id = $1', [id])).toHaveLength(1);
    expect(await desk.sql(`select 1 from platform.event where type = 'outcome.said' and subject = $1`, [road.id])).toHaveLength(1);
  });

  it('by the person and by the specialist stands side by side', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    await say(road, id, YES);
    await ruth.ask('POST', `/api/referrals/${id}/outcome`, { remembered: 'unknown', ...YES });
    await ruth.ask('POST', `/api/referrals/${id}/outcome`, { remembered: 'unknown', ...YES, note: 'Said on the phone.' });
    const all = await ruth.ask<OutcomeView[]>('GET', `/api/inquiries/${road.id}/outcomes`);
    expect(all.map(({ recordedBy, note }) => [recordedBy?.name ?? null, note])).toEqual([['Ruth Adler', 'Said on the phone.'], ['Ruth Adler', null], [null, null]]);
  });

  it('of somebody else’s way finds what a missing one finds', async () => {
    const [mine, theirs] = [await onTheRoad(desk, ruth), await onTheRoad(desk, ruth)];
    const id = await way(theirs, 0, 'self');
    const answers = await Promise.allSettled([say(mine, id, YES), say(mine, uuidv7(), YES)]);
    expect(answers.map((one) => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual(['inquiry.not-found', 'inquiry.not-found']);
    expect(await desk.sql('select 1 from follow_up.outcome where referral_id = $1', [id])).toEqual([]);
  });
});

/** What the specialist has to do for this request, after everything that happened was handled. */
async function dues({ id }: OnTheRoad): Promise<string[]> {
  await handOn(desk);
  return (await ruth.ask<FollowUpView[]>('GET', '/api/follow-ups')).filter(({ inquiryId }) => inquiryId === id).map(({ kind, group }) => `${kind} ${group}`).sort();
}

describe('the day on which the desk would ask', () => {
  it.each<[string, PersonSays, string[]]>([
    ['it helped', YES, []],
    ['they would rather not say', UNSAID, []],
    ['it did not help', NO, ['person-wrote today']],
    ['it helped in part', { ...YES, solved: 'partly' }, ['person-wrote today']],
  ])('is over when the person said it themselves: %s', async (_, says, left) => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'self');
    expect(await dues(road)).toEqual(['did-it-help later']);
    await say(road, id, says);
    expect(await dues(road)).toEqual(left);
    expect(await desk.sql(`select 1 from follow_up.due where inquiry_id = $1 and kind = 'did-it-help' and done_at is null`, [road.id])).toEqual([]);
  });

  it('stays while another way was not spoken of', async () => {
    const road = await onTheRoad(desk, ruth);
    const [first, second] = [await way(road, 0, 'self'), await way(road, 1, 'self')];
    await say(road, first, { ...UNSAID, solved: 'partly' });
    expect(await dues(road)).toEqual(['did-it-help later', 'person-wrote today']);
    await say(road, second, UNSAID);
    expect(await dues(road)).toEqual(['person-wrote today']);
  });

  it('comes again when the agency tells the end after the person spoke', async () => {
    const road = await onTheRoad(desk, ruth);
    const id = await way(road, 0, 'link');
    await agencySays(id, { stage: 'first', kind: 'accepted' });
    await say(road, id, UNSAID);
    expect(await dues(road)).toEqual(['call-answer today']); // the yes is to be told
    await agencySays(id, { stage: 'end', kind: 'served' });
    expect(await dues(road)).toEqual(['did-it-help later']);
  });
});
