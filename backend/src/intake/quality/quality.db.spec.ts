import { createHash } from 'node:crypto';
import type { Response } from 'light-my-request';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { anOpenOne } from '../../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../../test/test-database.js';
import { Db, SYSTEM, uuidv7 } from '../../platform/index.js';
import { Erasure } from '../erasure.service.js';
import { Inquiries } from '../inquiries.service.js';
import type { MyQualityView, MySampleView, QualityPersonView, QualityRecordView, SampleView } from './quality.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let sol: Colleague;
let mika: Colleague;
let plain: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  sol = await aColleague(desk, 'Sol Marsh', ['SUP']);
  mika = await aColleague(desk, 'Mika Lund', ['SUP', 'SPE']);
  plain = await aColleague(desk, 'Pat Quill', ['SUP'], false);
});
afterAll(() => desk?.stop());
beforeEach(() => desk.sql(`delete from intake.quality_record; delete from intake.quality_sample; update platform.event set at = at - interval '40 days' where type = 'inquiry.closed'`)); // what earlier tests closed was closed long ago

const end = async (id: string, at = 'now()'): Promise<void> => {
  await desk.sql(`update intake.need set status = 'met', end_reason = 'served', ended_by = 'person', closed_at = now() where inquiry_id = $1`, [id]);
  await desk.sql(`update intake.inquiry set status = 'closed' where id = $1`, [id]);
  await desk.sql(`insert into platform.event (type, subject, body, at) values ('inquiry.closed', $1, '{}', ${at})`, [id]);
};
/** A closed request of somebody. */
async function closed(owner = ruth, at = 'now()'): Promise<string> {
  const id = await anOpenOne(desk);
  await owner.ask('POST', `/api/inquiries/${id}/claim`);
  await end(id, at);
  return id;
}
async function several(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(await closed());
  return ids;
}
const draw = (who: Colleague, size = 10) => who.ask<SampleView>('POST', '/api/quality/sample', { size });
const inquiryOf = async (record: string): Promise<string> => (await desk.sql<{ id: string }>('select inquiry_id as id from intake.quality_record where id = $1', [record]))[0]?.id ?? '';
async function drawn({ records }: SampleView): Promise<string[]> {
  const ids: string[] = [];
  for (const { id } of records) ids.push(await inquiryOf(id));
  return ids;
}
const write = (who: Colleague, method: 'PUT' | 'POST', path: string, version: number, payload: object): Promise<Response> =>
  desk.app.inject({ method, url: `/api/quality/records/${path}`, headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'if-match': String(version) }, payload });
const record = (who: Colleague, id: string) => who.ask<QualityRecordView>('GET', `/api/quality/records/${id}`);
const first = ({ records }: SampleView): string => records[0]?.id ?? '';

it('draws in the order that its stored seed gives, and says of how many', async () => {
  const all = await several(7);
  const sample = await draw(sol, 3);
  const order = all.toSorted((a, b) => (createHash('md5').update(sample.seed + a).digest('hex') < createHash('md5').update(sample.seed + b).digest('hex') ? -1 : 1));
  expect([sample.pool, await drawn(sample)]).toEqual([7, order.slice(0, 3)]);
  expect((await sol.ask<MySampleView>('GET', '/api/quality/sample')).sample).toEqual(sample);
  expect((await sol.send('POST', '/api/quality/sample', { size: 1 })).json()).toMatchObject({ status: 409, code: 'quality.unfinished' });
});

it('never one’s own, nothing one did something in, nobody one knows, nothing one may not open, nothing open or long closed', async () => {
  const fits = await closed();
  await closed(mika);
  const touched = await closed();
  await desk.sql(`insert into platform.event (type, subject, body) values ('inquiry.noted', $1, jsonb_build_object('actorId', $2::text))`, [touched, mika.id]);
  const known = await closed();
  const linked = await closed();
  await desk.sql(`insert into intake.skip (id, inquiry_id, account_id, reason) values ($1, $2, $3, 'known-person')`, [uuidv7(), known, mika.id]);
  await desk.sql(`insert into intake.tie (id, first_id, second_id, kind, made_by) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'linked', $4)`, [uuidv7(), known, linked, sol.id]);
  const wrote = await closed();
  await desk.sql(`update intake.inquiry set came_by = 'phone', taken_by = $2 where id = $1`, [wrote, mika.id]);
  await closed(ruth, `now() - interval '31 days'`);
  await ruth.ask('POST', `/api/inquiries/${await anOpenOne(desk)}/claim`);
  expect(await drawn(await draw(mika))).toEqual([fits]);
  await desk.sql('delete from intake.quality_record');
  await desk.sql('update intake.inquiry set dv = true where id = $1', [fits]);
  expect(await drawn(await draw(plain))).not.toContain(fits);
  expect(await drawn(await draw(sol))).toContain(fits);
});

it('of two who draw at once nobody draws what the other has; what is given back is free for others and not for who gave it', async () => {
  const all = await several(9);
  const samples = await Promise.all([draw(sol, 3), draw(mika, 3), draw(plain, 3)]);
  const got: string[] = [];
  for (const sample of samples) got.push(...(await drawn(sample)));
  expect([got.length, new Set(got).size]).toEqual([9, 9]);
  expect(got.toSorted()).toEqual(all.toSorted());
  const [given] = samples;
  const back = await drawn(given);
  for (const { id } of given.records) expect((await write(sol, 'POST', `${id}/return`, 1, { reason: 'knows' })).statusCode).toBe(204);
  expect((await sol.send('POST', '/api/quality/sample', { size: 10 })).json()).toMatchObject({ code: 'quality.none' });
  await desk.sql(`delete from intake.quality_record where reviewer = $1`, [mika.id]);
  expect(await drawn(await draw(mika))).toEqual(expect.arrayContaining(back));
});

it('a note is sealed, read by its specialist, its author and supervisors, answered once, and in no event', async () => {
  const inquiry = await closed();
  const id = first(await draw(sol));
  expect((await ruth.send('GET', `/api/quality/records/${id}`)).statusCode).toBe(404); // not scored yet
  expect((await sol.send('GET', `/api/inquiries/${inquiry}`)).statusCode).toBe(200);
  const [opened] = await desk.sql<{ body: { reason: string } }>(`select body from audit.entry where body->>'act' = 'inquiry.read' and body->>'objectId' = $1 order by id desc limit 1`, [inquiry]);
  expect(opened?.body.reason).toBe('quality');
  const scored = { scores: [2, 1, 0, null, 2], note: 'You asked twice about safety: quilted heron.' };
  expect((await write(sol, 'PUT', id, 7, scored)).statusCode).toBe(412);
  expect((await write(mika, 'PUT', id, 1, scored)).statusCode).toBe(404);
  for (const [bad, field] of [[{ scores: [2, 1, 0, 3, 2] }, 'scores'], [{ scores: [2, 1] }, 'scores'], [{ ...scored, note: 'x'.repeat(2001) }, 'note']] as const) {
    expect((await write(sol, 'PUT', id, 1, bad)).json<{ errors: { field: string }[] }>().errors[0]?.field).toContain(field);
  }
  expect((await write(sol, 'PUT', id, 1, scored)).json()).toMatchObject({ points: 5, of: 8, actions: ['score'] });
  expect(await ruth.ask('GET', '/api/quality/unread')).toEqual({ count: 1 });
  expect(await ana.ask('GET', '/api/quality/unread')).toEqual({ count: 0 });
  expect((await ana.send('GET', `/api/quality/records/${id}`)).statusCode).toBe(404);
  expect(await record(mika, id)).toMatchObject({ note: scored.note, actions: [] });
  expect(await record(ruth, id)).toMatchObject({ note: scored.note, scores: scored.scores, actions: ['answer'], version: 2 });
  expect((await write(sol, 'PUT', id, 2, { ...scored, note: 'quilted heron again' })).statusCode).toBe(200);
  await ruth.ask('POST', `/api/quality/records/${id}/seen`);
  expect(await ruth.ask('GET', '/api/quality/unread')).toEqual({ count: 0 });
  expect((await write(sol, 'PUT', id, 4, scored)).json()).toMatchObject({ status: 409, code: 'quality.seen' });
  expect((await write(ana, 'POST', `${id}/answer`, 4, { text: 'Thank you' })).statusCode).toBe(404);
  expect((await write(ruth, 'POST', `${id}/answer`, 4, { text: 'Quilted heron, I will.' })).json()).toMatchObject({ answer: 'Quilted heron, I will.', actions: [] });
  expect((await write(ruth, 'POST', `${id}/answer`, 5, { text: 'More' })).json()).toMatchObject({ code: 'quality.answered' });
  const words = await desk.sql(`select 1 from platform.event where body::text ilike '%heron%' or type like 'quality%' union all select 1 from audit.entry where body::text ilike '%heron%'
    union all select 1 from intake.quality_record r where r::text ilike '%' || encode('heron', 'hex') || '%'`);
  expect(words).toEqual([]);
});

it('restricted: another supervisor without the flag does not find the record', async () => {
  const inquiry = await closed();
  const id = first(await draw(sol));
  await write(sol, 'PUT', id, 1, { scores: [2, 2, 2, 2, 2], note: 'Well done.' });
  expect((await plain.send('GET', `/api/quality/records/${id}`)).statusCode).toBe(200);
  await desk.sql('update intake.inquiry set dv = true where id = $1', [inquiry]);
  expect((await plain.send('GET', `/api/quality/records/${id}`)).statusCode).toBe(404);
});

it('erasing the person erases note and answer, and what is not scored; points stay', async () => {
  const [one, two] = [await closed(), await closed()];
  const sample = await draw(sol);
  await write(sol, 'PUT', first(sample), 1, { scores: [2, 2, 2, 2, null], note: 'Well done.' });
  for (const id of [one, two]) {
    await desk.get(Db).as(SYSTEM, async (tx) => {
      const open = await desk.get(Inquiries).findOpen(tx, id);
      if (open) await desk.get(Erasure).erase(tx, SYSTEM, open);
    });
  }
  expect(await desk.sql('select scores, note from intake.quality_record')).toEqual([{ scores: [2, 2, 2, 2, null], note: null }]);
  expect(await record(ruth, first(sample))).toMatchObject({ note: null, points: 8, hasNote: false });
});

it('results say how many they count, and nothing of fewer than five', async () => {
  for (let at = 0; at < 5; at++) await closed();
  await closed(ana);
  const { records } = await draw(sol);
  const specialists = new Map(records.map(({ id, specialist }) => [id, specialist.id]));
  let ofRuth = 0;
  for (const { id } of records) await write(sol, 'PUT', id, 1, { scores: [2, specialists.get(id) === ruth.id && ++ofRuth === 1 ? null : 1, ofRuth % 2, null, 0] });
  const people = await sol.ask<QualityPersonView[]>('GET', '/api/quality/results');
  const of = (who: Colleague) => people.find(({ person }) => person.id === who.id)?.months;
  const [year, month] = of(ruth) ?? [];
  expect(year).toMatchObject({ month: null, records: 5, questions: [{ n: 5, points: 10 }, { n: 4, points: null }, { n: 5 }, { n: 0, points: null }, { n: 5, points: 0 }] });
  expect({ ...month, month: null }).toEqual(year);
  expect(of(ana)?.[0]).toMatchObject({ records: 1, questions: Array.from({ length: 5 }, () => ({ points: null })) });
  expect(await sol.ask<unknown[]>('GET', `/api/quality/results/${ruth.id}`)).toHaveLength(5);
  const mine = await ruth.ask<MyQualityView>('GET', '/api/quality/mine');
  expect([mine.records.length, mine.months]).toEqual([5, of(ruth)]);
  expect((await ruth.send('GET', '/api/quality/results')).statusCode).toBe(403);
});
