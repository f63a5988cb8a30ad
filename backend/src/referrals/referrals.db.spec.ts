import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { ITS_NUMBER, sent } from '../../test/an-inquiry.js';
import { handOn } from '../../test/hand-on.js';
import { type TestDesk } from '../../test/test-database.js';
import { Directory } from '../directory/index.js';
import type { FollowUpView } from '../follow-up/follow-up.dto.js';
import type { InquiryView, QueuePage } from '../intake/inquiry.dto.js';
import { evaluate } from '../matching/domain/evaluate.js';
import { rank } from '../matching/domain/rank.js';
import { verdicts } from '../matching/domain/hard-rules.js';
import { Asking } from '../matching/asking.service.js';
import { ListingWords } from '../matching/listing-words.service.js';
import type { FindMatches, MatchesView } from '../matching/matching.dto.js';
import type { VocabularyView } from '../matching/vocabulary.dto.js';
import { SYSTEM, uuidv7 } from '../platform/index.js';
import type { CardView, OptionView } from './referral.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
}, 180_000);
afterAll(() => desk.stop());

/** A request that Ruth has claimed. */
async function claimed(over: Record<string, unknown> = {}): Promise<InquiryView> {
  const { reference } = await sent(desk, over);
  const { items } = await ruth.ask<QueuePage>('GET', '/api/queue?size=100');
  return ruth.ask<InquiryView>('POST', `/api/inquiries/${items.find((item) => item.reference === reference)?.id}/claim`);
}
const find = (id: string, changed: FindMatches = {}) => ruth.ask<MatchesView>('POST', `/api/inquiries/${id}/matches`, changed);
const today = new Date().toISOString().slice(0, 10);

describe('matching a request', () => {
  it('takes the question from the request: needs, place, age, language, payment, peers', async () => {
    const { id } = await claimed({ topics: ['worry', 'lonely'], facts: { age: { state: 'given', value: '25-59' }, insurance: { state: 'given', value: 'medicaid' }, peer: { state: 'given', value: 'yes' }, speak: { state: 'given', value: 'Spanish' } } });
    const { asked, results } = await find(id);
    expect(asked).toEqual({ needs: ['anxiety', 'panic', 'loneliness'], kinds: [], populations: [], only: [], zip: '06854', town: null, age: null, ageBand: '25-59', language: 'es', languageRequired: true, payment: 'medicaid', paymentRequired: true, format: 'either', peer: 'yes', wheelchair: false, veteran: null, lgbtq: null, times: [] });
    expect(results.length).toBeGreaterThan(3);
    expect(results[0]?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['need', 'language', 'peer']));
    expect(results.slice(0, 5).some(({ peer }) => peer)).toBe(true);
  });

  it('lets the specialist change every part of it', async () => {
    const { id } = await claimed();
    const changed: FindMatches = { needs: ['grief'], zip: '06901', age: 70, language: 'en', languageRequired: false, payment: 'medicare', paymentRequired: true, format: 'in_person', peer: 'no', wheelchair: true, veteran: 'no', lgbtq: 'no', times: ['weekday_evening'] };
    const { asked, results } = await find(id, changed);
    expect(asked).toEqual({ ...changed, town: null, ageBand: null, kinds: [], populations: [], only: [] });
    expect(results.every(({ reasons }) => reasons.every(({ code, text }) => code !== 'age' || !/^Only/.test(text)))).toBe(true);
  });

  it.each([
    ['a need that is no word', { needs: [3] }, 'needs'],
    ['a ZIP code of letters', { zip: 'abcde' }, 'zip'],
    ['an age of 300', { age: 300 }, 'age'],
    ['an unknown field', { everything: true }, 'everything'],
  ])('refuses %s and names the field', async (_, body, field) => {
    const { id } = await claimed();
    const answer = await ruth.send('POST', `/api/inquiries/${id}/matches`, body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ errors: { field: string }[] }>().errors[0]?.field).toBe(field);
  });

  it('M01 removing a need removes its reasons', async () => {
    const { id } = await claimed({ topics: ['worry', 'grief'] });
    const both = await find(id, { needs: ['grief', 'anxiety'] });
    const one = await find(id, { needs: ['anxiety'] });
    const said = ({ results }: MatchesView) => results.flatMap(({ reasons }) => reasons.map(({ text }) => text)).filter((text) => /grief/.test(text));
    expect(said(both).length).toBeGreaterThan(0);
    expect(said(one)).toEqual([]);
  });

  it('M02 what is not stated is a question to ask, never a plus', async () => {
    const { id } = await claimed();
    const { results } = await find(id, { wheelchair: true });
    const unknown = results.flatMap(({ reasons }) => reasons).filter(({ verdict }) => verdict === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.every(({ ask }) => ask)).toBe(true);
  });

  it('M05 a listing that nobody checked loses its place, and gets it back', async () => {
    const { id } = await claimed();
    const [best, second] = (await find(id)).results;
    await desk.sql('update directory.service set assured_date = null where id = $1', [best?.serviceId]);
    const after = (await find(id)).results;
    expect(after.findIndex(({ serviceId }) => serviceId === best?.serviceId)).toBeGreaterThan(0);
    expect(after.find(({ serviceId }) => serviceId === best?.serviceId)?.freshness).toBe('Never checked by anybody.');
    await desk.sql('update directory.service set assured_date = current_date where id = $1', [best?.serviceId]);
    expect([best?.serviceId, second?.serviceId]).toContain((await find(id)).results[0]?.serviceId);
  });

  it('the first look in the database leaves out nothing that could be offered', async () => {
    const asking = desk.get(Asking);
    const everything = await desk.get(ListingWords).heard(SYSTEM, await desk.get(Directory).listings(SYSTEM));
    const ids = (list: { listing: { id: string } }[]) => list.map(({ listing }) => listing.id);
    for (const needs of [['anxiety'], ['grief', 'suicide-loss'], ['alcohol', 'drugs', 'opioids'], ['perinatal'], ['psychosis'], ['domestic-violence'], ['tobacco'], []]) {
      for (const zip of ['06854', '06106', '10001', '99999', null]) {
        const { id } = await claimed();
        const { ask } = await asking.asked((await ruthActor()) as never, id, { needs, zip });
        const whole = rank(everything.map((listing) => evaluate(ask, listing, today)), ask).results;
        const found = await find(id, { needs, zip });
        expect(found.results.map(({ serviceId }) => serviceId)).toEqual(ids(whole).slice(0, 20));
        expect(found.total).toBe(whole.length);
        for (const { listing } of whole) expect(Object.values(verdicts(ask, listing))).not.toContain('fail');
      }
    }
  });

  it("is nobody else's: another specialist's request is not found", async () => {
    const { id } = await claimed();
    const foreign = await ana.send('POST', `/api/inquiries/${id}/matches`, {});
    const missing = await ana.send('POST', `/api/inquiries/${uuidv7()}/matches`, {});
    expect([foreign.statusCode, missing.statusCode]).toEqual([404, 404]);
    expect({ ...foreign.json(), requestId: 0 }).toEqual({ ...missing.json(), requestId: 0 });
  });

  it('names needs and kinds, and reads topics as needs', async () => {
    const words = await ruth.ask<VocabularyView>('GET', '/api/vocabulary');
    expect(words.needs).toContainEqual(expect.objectContaining({ code: 'anxiety', name: 'Anxiety and worry' }));
    expect(words.topics).toMatchObject({ grief: ['grief'] });
  });
});

async function ruthActor(): Promise<unknown> {
  const [row] = await desk.sql('select id, name, roles, restricted from people.account where id = $1', [ruth.id]);
  return { ...row, kind: 'staff' };
}

describe('offering', () => {
  let inquiry: InquiryView;
  let matches: MatchesView;
  let options: OptionView[];
  const need = () => inquiry.needs[0]?.id ?? '';
  const offer = (body: object) => ruth.send('POST', `/api/inquiries/${inquiry.id}/options`, body);
  beforeAll(async () => {
    inquiry = await claimed();
    matches = await find(inquiry.id);
  });
  const ids = (count: number) => matches.results.slice(0, count).map(({ serviceId }) => serviceId);

  it('asks why there are fewer than three', async () => {
    const answer = await offer({ needId: need(), serviceIds: ids(2) });
    expect(answer.json()).toMatchObject({ status: 422, errors: [{ field: 'fewerReason' }] });
  });

  it('keeps the options with the reasons as they were said, and moves the need', async () => {
    options = await ruth.ask<OptionView[]>('POST', `/api/inquiries/${inquiry.id}/options`, { needId: need(), serviceIds: ids(3) });
    expect(options.map(({ serviceId }) => serviceId)).toEqual(ids(3));
    expect(options.map(({ reasons }) => reasons.map(({ text }) => text))).toEqual(matches.results.slice(0, 3).map(({ reasons }) => reasons.map(({ text }) => text)));
    expect(options[0]).toMatchObject({ needId: need(), rank: 1, decision: 'undecided', why: null, offeredBy: { name: 'Ruth Adler' } });
    const view = await ruth.ask<InquiryView>('GET', `/api/inquiries/${inquiry.id}`);
    expect(view.needs.find(({ id }) => id === need())?.status).toBe('options-given');
    expect(view.history[0]).toMatchObject({ type: 'options.offered', body: { count: 3 } });
  });

  it('offers the same service for a need once', async () => {
    const again = await ruth.ask<OptionView[]>('POST', `/api/inquiries/${inquiry.id}/options`, { needId: need(), serviceIds: ids(4) });
    expect(again.map(({ serviceId }) => serviceId)).toEqual(ids(4));
    const both = await Promise.all([offer({ needId: need(), serviceIds: ids(5) }), offer({ needId: need(), serviceIds: ids(5) })]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(await ruth.ask<OptionView[]>('GET', `/api/inquiries/${inquiry.id}/options`)).toHaveLength(5);
  });

  it('counts what was offered before, and not what was declined', async () => {
    const again = await claimed();
    const at = `/api/inquiries/${again.id}/options`;
    const body = { needId: again.needs[0]?.id, serviceIds: ids(2), fewerReason: 'They asked for two' };
    const two = await ruth.ask<OptionView[]>('POST', at, body);
    expect((await ruth.send('POST', at, { needId: body.needId, serviceIds: ids(3).slice(2) })).statusCode).toBe(201);
    await ruth.ask('POST', `/api/options/${two[0]?.id}/decision`, { decision: 'declined' });
    await ruth.ask('POST', `/api/options/${two[1]?.id}/decision`, { decision: 'declined' });
    expect((await ruth.send('POST', at, { needId: body.needId, serviceIds: ids(4).slice(3) })).json()).toMatchObject({ errors: [{ field: 'fewerReason' }] });
  });

  it('refuses what a hard rule forbids, a need of another request, and a service that is not there', async () => {
    const [{ id: forbidden } = { id: '' }] = await desk.sql<{ id: string }>(`select service_id as id from directory.listing where status = 'active' and facts->>'intake' = 'paused' limit 1`);
    expect((await offer({ needId: need(), serviceIds: [forbidden], fewerReason: 'Only one' })).json()).toMatchObject({ status: 422, errors: [{ field: 'serviceIds.0', code: 'match.H1' }] });
    const other = await claimed();
    expect((await offer({ needId: other.needs[0]?.id, serviceIds: ids(3) })).statusCode).toBe(404);
    expect((await offer({ needId: need(), serviceIds: [uuidv7()], fewerReason: 'Only one' })).statusCode).toBe(404);
  });

  it('writes down what the person said, in their words, and lets them change their mind', async () => {
    const [first] = options;
    const at = `/api/options/${first?.id}/decision`;
    expect(await ruth.ask('POST', at, { decision: 'declined', why: 'I know somebody who works there' })).toMatchObject({ decision: 'declined', why: 'I know somebody who works there' });
    expect(await ruth.ask('POST', at, { decision: 'chosen' })).toMatchObject({ decision: 'chosen', why: null });
    expect((await ana.send('POST', at, { decision: 'declined' })).statusCode).toBe(404);
    expect((await ruth.send('POST', at, { decision: 'perhaps' })).statusCode).toBe(422);
  });

  it('keeps names, reasons and the why sealed', async () => {
    await ruth.ask('POST', `/api/options/${options[1]?.id}/decision`, { decision: 'declined', why: 'canary-why' });
    const [{ text } = { text: '' }] = await desk.sql<{ text: string }>(`select string_agg(t, ' ') as text from (select o::text as t from referrals.option o union all select f::text from referrals.offer f union all select e.body::text from platform.event e union all select a.body::text from audit.entry a) q`);
    expect(text).not.toContain('canary');
    expect(text).not.toContain(Buffer.from('canary').toString('hex'));
    expect(text).not.toContain(matches.results[0]?.name ?? '?');
  });

  it('hands out a card that says nothing of why or who, and a follow-up is due', async () => {
    await desk.sql(`insert into directory.peer (service_id, line, dispatch) values ($1, 'peer', 'no') on conflict (service_id) do update set line = 'peer', dispatch = 'no'`, [options[0]?.serviceId]);
    const card = await ruth.ask<CardView>('POST', `/api/inquiries/${inquiry.id}/card`, { optionIds: options.slice(0, 2).map(({ id }) => id), how: 'print' });
    expect(card.options.map(({ name }) => name)).toEqual(options.slice(0, 2).map(({ name }) => name));
    expect(card.options.every(({ phones }) => phones.length > 0)).toBe(true);
    expect(card.heading).toBe('Your list');
    expect(card.options[0]?.line).toBe('Peers answer. This line never sends anyone without your consent.');
    expect(JSON.stringify(card)).not.toMatch(new RegExp(`Marisol|Teodora|${ITS_NUMBER}|My heart races`));
    await handOn(desk);
    const due = await ruth.ask<FollowUpView[]>('GET', '/api/follow-ups');
    expect(due).toContainEqual(expect.objectContaining({ inquiryId: inquiry.id, reference: inquiry.reference, dueOn: card.followUpOn, kind: 'did-it-help' }));
    expect((await ana.ask<FollowUpView[]>('GET', '/api/follow-ups')).map(({ inquiryId }) => inquiryId)).not.toContain(inquiry.id);
  });

  it('promises no follow-up that the person did not want', async () => {
    const quiet = await claimed({ consent: { read: true, followUp: false, wording: 'desk-en-1' } });
    const found = await find(quiet.id);
    const [option] = await ruth.ask<OptionView[]>('POST', `/api/inquiries/${quiet.id}/options`, { needId: quiet.needs[0]?.id, serviceIds: found.results.slice(0, 3).map(({ serviceId }) => serviceId) });
    expect(await ruth.ask('POST', `/api/inquiries/${quiet.id}/card`, { optionIds: [option?.id], how: 'read-aloud' })).toMatchObject({ followUpOn: null });
    await handOn(desk);
    expect(await desk.sql('select 1 from follow_up.due where inquiry_id = $1 and done_at is null', [quiet.id])).toEqual([]);
  });

  it('a hidden address leaves by no door: not the match, not the card, not the listing', async () => {
    const there = matches.results.find(({ distanceMiles }) => distanceMiles !== null);
    options = await ruth.ask<OptionView[]>('POST', `/api/inquiries/${inquiry.id}/options`, { needId: need(), serviceIds: [there?.serviceId], fewerReason: 'One with a place' });
    const [place] = await desk.sql<{ location: string; service: string; street: string }>(
      `select l.id as location, sl.service_id as service, a.address_1 as street from directory.location l join directory.service_at_location sl on sl.location_id = l.id join directory.address a on a.location_id = l.id where sl.service_id = $1`,
      [there?.serviceId],
    );
    await desk.sql(`update directory.location set confidentiality = 'hidden' where id = $1`, [place?.location]);
    const answers = await Promise.all([
      ruth.send('POST', `/api/inquiries/${inquiry.id}/matches`, {}),
      ruth.send('POST', `/api/inquiries/${inquiry.id}/card`, { optionIds: [options.find(({ serviceId }) => serviceId === place?.service)?.id], how: 'print' }),
      ruth.send('GET', `/api/directory/services/${place?.service}`),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 201, 200]);
    for (const { body } of answers) expect(body).not.toContain(place?.street ?? 'there is a place');
  });
});
