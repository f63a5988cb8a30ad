import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import { type TestDesk } from '../../../test/test-database.js';
import { rolesOf } from '../domain/membership.js';
import { Members } from './members.service.js';

let desk: TestDesk;
let mei: Colleague;
let agencies: string[];

beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  agencies = (await desk.sql<{ id: string }>('select id from directory.organization order by id limit 3')).map(({ id }) => id);
}, 180_000);
afterAll(() => desk?.stop());

const refused = (sql: string, values: unknown[]): Promise<string> => desk.sql(sql, values).then(() => 'accepted', (error: { constraint?: string; code?: string }) => error.constraint ?? error.code ?? 'refused');
let number = 0;
interface Row {
  agency?: string;
  hash?: string;
  may?: string;
  accepted?: boolean;
  /** A member's id, or null; a steward where it is left out. */
  by?: string | null;
}
const INSERT = `
insert into partner.member (id, agency_id, name, email, mail_hash, may, invited_at, invited_by, invited_by_member, accepted_at)
values (uuidv7(), $1, 'Dana Whitlock', $2, $3, $4, now(), $5, $6, case when $7 then now() end) returning id`;
const valuesOf = ({ agency = agencies[0], hash = `m${++number}`, may = '{team}', accepted = true, by }: Row): unknown[] => [agency, `${hash}@example.org`, Buffer.from(hash), may, by === undefined ? mei.id : null, by ?? null, accepted];
const aMember = async (row: Row = {}): Promise<string> => (await desk.sql<{ id: string }>(INSERT, valuesOf(row)))[0]?.id ?? '';
const END = `update partner.member set ended_at = now(), ended_by = $2, ended_by_member = $3, email = null, mail_hash = null where id = $1`;
const SESSION = `insert into partner.member_session (id_hash, member_id, agency_id, made_at, seen_at, proven_at, ends_at) values ($1, $2, $3, now(), now(), now(), now() + interval '12 hours')`;

describe('what the database keeps of members', () => {
  it('one living membership for each agency and address; an ended one is followed by another', async () => {
    const id = await aMember({ hash: 'same' });
    expect(await refused(INSERT, valuesOf({ hash: 'same', accepted: false }))).toBe('member_once');
    expect(await refused(INSERT, valuesOf({ hash: 'same', agency: agencies[1] ?? '' }))).toBe('accepted');
    await desk.sql(END, [id, mei.id, null]);
    expect(await refused(INSERT, valuesOf({ hash: 'same' }))).toBe('accepted');
  });

  it.each([
    ['no right at all', { may: '{}' }, 'member_may'],
    ['a right that nobody knows', { may: '{team,everything}' }, 'member_may'],
    ['invited by nobody', { by: null }, 'member_invited'],
  ])('%s is refused', async (_, row, constraint) => {
    expect(await refused(INSERT, valuesOf(row))).toBe(constraint);
  });

  it('nobody is invited or ended by a member of another agency', async () => {
    const foreign = await aMember({ agency: agencies[1] ?? '' });
    expect(await refused(INSERT, valuesOf({ by: foreign }))).toBe('member_invited_by_colleague');
    await aMember();
    expect(await refused(END, [await aMember(), null, foreign])).toBe('member_ended_by_colleague');
  });

  it('an ended membership has no session, no address, and no way back', async () => {
    await aMember();
    const id = await aMember();
    await desk.sql(SESSION, [Buffer.from('one'), id, agencies[0]]);
    await desk.sql(END, [id, mei.id, null]);
    expect(await desk.sql('select 1 from partner.member_session where member_id = $1', [id])).toEqual([]);
    expect(await desk.sql('select email, mail_hash, name from partner.member where id = $1', [id])).toEqual([{ email: null, mail_hash: null, name: 'Dana Whitlock' }]);
    expect(await refused(SESSION, [Buffer.from('two'), id, agencies[0]])).toBe('session_of_member');
    expect(await refused(`update partner.member set ended_at = null, ended_by = null, email = 'd@example.org', mail_hash = '\\x01' where id = $1`, [id])).toBe('member_over');
  });

  it('who has not accepted has no session, nor one of another agency', async () => {
    expect(await refused(SESSION, [Buffer.from('early'), await aMember({ accepted: false }), agencies[0]])).toBe('session_of_member');
    expect(await refused(SESSION, [Buffer.from('foreign'), await aMember(), agencies[1]])).toBe('session_member');
  });

  it('no session is longer than twelve hours', async () => {
    expect(await refused(SESSION.replace('12 hours', '13 hours'), [Buffer.from('long'), await aMember(), agencies[0]])).toBe('session_hours');
  });

  it('the last who keeps the team is not ended by a member; who does not keep it, and by a steward, anybody', async () => {
    await desk.sql(`update partner.member set ended_at = now(), ended_by = $1, email = null, mail_hash = null where ended_at is null`, [mei.id]);
    const last = await aMember();
    const other = await aMember({ may: '{listings}' });
    await aMember({ accepted: false });
    await aMember({ agency: agencies[1] ?? '' });
    expect(await refused(END, [last, null, last])).toBe('member_last_team');
    expect(await refused(END, [other, null, last])).toBe('accepted');
    const second = await aMember();
    expect(await refused(END, [last, null, second])).toBe('accepted');
    expect(await refused(END, [second, mei.id, null])).toBe('accepted');
  });

  it('a code is a link’s or a door’s, never both or neither', async () => {
    const code = `insert into partner.code (id, link_id, door_id, agency_id, code_hash, expires_at) values (uuidv7(), $1, $2, $3, '\\x01', now())`;
    expect(await refused(code, [null, null, null])).toBe('code_of');
    await desk.sql(`insert into partner.member_door (id, cookie_hash, mail_hash, ends_at) values ('00000000-0000-4000-8000-000000000001', '\\x01', '\\x01', now())`);
    expect(await refused(code, [null, '00000000-0000-4000-8000-000000000001', agencies[0]])).toBe('code_of');
    expect(await refused(code, [null, '00000000-0000-4000-8000-000000000001', null])).toBe('accepted');
  });
});

describe('the desk’s part', () => {
  it('the first who is invited to an agency keeps its team, whatever was ticked, and can ask colleagues in; who comes after them need not', async () => {
    const agency = agencies[2] ?? '';
    const url = `/api/agencies/${agency}/members`;
    interface Team { kept: boolean; items: { id: string; email: string; may: string[] }[] }
    const invite = async (email: string, may: string[]): Promise<Team> => mei.ask<Team>('POST', url, { name: 'Kit Moss', email, may, language: 'en' });
    const mayOf = ({ items }: Team, email: string): string[] | undefined => items.find((one) => one.email === email)?.may;
    expect(await mei.ask<Team>('GET', url)).toEqual({ kept: false, items: [] });
    const first = await invite('first@example.org', ['listings']);
    expect([first.kept, mayOf(first, 'first@example.org')]).toEqual([true, ['listings', 'team']]);
    expect(mayOf(await invite('first@example.org', ['referrals']), 'first@example.org')).toEqual(['referrals', 'team']);
    expect(mayOf(await invite('second@example.org', ['referrals']), 'second@example.org')).toEqual(['referrals']);
    await desk.sql(`update partner.member set invited_at = now() - interval '8 days' where agency_id = $1`, [agency]);
    expect(await mei.ask<Team>('GET', url)).toMatchObject({ kept: false });
    expect(mayOf(await invite('third@example.org', ['listings']), 'third@example.org')).toEqual(['listings', 'team']);
    const [third] = await desk.sql<{ id: string }>(`update partner.member set accepted_at = now() where email = 'third@example.org' returning id`);
    const actor = { id: null, kind: 'agency' as const, roles: rolesOf(['listings', 'team']), name: 'Kit Moss', restricted: false, agencyId: agency, memberId: third?.id ?? '' };
    await desk.get(Members).invite(actor, agency, { name: 'Lee Ash', email: 'fourth@example.org', may: ['listings'], language: 'en' });
    expect(mayOf(await mei.ask<Team>('GET', url), 'fourth@example.org')).toEqual(['listings']);
  });

  it('a steward invites, again for who has not accepted, and ends; who has other roles does not', async () => {
    const url = `/api/agencies/${agencies[1]}/members`;
    const body = { name: 'Kit Moss', email: 'Kit.Moss@Example.org', may: ['listings', 'team'], language: 'es' };
    const { items } = await mei.ask<{ items: { id: string; email: string; may: string[]; acceptedAt: string | null }[] }>('POST', url, body);
    const kit = items.find(({ email }) => email === 'kit.moss@example.org');
    expect(kit).toMatchObject({ may: ['listings', 'team'], acceptedAt: null });
    const again = await mei.ask<{ items: { id: string; may: string[] }[] }>('POST', url, { ...body, may: ['referrals'] });
    expect(again.items.filter(({ id }) => id === kit?.id)).toMatchObject([{ may: ['referrals'] }]);
    await desk.sql('update partner.member set accepted_at = now() where id = $1', [kit?.id]);
    expect((await mei.send('POST', url, body)).json()).toMatchObject({ status: 409, code: 'member.in-already' });
    for (const wrong of [{ ...body, may: [] }, { ...body, may: ['all'] }, { ...body, email: 'x' }, { ...body, name: '' }]) expect((await mei.send('POST', url, wrong)).statusCode).toBe(422);
    expect((await mei.send('POST', `/api/agencies/00000000-0000-4000-8000-000000000009/members`, body)).statusCode).toBe(404);
    const ruth = await aColleague(desk, 'Ruth Adler');
    for (const answer of [await ruth.send('GET', url), await ruth.send('POST', url, body), await ruth.send('POST', `/api/members/${kit?.id}/end`)]) expect(answer.statusCode).toBe(403);
    expect((await mei.send('POST', `/api/members/${kit?.id}/end`)).statusCode).toBe(204);
    expect((await mei.send('POST', `/api/members/${kit?.id}/end`)).statusCode).toBe(404);
    const acts = await desk.sql(`select body->>'reason' as reason from audit.entry where body->>'objectId' = $1 and body->>'act' = 'member.manage' order by id`, [kit?.id]);
    expect(acts).toEqual([{ reason: 'invited' }, { reason: 'invited' }, { reason: 'ended' }]);
    expect(await desk.sql(`select body from platform.event where type like 'member.%' and body::text ~ 'example|Kit'`)).toEqual([]);
  });
});
