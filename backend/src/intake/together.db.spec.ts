import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { idOf, sent } from '../../test/an-inquiry.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { Farewell } from '../referrals/index.js';
import type { Actor } from '../platform/index.js';
import { ComingBack } from './coming-back.service.js';
import type { InquiryView } from './inquiry.dto.js';
import type { PossibleView, TogetherView } from './together.dto.js';

let desk: TestDesk;
let ruth: Colleague;
let ana: Colleague;
let sol: Colleague;
let mei: Colleague;
beforeAll(async () => {
  desk = await testDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  ana = await aColleague(desk, 'Ana Rios');
  sol = await aColleague(desk, 'Sol Vega', ['SUP']);
  mei = await aColleague(desk, 'Mei Tan', ['SPE'], false);
}, 180_000);
afterAll(() => desk?.stop());

let last = 100;
/** A number that no other test has. */
const aNumber = (): string => `203-555-01${String(++last % 100).padStart(2, '0')} x${last}`;
const byPhone = (phone: string): object => ({ contact: { channel: 'phone', phone } });
const elsewhere = { topics: ['grief'], place: { zip: '06902', fixed: true } };

interface Made { id: string; reference: string; code: string }
async function aRequest(over: object = {}, owner: Colleague | null = ruth): Promise<Made> {
  const { reference, code } = await sent(desk, { ...byPhone(aNumber()), place: { fixed: false }, ...over });
  const id = await idOf(desk, reference);
  if (owner) await desk.sql(`update intake.inquiry set status = 'claimed', assignee = $2, claimed_at = now() where reference = $1`, [reference, owner.id]);
  return { id, reference, code };
}
const together = (who: Colleague, id: string): Promise<TogetherView> => who.ask('GET', `/api/inquiries/${id}/together`);
const possible = async (who: Colleague, id: string): Promise<PossibleView[]> => (await together(who, id)).possible;
const view = (who: Colleague, id: string): Promise<InquiryView> => who.ask('GET', `/api/inquiries/${id}`);
const merge = (who: Colleague, kept: Made, gone: Made) => who.send('POST', `/api/inquiries/${kept.id}/merged/${gone.id}`);
const unmerge = (who: Colleague, gone: Made) => who.send('POST', `/api/inquiries/${gone.id}/unmerge`);
const asPerson = ({ id }: Made): Actor => ({ id: null, kind: 'person', roles: ['PER'], name: null, restricted: true, inquiryId: id });

describe('what may be one', () => {
  it('is told by the same phone however it was typed, by the same e-mail, and weakly by ZIP and needs within days', async () => {
    const one = await aRequest({ contact: { channel: 'phone', phone: '(203) 555-0119' }, topics: ['worry'] });
    const two = await aRequest({ contact: { channel: 'text', phone: '+1 203 555 0119' }, topics: ['grief'] }, ana);
    expect(await possible(ruth, one.id)).toEqual([expect.objectContaining({ id: two.id, reference: two.reference, because: ['phone'], tie: null, actions: ['link'], assignee: { id: ana.id, name: 'Ana Rios' } })]);
    const mail = await aRequest({ contact: { channel: 'email', email: 'Quill@example.org' } });
    const same = await aRequest({ contact: { channel: 'email', email: 'quill@EXAMPLE.org' }, topics: ['home'] });
    expect(await possible(ruth, mail.id)).toEqual([expect.objectContaining({ id: same.id, because: ['email'], actions: ['compare', 'link', 'merge'] })]);
    const near = await aRequest({ place: { zip: '06851', fixed: true }, topics: ['lonely', 'home'] });
    const nearby = await aRequest({ place: { zip: '06851', fixed: true }, topics: ['home', 'lonely'] });
    expect(await possible(ruth, near.id)).toEqual([expect.objectContaining({ id: nearby.id, because: ['needs'] })]);
    await desk.sql(`update intake.inquiry set opened_at = opened_at - interval '15 days' where id = $1`, [nearby.id]);
    expect(await possible(ruth, near.id)).toEqual([]);
  });

  it('is hinted at for no request about violence, on neither side, and for no kind that the reader may not open', async () => {
    const phone = aNumber();
    const [one, dv] = [await aRequest({ ...byPhone(phone), topics: ['worry'] }), await aRequest({ ...byPhone(phone), topics: ['abuse'] })];
    expect([await possible(ruth, one.id), await possible(ruth, dv.id)]).toEqual([[], []]);
    const later = await aRequest({ ...byPhone(phone), topics: ['grief'] });
    expect(await possible(ruth, one.id)).toHaveLength(1);
    await ruth.ask('POST', `/api/inquiries/${later.id}/needs`, { topic: 'abuse' }); // learned on the phone
    expect([await possible(ruth, one.id), await possible(ruth, later.id)]).toEqual([[], []]);
    const other = aNumber();
    const [plain, drugs] = [await aRequest({ ...byPhone(other), topics: ['worry'] }, mei), await aRequest({ ...byPhone(other), topics: ['alcohol-drugs'] })];
    expect(await possible(mei, plain.id)).toEqual([]);
    expect((await mei.send('POST', `/api/inquiries/${plain.id}/ties/${drugs.id}`, { kind: 'linked' })).statusCode).toBe(404);
    expect(await possible(sol, plain.id)).toEqual([expect.objectContaining({ id: drugs.id })]);
    expect((await ana.send('GET', `/api/inquiries/${plain.id}/together`)).statusCode).toBe(404);
  });

  it('is linked, and the link ended, with who and when; two after all is said and stays said', async () => {
    const [one, two] = [await aRequest(), await aRequest(elsewhere, ana)];
    await ruth.ask('POST', `/api/inquiries/${one.id}/ties/${two.id}`, { kind: 'linked' });
    await ruth.ask('POST', `/api/inquiries/${one.id}/ties/${two.id}`, { kind: 'linked' });
    const tie = { kind: 'linked', by: 'Ruth Adler', at: expect.stringMatching(/^\d{4}-/) as string };
    expect(await possible(ana, two.id)).toEqual([expect.objectContaining({ id: one.id, because: [], tie })]);
    expect(await desk.sql(`select subject from platform.event where type = 'inquiry.linked' and subject in ($1, $2)`, [one.id, two.id])).toHaveLength(2);
    await ana.ask('POST', `/api/inquiries/${two.id}/ties/${one.id}`, { kind: 'apart' });
    expect((await possible(ruth, one.id))[0]?.tie).toMatchObject({ kind: 'apart', by: 'Ana Rios' });
    await ruth.ask('POST', `/api/inquiries/${one.id}/ties/${two.id}/end`);
    expect(await possible(ruth, one.id)).toEqual([]);
    expect(await desk.sql('select 1 from intake.tie where ended_at is not null and $1 in (first_id, second_id)', [one.id])).toHaveLength(2);
  });
});

/** Everything of two requests but versions, as the owner of the database sees it. */
const rows = (...made: Made[]): Promise<object[]> =>
  desk.sql(
    `select (to_jsonb(i) - 'version')::text as row from intake.inquiry i where id = any($1::uuid[]) union all select n::text from intake.need n where inquiry_id = any($1::uuid[])
     union all select n::text from intake.note n where inquiry_id = any($1::uuid[]) union all select c::text from intake.consent c where inquiry_id = any($1::uuid[]) order by 1`,
    [made.map(({ id }) => id)],
  );

describe('S15 two that are one', () => {
  it('S15 are merged and taken apart: both exactly as before, the audit shows both steps', async () => {
    const [kept, gone] = [await aRequest(), await aRequest({ words: 'Second try' })];
    await ruth.ask('POST', `/api/inquiries/${gone.id}/needs`, { topic: 'grief' });
    const before = await rows(kept, gone);
    expect((await merge(ruth, kept, gone)).statusCode).toBe(204);
    expect(await together(ruth, kept.id)).toMatchObject({ merged: [{ reference: gone.reference, words: 'Second try', by: 'Ruth Adler', needs: [{ topic: 'worry' }, { topic: 'lonely' }, { topic: 'grief' }] }], mergedInto: null });
    expect(await together(ruth, gone.id)).toMatchObject({ possible: [], mergedInto: { id: kept.id, reference: kept.reference } });
    expect((await unmerge(ruth, gone)).statusCode).toBe(204);
    expect(await rows(kept, gone)).toEqual(before);
    const audit = await desk.sql<{ line: string }>(`select (body->>'objectId') || ' ' || (body->>'reason') as line from audit.entry where body->>'act' = 'inquiry.merge' order by id`);
    expect(audit.map(({ line }) => line)).toEqual([`${kept.id} inquiry.merged`, `${gone.id} inquiry.merged-away`, `${kept.id} inquiry.unmerged`, `${gone.id} inquiry.unmerged`]);
    expect((await unmerge(ruth, gone)).json()).toMatchObject({ status: 409, code: 'merge.undone' });
  });

  it('S15 are not taken apart after 30 days', async () => {
    const [kept, gone] = [await aRequest(), await aRequest()];
    await merge(ruth, kept, gone);
    await desk.sql(`update intake.merge set made_at = made_at - interval '29 days' where gone_id = $1`, [gone.id]);
    expect((await unmerge(ruth, gone)).statusCode).toBe(204);
    await merge(ruth, kept, gone);
    await desk.sql(`update intake.merge set made_at = made_at - interval '31 days' where gone_id = $1 and undone_at is null`, [gone.id]);
    expect((await unmerge(ruth, gone)).json()).toMatchObject({ status: 409, code: 'merge.too-old' });
  });

  it('are merged by who owns both, or a supervisor; afterwards both belong to whoever has the one that stays', async () => {
    const [kept, gone] = [await aRequest(), await aRequest({ words: 'Hers before' }, ana)];
    for (const who of [ruth, ana, mei]) expect((await merge(who, kept, gone)).statusCode).toBe(404);
    expect((await merge(sol, kept, gone)).statusCode).toBe(204);
    expect(await view(ruth, gone.id)).toMatchObject({ words: 'Hers before', status: 'closed' });
    expect((await view(ana, gone.id)).words).toBeNull();
    expect((await unmerge(ana, gone)).statusCode).toBe(404);
    expect((await unmerge(ruth, gone)).statusCode).toBe(204);
    expect((await view(ana, gone.id)).words).toBe('Hers before');
  });

  it('of two colleagues who merge the same ones at once one is told who was quicker', async () => {
    const luz = await aColleague(desk, 'Luz Prado', ['SUP']);
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await aRequest(), await aRequest()];
      const answers = await Promise.all([merge(sol, one, two), merge(luz, two, one)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
      expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'inquiry.merged', by: expect.stringMatching(/Sol|Luz/) as string });
      expect(await desk.sql('select 1 from intake.merge where $1 in (gone_id, kept_id) and undone_at is null', [one.id])).toHaveLength(1);
    }
  });

  it.each<[string, object, object, string]>([
    ['asked for by different people', {}, { asker: 'carer', knows: 'yes' }, 'merge.two-people'],
    ['of different ages', {}, { facts: { age: { state: 'given', value: '60-plus' } } }, 'merge.two-people'],
    ['stricter about voicemail', { safe: { voicemail: true, times: [] } }, { safe: { voicemail: false, times: [] } }, 'merge.contact'],
    ['of a kind that some may not open', { topics: ['worry'] }, { topics: ['alcohol-drugs'] }, 'merge.restricted'],
    ['more urgent', { urgency: 'no_rush' }, { urgency: 'today' }, 'merge.less-urgent'],
    ['about violence', { topics: ['abuse'] }, { topics: ['abuse'] }, 'inquiry.apart'],
  ])('S15 stay two where the other one is %s', async (_, one, other, code) => {
    const [kept, gone] = [await aRequest(one), await aRequest(other)];
    const before = await rows(kept, gone);
    expect((await merge(ruth, kept, gone)).json()).toMatchObject({ status: 409, code });
    expect(await rows(kept, gone)).toEqual(before);
  });

  it('merge once: what was merged is not merged again, what holds another is not merged away', async () => {
    const [a, b, c] = [await aRequest(), await aRequest(), await aRequest()];
    await merge(ruth, a, b);
    expect((await merge(ruth, c, b)).json()).toMatchObject({ code: 'inquiry.merged' });
    expect((await merge(ruth, b, c)).json()).toMatchObject({ code: 'inquiry.merged' });
    expect((await merge(ruth, c, a)).json()).toMatchObject({ code: 'merge.has-merged' });
    await expect(desk.sql(`update intake.inquiry set merged_into = $2, status = 'closed' where id = $1`, [a.id, c.id])).rejects.toThrow('merged once');
  });

  it('keep every need: the one that stays does not close before those of the other have ended, and they are worked on', async () => {
    const [kept, gone] = [await aRequest(), await aRequest({ topics: ['grief'] })];
    await merge(ruth, kept, gone);
    const end = async (id: string): Promise<void> => {
      for (const need of (await view(ruth, id)).needs) {
        const answer = await desk.app.inject({ method: 'POST', url: `/api/needs/${need.id}/end`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': String(need.version) }, payload: { outcome: 'met', reason: 'served' } });
        expect(answer.statusCode).toBe(204);
      }
    };
    const close = async (): Promise<number> => (await desk.app.inject({ method: 'POST', url: `/api/inquiries/${kept.id}/close`, headers: { cookie: ruth.cookie, 'x-csrf-token': ruth.csrf, 'if-match': String((await view(ruth, kept.id)).version) } })).statusCode;
    await end(kept.id);
    expect(await close()).toBe(409);
    expect((await view(ruth, gone.id)).actions).toContain('end');
    await end(gone.id);
    expect(await close()).toBe(204);
    await expect(desk.sql(`update intake.need set status = 'open', closed_at = null, end_reason = null, ended_by = null, ended_by_account = null where inquiry_id = $1`, [gone.id])).rejects.toThrow('the request is closed');
  });
});

describe('the people who asked', () => {
  it('come back with either number and four words, to their own request alone', async () => {
    const [kept, gone] = [await aRequest({ topics: ['worry'] }), await aRequest({ topics: ['grief'] })];
    await merge(ruth, kept, gone);
    const back = desk.get(ComingBack);
    for (const [made, topic] of [[kept, 'worry'], [gone, 'grief']] as const) {
      expect(await back.enter(made, `203.0.113.${last % 250}`)).toBe(made.id);
      expect(await back.read(asPerson(made), made.id)).toMatchObject({ reference: made.reference, status: 'claimed', needs: [{ topic }] });
    }
  });

  it('delete their own: the other goes on, by itself if it was merged into what is gone', async () => {
    const [kept, gone] = [await aRequest(), await aRequest()];
    await merge(ruth, kept, gone);
    await desk.get(Farewell).erase(asPerson(kept), kept.id);
    expect(await view(ruth, gone.id)).toMatchObject({ status: 'claimed', words: expect.any(String) });
    const [a, b] = [await aRequest(), await aRequest()];
    await ruth.ask('POST', `/api/inquiries/${a.id}/ties/${b.id}`, { kind: 'linked' });
    await merge(ruth, a, b);
    await desk.get(Farewell).erase(asPerson(b), b.id);
    expect(await together(ruth, a.id)).toMatchObject({ possible: [], merged: [] });
    expect(await desk.sql('select 1 from intake.tie where $1 in (first_id, second_id) union all select 1 from intake.merge where $1 in (gone_id, kept_id) union all select 1 from intake.inquiry where id = $1 and merged_into is not null', [b.id])).toEqual([]);
    expect(await view(ruth, a.id)).toMatchObject({ status: 'claimed' });
  });
});
