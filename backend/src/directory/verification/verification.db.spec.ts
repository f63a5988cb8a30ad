import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aMailingDesk } from '../../../test/a-county-desk.js';
import { type Post } from '../../../test/a-referral.js';
import { handOn } from '../../../test/hand-on.js';
import { type TestDesk } from '../../../test/test-database.js';
import { Clock, Db, SYSTEM, uuidv7 } from '../../platform/index.js';
import type { CheckListings, FieldTrustView, VerificationPage } from './verification.dto.js';
import { VerificationClock } from './verification-clock.js';
import { Verification } from './verification.service.js';

const DAY = 86_400_000;

let post: Post;
let desk: TestDesk;
let mei: Colleague;
/** Days that have gone by, as the clock of the ladder sees it. */
let gone = 0;
let tick = 0;
const begun = Date.now();

beforeAll(async () => {
  ({ desk, post } = await aMailingDesk());
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  jest.spyOn(desk.get(Clock), 'now').mockImplementation(() => new Date(begun + gone * DAY + tick++));
}, 90_000);
afterAll(async () => {
  await desk.stop();
  await post.close();
});
beforeEach(async () => {
  gone = 0;
  await desk.sql('delete from directory.field_check');
  await desk.sql(`update directory.service set assured_date = now()::date - 10, assured_method = 'import'`);
  await desk.sql('delete from directory.verification');
  await desk.sql('delete from platform.event where type = $1', ['agency.listing-asked']);
});

interface Listing {
  id: string;
  organization: string;
}
const listings = (kind: string, count = 3): Promise<Listing[]> =>
  desk.sql<Listing>(`select l.service_id as id, l.facts->>'organizationId' as organization from directory.listing l where l.status = 'active' and l.facts->'serviceTypes'->>0 = $1 and ($1 ~ 'group|crisis' or not l.facts->'serviceTypes' ?| array['support-group', 'group-therapy', 'warmline']) order by 1 limit $2`, [kind, count]);
const look = async (day: number): Promise<void> => {
  gone = day;
  await desk.get(VerificationClock).look();
};
const standing = async (id: string): Promise<{ rung: string; doubts: number }> => (await desk.sql<{ rung: string; doubts: number }>('select rung, doubts from directory.verification where service_id = $1', [id]))[0] as { rung: string; doubts: number };
const factsOf = async (id: string): Promise<Record<string, unknown>> => (await desk.sql<{ facts: Record<string, unknown> }>('select facts from directory.listing where service_id = $1', [id]))[0]?.facts ?? {};
const asked = async (organization: string): Promise<number> => (await desk.sql(`select 1 from platform.event where type = 'agency.listing-asked' and subject = $1`, [organization])).length;
const reachable = async (organization: string, email: string | null = 'desk@agency.example.org'): Promise<void> => {
  await desk.sql(`insert into directory.agency (organization_id, email, phone) values ($1, $2, '203-555-0199') on conflict (organization_id) do update set email = excluded.email`, [organization, email]);
};
/** Long checked by nobody, and due on a day. */
const dueOn = (id: string, day: number): Promise<unknown> => desk.sql(`with old as (update directory.service set assured_date = now()::date - 800 where id = $1) insert into directory.verification (service_id, rung, next_at) values ($1, 'fresh', $2) on conflict (service_id) do update set rung = 'fresh', next_at = excluded.next_at`, [id, new Date(begun + day * DAY)]);
const doubt = (serviceId: string, id = uuidv7()): Promise<boolean> => desk.get(Db).as(SYSTEM, (tx) => desk.get(Verification).wrong(tx, id, { serviceId, field: 'phones', method: 'referral' }));
const check = (body: Partial<CheckListings> & { serviceIds: string[] }): Promise<{ rows: { serviceId: string; done: boolean }[] }> => mei.ask('POST', '/api/directory/checks', { field: 'whole', holds: true, method: 'staff-phone', ...body });

describe('the ladder of checking', () => {
  it.each([['crisis-line', 80], ['support-group', 170], ['individual-therapy', 355]])('a %s checked ten days ago is due in %d days', async (kind, days) => {
    const [one] = await listings(kind, 1);
    await look(0);
    const [row] = await desk.sql<{ days: number }>(`select round(extract(epoch from next_at - $2) / 86400)::int as days from directory.verification where service_id = $1`, [one?.id, new Date(begun)]);
    expect(Math.abs((row?.days ?? 0) - days)).toBeLessThanOrEqual(1);
  });

  it('A10 the letters of day 0, 7 and 21 say which they are; an answer stops them; who wants no reminders is mailed once', async () => {
    const [one, two, three] = await listings('individual-therapy', 3) as [Listing, Listing, Listing];
    const mails = async (email: string): Promise<string[]> => {
      await handOn(desk);
      return (await desk.sql<{ body: string }>(`select body from notifications.mail where recipient = $1 and kind = 'agency-listing' order by id`, [email])).map(({ body }) => body);
    };
    const all = [[one, 'all'], [two, 'answers'], [three, 'once']] as const;
    for (const [listing, name] of all) await reachable(listing.organization, `${name}@example.org`);
    await desk.sql('update directory.agency set reminders = false where organization_id = $1', [three.organization]);
    for (const [listing] of all) await desk.sql(`update directory.service set status = 'inactive' where organization_id = $1 and id <> $2`, [listing.organization, listing.id]);
    await look(0);
    for (const [listing] of all) await dueOn(listing.id, 0);
    await look(0);
    gone = 1;
    await desk.get(Db).as(SYSTEM, (tx) => desk.get(Verification).answered(tx, two.id));
    for (const day of [7, 21, 28]) await look(day);
    const [first = '', second = '', third = '', ...more] = await mails('all@example.org');
    expect(first).not.toContain('did not hear');
    expect(second).toContain('We asked you a week ago and did not hear from you.');
    expect(third).toContain('This is our last mail; after it we call.');
    expect(more).toEqual([]);
    expect((await standing(one.id)).rung).toBe('call');
    expect([(await mails('answers@example.org')).length, (await standing(two.id)).rung]).toEqual([1, 'fresh']);
    expect([(await mails('once@example.org')).length, (await standing(three.id)).rung]).toEqual([1, 'unverified']);
    await look(31);
    expect((await mails('answers@example.org')).length).toBe(2); // a month later it is asked again
    await desk.sql(`update directory.service set status = 'active' where organization_id = any($1)`, [all.map(([listing]) => listing.organization)]);
  });

  it('mails an agency on day 0, 7 and 21, once for all of its listings; then calls, says so, and takes it out of offers', async () => {
    const [one] = await listings('individual-therapy', 1) as [Listing];
    await reachable(one.organization);
    await look(0);
    const own = await desk.sql<{ id: string }>(`select id from directory.service where organization_id = $1 and status = 'active'`, [one.organization]);
    for (const { id } of own) await dueOn(id, 0);
    const seen: [number, string, number][] = [];
    for (const day of [0, 0, 6, 7, 20, 21, 27, 28, 41, 42, 119, 120, 400]) {
      await look(day);
      seen.push([day, (await standing(one.id)).rung, await asked(one.organization)]);
      await desk.sql(`update platform.event set at = at - interval '2 days' where type = 'agency.listing-asked'`); // days go by for the mails, too
    }
    expect(seen).toEqual([[0, 'asked', 1], [0, 'asked', 1], [6, 'asked', 1], [7, 'asked-again', 2], [20, 'asked-again', 2], [21, 'asked-last', 3], [27, 'asked-last', 3], [28, 'call', 3], [41, 'call', 3], [42, 'unverified', 3], [119, 'unverified', 3], [120, 'out', 3], [400, 'out', 3]]);
    expect(await factsOf(one.id)).toMatchObject({ rung: 'out' });
  });

  it('calls at once where nobody can be mailed, and when the address went', async () => {
    const [one, two] = await listings('case-management', 2) as [Listing, Listing];
    await reachable(one.organization, null);
    await dueOn(one.id, 0);
    await look(0);
    expect((await standing(one.id)).rung).toBe('call');
    await reachable(two.organization);
    await dueOn(two.id, 0);
    await look(0);
    expect((await standing(two.id)).rung).toBe('asked');
    await reachable(two.organization, null);
    await look(7);
    expect((await standing(two.id)).rung).toBe('call');
  });

  it('an answer stops it: the agency’s, the desk’s, or a source that says it was checked since', async () => {
    const [one, two] = await listings('individual-therapy', 2) as [Listing, Listing];
    await dueOn(one.id, -1);
    await dueOn(two.id, -1);
    await look(0);
    expect(['asked', 'call']).toContain((await standing(one.id)).rung);
    await check({ serviceIds: [one.id], by: 'Dana Whitlock, intake' });
    expect(await standing(one.id)).toEqual({ rung: 'fresh', doubts: 0 });
    expect(await desk.sql('select assured_by as by, assured_method as method from directory.service where id = $1', [one.id])).toEqual([{ by: 'Dana Whitlock, intake', method: 'staff-phone' }]);
    expect(await factsOf(one.id)).not.toHaveProperty('rung');
    await desk.sql(`update directory.service set assured_date = now()::date + 1 where id = $1`, [two.id]);
    await look(2);
    expect((await standing(two.id)).rung).toBe('fresh');
    expect(await desk.sql(`select method from directory.field_check where service_id = $1`, [two.id])).toEqual([{ method: 'import' }]);
  });

  it('two looks at once take one step', async () => {
    const [one] = await listings('individual-therapy', 1) as [Listing];
    await reachable(one.organization);
    await dueOn(one.id, 0);
    gone = 0;
    await Promise.all(Array.from({ length: 4 }, () => desk.get(VerificationClock).look()));
    expect((await standing(one.id)).rung).toBe('asked');
    expect(await asked(one.organization)).toBe(1);
  });
});

describe('what was found wrong', () => {
  it('costs the place at once, opens a call, and after three findings the offers; told twice it counts once', async () => {
    const [one] = await listings('individual-therapy', 1) as [Listing];
    await look(0);
    const id = uuidv7();
    expect([await doubt(one.id, id), await doubt(one.id, id)]).toEqual([true, false]);
    expect(await standing(one.id)).toEqual({ rung: 'call', doubts: 1 });
    expect(await factsOf(one.id)).toMatchObject({ rung: 'call', doubts: 1 });
    await doubt(one.id);
    expect(await standing(one.id)).toEqual({ rung: 'unverified', doubts: 2 });
    await doubt(one.id);
    expect(await standing(one.id)).toEqual({ rung: 'out', doubts: 3 });
    expect(await mei.ask<VerificationPage>('GET', '/api/directory/verification?rung=out')).toMatchObject({ items: [{ serviceId: one.id, doubts: 3, nextAt: null, doubt: { field: 'phones', method: 'referral', note: null } }], more: false });
    await check({ serviceIds: [one.id] });
    expect(await standing(one.id)).toEqual({ rung: 'fresh', doubts: 0 });
    await doubt(one.id);
    expect(await standing(one.id)).toEqual({ rung: 'call', doubts: 1 });
  });

  it('a field that holds clears the doubts of that field alone', async () => {
    const [one] = await listings('grief-support', 1).then((found) => (found.length ? found : listings('individual-therapy', 1))) as [Listing];
    await doubt(one.id);
    await check({ serviceIds: [one.id], field: 'hours', holds: false, note: 'Closed on Fridays now' });
    expect((await standing(one.id)).doubts).toBe(2);
    await check({ serviceIds: [one.id], field: 'phones' });
    expect((await standing(one.id)).doubts).toBe(1);
  });

  it('twenty at once are twenty also where nothing stood on the ladder yet', async () => {
    const [, one] = await listings('individual-therapy', 2) as [Listing, Listing];
    await Promise.all(Array.from({ length: 20 }, () => doubt(one.id)));
    expect(await standing(one.id)).toEqual({ rung: 'out', doubts: 20 });
  });

  it('twenty at once are twenty', async () => {
    const [, one] = await listings('individual-therapy', 2) as [Listing, Listing];
    await look(0);
    await Promise.all(Array.from({ length: 20 }, () => doubt(one.id)));
    expect(await standing(one.id)).toEqual({ rung: 'out', doubts: 20 });
  });
});

describe('trust by field', () => {
  it('names who said what of each field, and what was found wrong since', async () => {
    const [one] = await listings('individual-therapy', 1) as [Listing];
    await check({ serviceIds: [one.id], by: 'Dana Whitlock, intake' });
    await check({ serviceIds: [one.id], field: 'hours', holds: false, method: 'staff-web' });
    const fields = await mei.ask<FieldTrustView[]>('GET', `/api/directory/services/${one.id}/trust`);
    const of = (field: string): FieldTrustView | undefined => fields.find((each) => each.field === field);
    expect(of('phones')).toMatchObject({ sure: 'sure', method: 'staff-phone', by: 'Dana Whitlock, intake', doubtedOn: null });
    expect(of('hours')).toMatchObject({ sure: 'likely', method: 'staff-phone', doubtedOn: expect.any(String) });
    expect((await mei.send('GET', `/api/directory/services/${uuidv7()}/trust`)).statusCode).toBe(404);
  });
});

describe('the board', () => {
  it('shows what was found wrong first, finds by name, counts by rung; a bulk check tells each row', async () => {
    const [one, two] = await listings('individual-therapy', 2) as [Listing, Listing];
    await look(0);
    await doubt(two.id);
    const board = await mei.ask<VerificationPage>('GET', '/api/directory/verification');
    expect(board.items[0]).toMatchObject({ serviceId: two.id, rung: 'call', doubts: 1 });
    expect(board.counts.reduce((sum, { count }) => sum + count, 0)).toBe((await desk.sql(`select 1 from directory.service where status = 'active'`)).length);
    const nobody = uuidv7();
    const { rows } = await check({ serviceIds: [nobody, one.id, two.id] });
    expect(new Map(rows.map(({ serviceId, done }) => [serviceId, done]))).toEqual(new Map([[nobody, false], [one.id, true], [two.id, true]]));
    expect((await mei.ask<VerificationPage>('GET', '/api/directory/verification?rung=call')).items).toEqual([]);
  });

  it('counts what is overdue by what kind of help it is: checked longer ago than it is to be, or never', async () => {
    const [line] = await listings('crisis-line', 1) as [Listing];
    const [group] = await listings('support-group', 1) as [Listing];
    const [usual, old, never] = await listings('individual-therapy') as [Listing, Listing, Listing];
    const ago = (days: number, ...of: Listing[]): Promise<unknown> => desk.sql(`update directory.service set assured_date = now()::date - $2::int where id = any($1)`, [of.map(({ id }) => id), days]);
    await ago(100, line, group, usual);
    await ago(400, old);
    await desk.sql('update directory.service set assured_date = null where id = $1', [never.id]);
    await look(0);
    const { counts } = await mei.ask<VerificationPage>('GET', '/api/directory/verification');
    expect(counts.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(3); // the line, the old one and the one never checked
    expect(counts.reduce((sum, { never: none }) => sum + none, 0)).toBe(1);
    const found = await mei.ask<VerificationPage>('GET', `/api/directory/verification?search=${encodeURIComponent((await desk.sql<{ name: string }>('select name from directory.service where id = $1', [group.id]))[0]?.name ?? '')}`);
    expect(found.counts).toEqual([{ rung: 'fresh', count: expect.any(Number), overdue: 0, never: 0 }]);
  });

  it('is the stewards’ alone, and its words are read as words', async () => {
    const ruth = await aColleague(desk, 'Ruth Adler', ['SPE']);
    expect((await ruth.send('GET', '/api/directory/verification')).statusCode).toBe(403);
    expect((await mei.ask<VerificationPage>('GET', '/api/directory/verification?search=%25')).items).toEqual([]);
  });
});
