import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { command, type Outcome } from '../../test/a-command.js';
import { idOf, sent } from '../../test/an-inquiry.js';
import { handOn } from '../../test/hand-on.js';
import { settled } from '../../test/settled.js';
import { testDatabase, testDesk, type TestDatabase, type TestDesk } from '../../test/test-database.js';
import { AuditSealer, AuditVerifier } from '../audit/index.js';
import { Dispatcher, ownerTransaction, uuidv7, type Ask } from '../platform/index.js';
import { Demo, DEMO_PASSWORD } from '../seed/index.js';
import { ReferenceSeed } from '../seed/reference/reference.js';
import { dump } from './backup/dump.js';
import { everyTable, LEFT_OUT, rowsOf } from './backup/tables.js';

const WORDS = 'The quill that nobody else may read.';
const NOTE = 'Called the county line; they have room.';
/** What another cluster's transactions may have been called: far beyond those of this one. */
const FAR = 1_000_000_000;

let desk: TestDesk;
let ruth: Colleague;
let inquiry: string;
let archive: string;
let ring: string;
let made: Outcome;
let waiting: string[];

const run = (args: readonly string[], database: TestDatabase, over: Record<string, string> = {}): Promise<Outcome> =>
  command(args, { DATABASE_URL: database.url, DATA_DIR: database.config.DATA_DIR, KEY_RING: ring, DEMO: '1', LOG_LEVEL: 'silent', ...over });
const askOf = ({ sql }: TestDatabase): Ask => (text, values) => sql(text, values);
const sealAll = async (on: TestDesk) => {
  await settled(on);
  while (await on.get(AuditSealer).seal());
};

beforeAll(async () => {
  desk = await testDesk();
  await desk.get(ReferenceSeed).run();
  await desk.get(Demo).load(() => undefined);
  ruth = await aColleague(desk, 'Ruth Quill');
  const { reference } = await sent(desk, { words: WORDS });
  inquiry = await idOf(desk, reference);
  await ruth.ask('POST', `/api/inquiries/${inquiry}/claim`);
  await ruth.ask('POST', `/api/inquiries/${inquiry}/notes`, { id: uuidv7(), text: NOTE, audience: 'desk' });
  await ruth.ask('PUT', `/api/inquiries/${inquiry}/draft`, { text: 'Half a' });
  await desk.sql(`update directory.organization set legal_status = E'Quotes "and", commas\\nlines \\\\ and (brackets) ''here''' where id = (select min(id::text)::uuid from directory.organization)`);
  await desk.sql(`update directory.taxonomy_term set parent_id = (select id from directory.taxonomy_term order by id desc limit 1) where id = (select id from directory.taxonomy_term order by id limit 1)`);
  await settled(desk);
  await handOn(desk);
  await sealAll(desk);
  await sent(desk, { safety: 'no' }); // its event is not handled, its entries are not sealed
  await desk.sql(`update platform.event set xid = (select max(xid) from platform.event) where id = (select min(id) from platform.event where type = 'inquiry.submitted')`); // one that committed late: a low id, and not handled
  await desk.sql('alter table audit.entry disable trigger entry_refuse');
  for (const table of ['platform.event', 'audit.entry', 'platform.event_cursor']) await desk.sql(`update ${table} set xid = (xid::text::bigint + ${FAR})::text::xid8`);
  await desk.sql('alter table audit.entry enable trigger entry_refuse');
  waiting = (await desk.sql<{ id: string }>(`select e.id::text as id from platform.event e, platform.event_cursor c where (e.xid, e.id) > (c.xid, c.id) order by e.id`)).map(({ id }) => id);
  expect(waiting.length).toBeGreaterThan(0);
  ring = readFileSync(join(desk.config.DATA_DIR, 'keys', 'ring'), 'utf8').trim();
  archive = join(desk.config.DATA_DIR, 'desk.backup');
  made = await run(['backup', archive], desk, { KEY_RING: '' });
}, 120_000);
afterAll(() => desk.stop());

describe('backup', () => {
  it('says what is in it, what is not, and where the key ring lies that it needs', () => {
    expect(made).toEqual({ code: 0, text: expect.stringMatching(/desk\.backup: [\d,]+ rows of \d+ tables, [\d,]+ KiB, as of migration \w+\.\nAudit: \d+ seals, the last is [0-9a-f]{64}\.\nNot in it: the key ring, sessions/) });
    expect(made.text).toContain(`The ring is ${join(desk.config.DATA_DIR, 'keys', 'ring')}. Keep a copy of it in another place`);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
  });

  it('can be read by nobody: no word of it stands in the file', () => {
    const text = readFileSync(archive).toString('latin1');
    for (const word of ['Quill', 'inquiry', 'example.org', ring.split(':')[2] ?? '']) expect(text).not.toContain(word);
  });

  it('never replaces a file, leaves nothing of one that fails, and is written into the audit', async () => {
    expect(await run(['backup', archive], desk)).toEqual({ code: 64, text: `${archive} is there already. A backup never replaces another.\n` });
    expect(await run(['backup', '/nowhere/at/all'], desk)).toEqual({ code: 1, text: '/nowhere/at/all.partial cannot be written (ENOENT).\n' });
    expect(existsSync(`${archive}.partial`)).toBe(false);
    expect(await desk.sql(`select 1 from audit.entry where body->>'act' = 'backup.make'`)).toHaveLength(2);
  });

  it('takes no transaction number: events and seals do not wait for it', async () => {
    await ownerTransaction(desk.url, { frozen: true }, async (ask) => {
      for await (const line of dump(ask, () => undefined)) expect(line).not.toBe('');
      expect(await ask('select pg_current_xact_id_if_assigned() as xid')).toEqual([{ xid: null }]);
    });
  });

  it('knows each table that it leaves out', async () => {
    const names = (await everyTable(askOf(desk))).map(({ name }) => name);
    expect(Object.keys(LEFT_OUT).filter((name) => !names.includes(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['intake.inquiry', 'audit.seal', 'referrals.option', 'directory.zip']));
    expect(names.filter((name) => name.startsWith('pgboss'))).toEqual([]);
  });
});

describe('restore', () => {
  let target: TestDesk;
  let done: Outcome;
  beforeAll(async () => {
    target = await testDesk({ KEY_RING: ring });
    done = await run(['restore', archive], target);
  }, 180_000);
  afterAll(() => target.stop());

  it('says what it checked', async () => {
    const [sealed] = await desk.sql<{ n: number }>('select least(100, (select count(*) from intake.note) + sum(num_nonnulls(identity, safe_contact, words, facts)))::int as n from intake.inquiry');
    expect(done.text).toContain(`Sealed values: ${sealed?.n} opened with the key ring.`);
    expect(sealed?.n).toBeGreaterThan(40);
    expect(done).toEqual({ code: 0, text: expect.stringMatching(/^The archive is whole and its key is in the ring\.\n[\d,]+ of [\d,]+ rows\nRows: all \d+ tables have as many as the backup of .*\nAudit: the chain of \d+ seals is whole and ends where the backup said; \d+ wait for the desk\.\nSealed values: \d+ opened/) });
  });

  it('puts the same rows into every table', async () => {
    /** What differs on purpose: numbers of transactions, and the restore's own audit entry. */
    const plain = (table: { name: string; columns: string[]; ownParent: boolean }) => {
      const columns = table.columns.filter((column) => column !== 'xid');
      const where = table.name === 'audit.entry' ? `where body->>'act' not like 'backup.%'` : '';
      return `select row::text as row from (select ${columns.map((column) => `"${column}"`).join(', ')} from ${table.name.split('.').map((part) => `"${part}"`).join('.')} ${where}) row order by 1`;
    };
    const tables = (await everyTable(askOf(desk))).filter(({ name }) => !(name in LEFT_OUT) && name !== 'platform.event_cursor');
    const different: string[] = [];
    let rows = 0;
    for (const table of tables) {
      const [before, after] = [await desk.sql(plain(table)), await target.sql(plain(table))];
      rows += before.length;
      if (JSON.stringify(before) !== JSON.stringify(after)) different.push(`${table.name}: ${before.length} and ${after.length} rows`);
    }
    expect(different).toEqual([]);
    expect(rows).toBeGreaterThan(40_000);
    expect((await desk.sql('select parent_id from directory.taxonomy_term where parent_id is not null')).length).toBeGreaterThan(1);
  });

  it('computes the listings anew, and leaves out what is not to be kept', async () => {
    const facts = 'select service_id, status, facts from directory.listing order by service_id';
    expect(await target.sql(facts)).toEqual(await desk.sql(facts));
    for (const table of ['people.session', 'people.throttle', 'pages.visit']) expect(await target.sql(`select 1 from ${table}`)).toEqual([]);
  });

  it('lets people sign in, open a request, see who asked and read its notes and drafts', async () => {
    const answer = await target.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: 'ruth.quill@example.org', password: 'four quiet words here' } });
    expect(answer.statusCode).toBe(200);
    const headers = { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`, 'x-csrf-token': answer.json<{ csrf: string }>().csrf };
    const view = await target.app.inject({ method: 'GET', url: `/api/inquiries/${inquiry}`, headers });
    expect(view.body).toContain(WORDS);
    expect(view.body).toContain(NOTE);
    expect((await target.app.inject({ method: 'GET', url: `/api/inquiries/${inquiry}/draft`, headers })).body).toContain('Half a');
    expect((await target.app.inject({ method: 'POST', url: `/api/inquiries/${inquiry}/reveal`, headers, payload: { reason: 'contact-now' } })).body).toContain('Teodora Quill');
    expect((await target.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: 'ruth@example.org', password: DEMO_PASSWORD } })).statusCode).toBe(200);
  });

  it('goes on: what was not handled is handled once, what was is not, and what is new comes after', async () => {
    const handled: string[] = [];
    for (const type of ['inquiry.submitted', 'inquiry.claimed']) target.get(Dispatcher).on(type, (_, { id }) => Promise.resolve(void handled.push(id)));
    await handOn(target);
    const submitted = (await target.sql<{ id: string }>(`select id::text as id from platform.event where id = any($1::bigint[]) and type in ('inquiry.submitted', 'inquiry.claimed') order by id`, [waiting])).map(({ id }) => id);
    expect(submitted.length).toBeGreaterThan(0);
    expect(handled).toEqual(submitted);
    const { reference } = await sent(target, { words: 'A new one.' });
    await settled(target);
    await handOn(target);
    const [fresh] = await target.sql<{ id: string }>(`select e.id::text as id from platform.event e join intake.inquiry i on i.id = e.subject where i.reference = $1 and e.type = 'inquiry.submitted'`, [reference]);
    expect(handled).toEqual([...submitted, fresh?.id]);
  });

  it('seals what waited and what is new onto the old chain, which stays whole', async () => {
    const before = await target.get(AuditVerifier).verify();
    expect(before.unsealed).toBeGreaterThan(0);
    await sealAll(target);
    const after = await target.get(AuditVerifier).verify();
    expect(after).toEqual({ checked: before.checked + before.unsealed, unsealed: 0 });
    expect(await run(['verify-audit'], target)).toEqual({ code: 0, text: expect.stringContaining('The audit is whole.') });
  });

  it('refuses a database that holds something, and names it', async () => {
    const { code, text } = await run(['restore', archive], target);
    expect([code, text]).toEqual([1, expect.stringMatching(/The database is not empty: .*people\.account \(\d+\).*Nothing was changed\.\n$/)]);
  });
});

describe('restore refuses, and leaves the database as empty as it was,', () => {
  let empty: TestDatabase;
  let copy: string;
  beforeAll(async () => {
    empty = await testDatabase();
    mkdirSync(empty.config.DATA_DIR, { recursive: true });
    copy = join(empty.config.DATA_DIR, 'copy.backup');
  });
  afterAll(() => empty.drop());
  beforeEach(() => copyFileSync(archive, copy));
  afterEach(async () => {
    for (const { name, ...table } of await everyTable(askOf(empty))) if (!['platform.migration', 'settings.desk'].includes(name)) expect([name, ...(await empty.sql(rowsOf({ name, ...table })))]).toEqual([name]);
  });

  const flip = (at: (size: number) => number) => {
    const bytes = readFileSync(copy);
    bytes[at(bytes.length)]! ^= 1;
    writeFileSync(copy, bytes);
  };
  it.each<[string, (size: number) => number, RegExp]>([
    ['in the middle', (size) => size >> 1, /is damaged: it is not what was written/],
    ['behind the first line', () => 120, /is damaged/],
    ['in its last byte', (size) => size - 1, /is damaged/],
    ['in the mark of the key', () => 25, /another key ring, or its first line is damaged/],
    ['in the salt', () => 50, /another key ring, or its first line is damaged/],
    ['in the nonce', () => 74, /is damaged/],
    ['in its name', () => 3, /is not a backup of this product/],
  ])('an archive with one bit changed %s', async (_, at, sentence) => {
    flip(at);
    expect(await run(['restore', copy], empty)).toEqual({ code: 1, text: expect.stringMatching(sentence) });
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4096)],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(32)])],
    ['empty', () => Buffer.alloc(0)],
  ])('an archive that is %s', async (_, change) => {
    writeFileSync(copy, change(readFileSync(copy)));
    expect(await run(['restore', copy], empty)).toEqual({ code: 1, text: expect.stringMatching(/is damaged|is not a backup/) });
  });

  it('without a key ring, and makes none', async () => {
    expect(await run(['restore', copy], empty, { KEY_RING: '' })).toEqual({ code: 1, text: expect.stringContaining(`There is no key ring. Put your copy to ${join(empty.config.DATA_DIR, 'keys', 'ring')}`) });
    expect(existsSync(join(empty.config.DATA_DIR, 'keys'))).toBe(false);
  });

  it('with another ring, or a ring that lacks a key in use', async () => {
    const other = (name: string) => `${name}:active:${randomBytes(32).toString('base64')}`;
    expect((await run(['restore', copy], empty, { KEY_RING: other('k1') })).text).toContain('was made with another key ring');
    expect((await run(['restore', copy], empty, { KEY_RING: `${ring.replace(':active:', ':retired:')},${other('k2')}` })).text).toContain('The key ring lacks k1 (missing or retired)');
  });

  it('a backup of another version, and names the difference', async () => {
    await empty.sql(`insert into platform.migration (timestamp, name) values (9999999999999, 'Tomorrow9999999999999')`);
    expect(await run(['restore', copy], empty)).toEqual({ code: 1, text: expect.stringContaining('Migrations only in the backup: none. Only in this product: Tomorrow9999999999999.') });
    await empty.sql(`delete from platform.migration where name like 'Tomorrow%'`);
    await empty.sql('alter table intake.need add column by_hand text');
    expect((await run(['restore', copy], empty)).text).toContain('Somebody changed one of the databases by hand');
    await empty.sql('alter table intake.need drop column by_hand');
  });

  it('and tells of acts that the anchors know and the backup does not', async () => {
    writeFileSync(join(empty.config.DATA_DIR, 'audit-anchors.log'), `2026-11-24T21:00:00.000Z 999999 ${'a'.repeat(64)}\n`);
    const rotated = `${ring.replace(':active:', ':decrypt-only:')},k2:active:${randomBytes(32).toString('base64')}`;
    const { code, text } = await run(['restore', copy], empty, { KEY_RING: rotated }); // a ring that has grown since opens it
    expect([code, text]).toEqual([0, expect.stringMatching(/tells of [\d,]+ seals after the backup: those acts are lost/)]);
    await empty.drop();
    empty = await testDatabase();
  }, 180_000);
});
