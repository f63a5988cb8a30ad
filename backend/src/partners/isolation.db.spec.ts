import { Client } from 'pg';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { aChoice, anAddress, refer } from '../../test/a-referral.js';
import { type TestDesk } from '../../test/test-database.js';
import { agencyOf, Db, PARTNER_ROLE, SYSTEM, type Tx } from '../platform/index.js';
import { besidePool, dataSource, roleUrl } from '../platform/database/data-source.js';

let desk: TestDesk;
let ruth: Colleague;
let partner: Client;
/** Two agencies, each with a disclosure, an answer, a reply, a listing and a proposal. */
let agencies: { id: string; disclosure: string; service: string }[];

async function anAgency(topics: string[], number: number): Promise<{ id: string; disclosure: string; service: string }> {
  const chosen = await aChoice(desk, ruth, { topics });
  const id = await anAddress(desk, chosen.option, `agency${number}@example.org`);
  const { id: referral } = await refer(ruth, chosen);
  const [row] = await desk.sql<{ id: string }>('select id from partner.disclosure where referral_id = $1', [referral]);
  const disclosure = row?.id ?? '';
  await desk.sql(`insert into partner.answer (id, agency_id, disclosure_id, stage, kind, body) values (uuidv7(), $1, $2, 'first', 'needs-info', '\\x01')`, [id, disclosure]);
  await desk.sql(`insert into partner.reply (id, agency_id, disclosure_id, body, declined, made_by) values (uuidv7(), $1, $2, '\\x01', false, $3)`, [id, disclosure, ruth.id]);
  await desk.sql(`insert into partner.listing (service_id, agency_id, facts) values ($1, $2, '{}')`, [chosen.option.serviceId, id]);
  await desk.sql(`insert into partner.proposal (id, agency_id, service_id, changes) values (uuidv7(), $1, $2, '{}')`, [id, chosen.option.serviceId]);
  await desk.sql(`insert into partner.batch (id, agency_id, rows, faults) values (uuidv7(), $1, '[]', '[]')`, [id]);
  await desk.sql(`insert into partner.draft (agency_id, service_id, field, state, before) values ($1, $2, 'cost', 'right', '""')`, [id, chosen.option.serviceId]);
  await desk.sql(`insert into partner.statement (id, agency_id, service_id, kind, seen) values (uuidv7(), $1, $2, 'confirmed', '')`, [id, chosen.option.serviceId]);
  return { id, disclosure, service: chosen.option.serviceId };
}

beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  agencies = [await anAgency(['low-mood'], 1), await anAgency(['grief'], 2)];
  if (agencies[0]?.id === agencies[1]?.id) throw new Error('Both topics led to one agency');
  partner = new Client({ connectionString: roleUrl(desk.url, PARTNER_ROLE) });
  await partner.connect();
}, 180_000);
afterAll(async () => {
  await partner?.end();
  await desk?.stop();
});

const READABLE = ['disclosure', 'answer', 'reply', 'listing', 'proposal', 'statement', 'batch', 'draft'];
/** Of the others every column. */
const COLUMNS: Readonly<Record<string, string>> = { disclosure: 'agency_id, body', reply: 'id, agency_id, disclosure_id, body, declined, made_at' };
/** Runs statements as the partner's role with an agency set, and takes them back. */
async function as<T>(agency: string | undefined, work: () => Promise<T>): Promise<T> {
  await partner.query('begin');
  if (agency) await partner.query(`select set_config('app.agency_id', $1, true)`, [agency]);
  return work().finally(() => partner.query('rollback'));
}
const refused = (sql: string, values: unknown[] = []): Promise<string> => partner.query(sql, values).then(() => 'accepted', (error: { code?: string }) => error.code ?? 'refused');

describe('T10 the catalogue', () => {
  it('T10 every table of agencies has row level security, forced, with both clauses for the partner', async () => {
    const rows = await desk.sql<{ table: string; on: boolean; forced: boolean; policies: number; granted: boolean }>(`
      select c.relname as table, c.relrowsecurity as on, c.relforcerowsecurity as forced,
        has_any_column_privilege('${PARTNER_ROLE}', c.oid, 'select, insert, update') as granted,
        (select count(*)::int from pg_policies p where p.schemaname = 'partner' and p.tablename = c.relname and '${PARTNER_ROLE}' = any(p.roles) and p.qual is not null and p.with_check is not null) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'partner' and c.relkind in ('r', 'p', 'v', 'm')`);
    expect(rows.length).toBeGreaterThanOrEqual(7);
    expect(rows.filter(({ on, forced }) => !on || !forced)).toEqual([]);
    expect(rows.filter(({ granted }) => granted).map(({ table }) => table).sort()).toEqual([...READABLE].sort());
    expect(rows.filter(({ granted, policies }) => granted && policies !== 1)).toEqual([]);
  });

  it('T10 the partner’s role owns nothing, sees through nothing, is member of nothing, and has no right elsewhere but to add an event and an audit row', async () => {
    const [role] = await desk.sql(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, (select count(*)::int from pg_class where relowner = r.oid) as owns, (select count(*)::int from pg_auth_members where member = r.oid) as groups from pg_roles r where rolname = '${PARTNER_ROLE}'`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0, groups: 0 });
    const rights = await desk.sql<{ right: string }>(`
      select distinct format('%s %s.%s', lower(p.privilege), n.nspname, c.relname) as right
      from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join unnest(array['SELECT','INSERT','UPDATE','REFERENCES']) p (privilege)
      where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'partner') and c.relkind in ('r', 'v', 'm', 'p') and has_any_column_privilege('${PARTNER_ROLE}', c.oid, p.privilege)
      union select format('delete %s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'v', 'm', 'p') and has_table_privilege('${PARTNER_ROLE}', c.oid, 'DELETE, TRUNCATE, TRIGGER')`);
    expect(rights.map(({ right }) => right).sort()).toEqual(['delete partner.draft', 'insert audit.entry', 'insert platform.event']); // a draft is its agency's own
  });

  it('T10 no function runs with its owner’s rights', async () => {
    expect(await desk.sql(`select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`)).toEqual([]);
  });

  it('T10 the desk and the partner serve with plain roles', async () => {
    const rows = await desk.sql<{ who: string }>(`select distinct usename as who from pg_stat_activity where datname = current_database() and application_name like 'referral-desk%' order by 1`);
    expect(rows.map(({ who }) => who)).toEqual(expect.arrayContaining(['desk_app']));
    expect(rows.map(({ who }) => who).filter((who) => !['desk_app', 'partner_app'].includes(who))).toEqual([]);
  });
});

describe('T10 raw statements of the partner’s role', () => {
  it.each(READABLE)('T10 %s: without an agency nothing, with one its own and nothing else', async (table) => {
    const columns = COLUMNS[table] ?? '*';
    expect((await as(undefined, () => partner.query(`select ${columns} from partner.${table}`))).rowCount).toBe(0);
    for (const { id } of agencies) {
      const { rows } = await as(id, () => partner.query<{ agency_id: string }>(`select ${columns} from partner.${table}`));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ agency_id }) => agency_id !== id)).toEqual([]);
    }
    expect((await as(agencies[0]?.id, () => partner.query(`select ${columns} from partner.${table} where agency_id = $1`, [agencies[1]?.id]))).rowCount).toBe(0);
  });

  const [INSUFFICIENT, CHECK] = ['42501', '42501'];
  const forbidden: [string, string, (own: number) => unknown[]][] = [
    ['answers in another agency’s name', `insert into partner.answer (id, agency_id, disclosure_id, stage, kind, body) values (uuidv7(), $1, $2, 'first', 'accepted', '\\x')`, () => [agencies[1]?.id, agencies[1]?.disclosure]],
    ['answers another agency’s disclosure in its own name', `insert into partner.answer (id, agency_id, disclosure_id, stage, kind, body) values (uuidv7(), $1, $2, 'first', 'accepted', '\\x')`, () => [agencies[0]?.id, agencies[1]?.disclosure]],
    ['proposes for another agency’s listing', `insert into partner.proposal (id, agency_id, service_id, changes) values (uuidv7(), $1, $2, '{}')`, () => [agencies[0]?.id, agencies[1]?.service]],
    ['changes an answer', `update partner.answer set kind = 'accepted'`, () => []],
    ['deletes an answer', 'delete from partner.answer', () => []],
    ['writes a disclosure', `insert into partner.disclosure (id, agency_id, referral_id, consent_id, reference, fields, restricted, answer_by) select uuidv7(), agency_id, uuidv7(), uuidv7(), '', '{}', false, now() from partner.answer`, () => []],
    ['replies to itself', `insert into partner.reply (id, agency_id, disclosure_id, body, declined) values (uuidv7(), $1, $2, '\\x', false)`, () => [agencies[0]?.id, agencies[0]?.disclosure]],
    ['changes a reply', `update partner.reply set declined = true`, () => []],
    ['reads who at the desk wrote a reply', 'select made_by from partner.reply', () => []],
    ['reads a request', 'select * from intake.inquiry', () => []],
    ['reads consents', 'select * from referrals.consent', () => []],
    ['reads links', 'select * from partner.link', () => []],
    ['reads codes', 'select * from partner.code', () => []],
    ['reads who has an account', 'select * from partner.member', () => []],
    ['reads who is in', 'select * from partner.member_session', () => []],
    ['reads who stands at the door', 'select * from partner.member_door', () => []],
    ['reads passkeys', 'select * from partner.member_passkey', () => []],
    ['reads what passkeys are asked', 'select * from partner.member_challenge', () => []],
    ['adds a passkey', `insert into partner.member_passkey (id, member_id, agency_id, credential_id, public_key, counter, name, made_at) values (uuidv7(), uuidv7(), $1, '\\x01', '\\x01', 0, 'One', now())`, () => [agencies[0]?.id]],
    ['makes somebody a member', `insert into partner.member (id, agency_id, name, may, invited_at) values (uuidv7(), $1, 'Dana', '{team}', now())`, () => [agencies[0]?.id]],
    ['reads events', 'select * from platform.event', () => []],
    ['reads the audit', 'select * from audit.entry', () => []],
    ['reads mails', 'select * from notifications.mail', () => []],
    ['becomes the desk', 'set role desk_app', () => []],
    ['turns row security off', 'set row_security = off; select id from partner.disclosure', () => []],
    ['drops a policy', 'drop policy own on partner.disclosure', () => []],
  ];
  it.each(forbidden)('T10 is refused when it %s', async (_, sql, values) => {
    expect([INSUFFICIENT, CHECK]).toContain(await as(agencies[0]?.id, () => refused(sql, values(0))));
  });

  it('T10 another agency’s proposal cannot be changed: it is not there', async () => {
    const change = `update partner.proposal set note = 'Not ours' where agency_id = $1`;
    expect((await as(agencies[0]?.id, () => partner.query(change, [agencies[1]?.id]))).rowCount).toBe(0);
    expect((await as(agencies[0]?.id, () => partner.query(change, [agencies[0]?.id]))).rowCount).toBe(1);
  });

  it('A04 T10 the desk’s own role reads no draft: staff see nothing until it is sent', async () => {
    await expect(desk.get(Db).as(SYSTEM, (tx) => tx.query('select 1 from partner.draft'))).rejects.toThrow(/42501/);
    const theirs = `insert into partner.draft (agency_id, service_id, field, state, before) values ($1, $2, 'hours', 'right', '""')`;
    expect(await as(agencies[0]?.id, () => refused(theirs, [agencies[0]?.id, agencies[1]?.service]))).toBe('42501');
    expect(await as(agencies[0]?.id, () => refused('delete from partner.draft where agency_id = $1', [agencies[1]?.id]).then(async () => String((await partner.query('select 1 from partner.draft')).rowCount)))).toBe('1');
  });

  it('T10 a withdrawn disclosure is gone for its agency at the next statement', async () => {
    const [agency] = agencies;
    await desk.sql('update partner.disclosure set withdrawn_at = now() where id = $1', [agency?.disclosure]);
    for (const table of ['disclosure', 'reply']) expect([table, (await as(agency?.id, () => partner.query(`select id from partner.${table}`))).rowCount]).toEqual([table, 0]);
    await desk.sql('update partner.disclosure set withdrawn_at = null where id = $1', [agency?.disclosure]);
  });
});

describe('T10 a pool of two', () => {
  it('T10 10,000 interleaved transactions with errors and cancels: no row of another agency, none without one', async () => {
    const [own, narrow] = await Promise.all([dataSource({ url: roleUrl(desk.url, 'desk_app'), poolSize: 1 }).initialize(), dataSource({ url: roleUrl(desk.url, PARTNER_ROLE), poolSize: 2, statementTimeout: 5000 }).initialize()]);
    const beside = besidePool({ url: roleUrl(desk.url, 'desk_app') });
    const db = new Db(own, narrow, beside);
    const seen = { right: 0, foreign: 0, failed: 0, cancelled: 0, empty: 0 };
    const work = async (tx: Tx, agency: string | undefined, turn: number): Promise<void> => {
      const rows = await tx.query<{ agency: string }>('select agency_id as agency from partner.disclosure union all select agency_id from partner.answer union all select agency_id from partner.reply union all select agency_id from partner.listing');
      if (rows.some((row) => row.agency !== agency)) seen.foreign++;
      else if (!agency) seen.empty++;
      else seen.right++;
      if (turn % 10 === 3) throw new Error('The work failed');
      if (turn % 50 === 7) await tx.query(`select set_config('statement_timeout', '1', true)`).then(() => tx.query('select pg_sleep(2)'));
    };
    let turn = 0;
    const lane = async (): Promise<void> => {
      for (let mine = turn++; mine < 10_000; mine = turn++) {
        const agency = mine % 7 === 0 ? undefined : agencies[Math.floor(Math.random() * 2)]?.id;
        await db.as(agencyOf(agency ?? ''), (tx) => work(tx, agency, mine)).catch((error: Error) => (error.message === 'The work failed' ? seen.failed++ : seen.cancelled++));
      }
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    await own.destroy();
    await narrow.destroy();
    await beside.end();
    console.log(`T10: ${JSON.stringify(seen)}`);
    expect(seen).toMatchObject({ foreign: 0, failed: 1000, cancelled: 200 });
    expect(seen.right + seen.empty).toBe(10_000);
  }, 120_000);

  it('T10 an agency’s visitor gets no other role, whatever way a statement takes', async () => {
    const db = desk.get(Db);
    const who = 'select current_user as who';
    expect(await db.as(agencyOf(agencies[0]?.id ?? ''), (tx) => tx.query(who))).toEqual([{ who: PARTNER_ROLE }]);
    expect(await db.statement(agencyOf(agencies[0]?.id ?? ''), who)).toEqual([{ who: PARTNER_ROLE }]);
    expect(await db.statement(SYSTEM, who)).toEqual([{ who: 'desk_app' }]);
  });
});
