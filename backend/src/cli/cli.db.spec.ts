import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { command, type Outcome } from '../../test/a-command.js';
import { settled } from '../../test/settled.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import { Audit, AuditSealer } from '../audit/index.js';
import { SYSTEM } from '../platform/index.js';

const PASSWORD = 'four quiet words here';
const NOWHERE = { DATABASE_URL: 'postgresql://owner:not-to-be-shown@127.0.0.1:9/none' };
const STACK = /^\s+at /m;

let desk: TestDesk;
let environment: Record<string, string>;
beforeAll(async () => {
  desk = await testDesk();
  environment = { DATABASE_URL: desk.url, DATA_DIR: desk.config.DATA_DIR, DEMO: '1', LOG_LEVEL: 'silent' };
});
afterAll(() => desk.stop());

const run = (args: readonly string[], over: Record<string, string> = {}, input = ''): Promise<Outcome> => command(args, { ...environment, ...over }, input);

describe('the command line', () => {
  it.each(['create-admin', 'import', 'import-vocabulary', 'export', 'seed-demo', 'verify-audit', 'doctor', 'backup', 'restore'])('explains %s with an example, without any database', async (name) => {
    const { code, text } = await run([name, '--help'], NOWHERE);
    expect(code).toBe(0);
    expect(text).toContain(`Usage: npm run desk -- ${name}`);
    expect(text).toMatch(new RegExp(`Example:\\n  npm run desk -- ${name}`));
  });

  it.each([
    ['nothing', [], 'Commands:'],
    ['an unknown command', ['creat-admin'], "Unknown command 'creat-admin'"],
    ['a missing argument', ['import'], "Missing required argument 'path'"],
    ['an unknown option', ['doctor', '--loud'], "Unknown option '--loud'"],
    ['a path to nothing', ['import', '/nowhere/at-all'], 'There is nothing at /nowhere/at-all.'],
    ['a form that nobody reads', ['export', '/tmp/never-made', '--as', 'xml'], '--as takes json, ndjson, csv.'],
    ['a question that nobody can answer', ['create-admin'], 'Say --email'],
  ])('answers %s with a sentence and 64', async (_, args, sentence) => {
    const { code, text } = await run(args, NOWHERE);
    expect([code, text]).toEqual([64, expect.stringContaining(sentence)]);
    expect(text).not.toMatch(STACK);
  });

  it('names every fault of the configuration and ends with 78', async () => {
    const { code, text } = await run(['verify-audit'], { PORT: 'many', BASE_URL: 'http://desk.example.org' });
    expect([code, text]).toEqual([78, expect.stringMatching(/2 faults[^]*PORT[^]*BASE_URL/)]);
  });

  it('says that the database is away, and shows neither password nor stack', async () => {
    const { code, text } = await run(['verify-audit'], NOWHERE);
    expect([code, text]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
    expect(text).not.toMatch(/not-to-be-shown|^\s+at /m);
  });
});

describe('create-admin', () => {
  const signIn = async (password: string): Promise<number> => (await desk.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email: 'ada@example.org', password } })).statusCode;
  const args = ['create-admin', '--email', ' Ada@Example.org', '--name', 'Ada Quill'];

  it('makes an administrator who can sign in, and never overwrites one', async () => {
    expect(await run(args, {}, `${PASSWORD}\n`)).toEqual({ code: 0, text: 'The administrator ada@example.org can sign in at the desk now.\n' });
    expect(await signIn(PASSWORD)).toBe(200);
    expect(await run(args, {}, 'four other words here\n')).toEqual({ code: 1, text: 'There is an account with this address already. It was not changed.\n' });
    expect([await signIn(PASSWORD), await signIn('four other words here')]).toEqual([200, 401]);
    expect(await desk.sql(`select roles from people.account where email = 'ada@example.org'`)).toEqual([{ roles: ['ADM'] }]);
    expect(await desk.sql(`select body->>'act' as act from audit.entry where body->>'act' like 'account.%'`)).toEqual([{ act: 'account.create' }]);
  });

  it('takes the password from a file, and refuses a weak one, a bad address, an empty name', async () => {
    const file = join(desk.config.DATA_DIR, 'password');
    writeFileSync(file, `${PASSWORD}\r\nsecond line\n`);
    expect((await run(['create-admin', '--email', 'bo@example.org', '--name', 'Bo Quill', '--password-file', file])).code).toBe(0);
    expect(await run(['create-admin', '--email', 'cy@example.org', '--name', 'Cy'], {}, 'short')).toEqual({ code: 1, text: 'Use at least 15 characters. Four words are fine.\n' });
    expect(await run(['create-admin', '--email', 'cy', '--name', 'Cy'], {}, PASSWORD)).toEqual({ code: 1, text: 'Write an address such as name@example.org\n' });
    expect(await run(['create-admin', '--email', 'cy@example.org', '--name', ' '], {}, PASSWORD)).toMatchObject({ code: 64 });
    expect(await run(['create-admin', '--email', 'cy@example.org', '--name', 'Cy', '--password-file', '/nowhere'])).toEqual({ code: 64, text: '/nowhere cannot be read (ENOENT).\n' });
    expect(await desk.sql(`select email from people.account where email <> 'ada@example.org'`)).toEqual([{ email: 'bo@example.org' }]);
  });
});

describe('import', () => {
  const service = { id: '00000000-0000-4000-8000-000000000001', name: 'Alder Pantry', status: 'active', description: 'Food <b>boxes</b>', url: 'pantry.example.org', email: 'not an address', organization: { id: '00000000-0000-4000-8000-000000000002', name: 'Alder', description: 'An organization' } };
  const folder = () => join(desk.config.DATA_DIR, 'given');
  const file = () => join(folder(), 'County 211.json');

  beforeAll(() => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(file(), JSON.stringify({ services: [service] }));
  });

  it('reports every repair and refusal with its place, and keeps the whole report', async () => {
    const { code, text } = await run(['import', file()]);
    expect(code).toBe(0);
    expect(text).toMatch(/^1 service read\. .*\n {2}New: {5}1 service, 1 organization\n {2}Changed: nothing\n {2}Removed: nothing\n/m);
    expect(text).toMatch(/Refused {7}1 {2}email-unreadable: .*\n\s+County 211\.json, column email, row 1\n/);
    expect(text).toMatch(/Repaired {6}1 {2}html: .*\n\s+County 211\.json, column description, row 1\n/);
    const report = /Every finding: (.*)\n/.exec(text)?.[1] ?? '';
    expect(statSync(report).mode & 0o777).toBe(0o600);
    expect(readFileSync(report, 'utf8')).toContain('"refused","email-unreadable","County 211.json","1","email",');
    expect(await desk.sql(`select name, source from directory.service`)).toEqual([{ name: 'Alder Pantry', source: 'county-211' }]);
  });

  it('changes nothing the second time, and says so', async () => {
    const { code, text } = await run(['import', file()]);
    expect([code, text]).toEqual([0, expect.stringMatching(/New: {5}nothing\n {2}Changed: nothing\n {2}Removed: nothing\n {2}No longer named, so retired: 0 services\nNothing has changed/)]);
    expect(readdirSync(join(desk.config.DATA_DIR, 'imports'))).toHaveLength(2);
  });

  it('retires what a complete source no longer names', async () => {
    writeFileSync(file(), '[]');
    expect((await run(['import', file(), '--complete'])).text).toContain('No longer named, so retired: 1 service\n');
  });

  it('reads a folder of CSV files, and says row and column as a spreadsheet counts them', async () => {
    const csv = join(desk.config.DATA_DIR, 'County CSV');
    mkdirSync(csv);
    writeFileSync(join(csv, 'organizations.csv'), 'id,name,description\n1,Birch,An organization\n');
    writeFileSync(join(csv, 'services.csv'), 'id,organization_id,name,status,description,url\n1,1,Birch Closet,active,Coats,\n2,1,Birch Rides,active,Rides,birch.example.org\n');
    const { code, text } = await run(['import', csv]);
    expect([code, text]).toEqual([0, expect.stringMatching(/url-scheme: .*\n\s+services\.csv, column url, row 3\n/)]);
    expect(await desk.sql(`select name from directory.service where source = 'county-csv' order by name`)).toEqual([{ name: 'Birch Closet' }, { name: 'Birch Rides' }]);
    expect((await run(['import', csv])).text).toContain('Nothing has changed');
  });

  it('guesses what the columns of a table fill, says so before it reads, and reads by it when told to', async () => {
    const table = join(folder(), 'Cedar list.csv');
    writeFileSync(table, 'Programa,Organización,Teléfono,Contact name\r\nCedar Bread,Cedar House,203-555-0177,Dana Whitlock\r\n');
    const asked = await run(['import', table]);
    expect(asked).toMatchObject({ code: 64, text: expect.stringMatching(/--mapping guess takes this[^]*"Programa": name\n {2}"Organización": organization\.name\n {2}"Teléfono": phone\n {2}"Contact name": \(left out\)/) });
    const { code, text } = await run(['import', table, '--mapping', 'guess']);
    expect([code, text]).toEqual([0, expect.stringMatching(/^Guessed from the names of the columns:[^]*1 service read\. [^]*The service “Cedar Bread” has no description: it is listed without one/)]);
    expect(await desk.sql(`select s.name, o.name as organization, p.number from directory.service s join directory.organization o on o.id = s.organization_id join directory.phone p on p.service_id = s.id where s.source = 'cedar-list'`)).toEqual([{ name: 'Cedar Bread', organization: 'Cedar House', number: expect.stringContaining('555-0177') }]);
    writeFileSync(table, 'Kind,County\r\nBread,Fairfield\r\n');
    expect(await run(['import', table, '--mapping', 'guess'])).toMatchObject({ code: 64, text: expect.stringContaining('No column of') });
    expect(await run(['import', file(), '--mapping', 'guess'])).toMatchObject({ code: 64, text: expect.stringContaining('is for tables') });
    for (const table of ['service', 'organization']) await desk.sql(`delete from directory.${table} where source = 'cedar-list'`);
  });

  it('refuses a file that is not JSON, JSON without services, a folder without services.csv', async () => {
    writeFileSync(file(), 'name;phone');
    expect(await run(['import', file()])).toEqual({ code: 1, text: `${file()} is not JSON. Nothing was imported.\n` });
    writeFileSync(file(), '{"people": []}');
    expect(await run(['import', file()])).toEqual({ code: 1, text: 'The file holds no list of HSDS services.\n' });
    expect(await run(['import', folder()])).toMatchObject({ code: 64, text: expect.stringContaining('no services.csv') });
  });
});

/** What a command has loaded when it ends, of the parts that only a desk with people at it needs. */
async function loadedBy(args: readonly string[], over: Record<string, string> = {}): Promise<string[]> {
  const [watch, list] = ['watch.cjs', 'loaded.json'].map((name) => join(desk.config.DATA_DIR, name)) as [string, string];
  writeFileSync(watch, `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))))`);
  await run(args, { ...over, NODE_OPTIONS: `--require ${watch}` });
  const files = JSON.parse(readFileSync(list, 'utf8')) as string[];
  expect(files.length).toBeGreaterThan(100);
  return Object.entries(HEAVY).flatMap(([part, file]) => (files.some((one) => file.test(one)) ? [part] : []));
}
const HEAVY = { database: /node_modules\/typeorm\//, files: /dist\/interop\/hsds\/hsds-import/, pages: /dist\/pages\//, requests: /dist\/intake\/intake\.module/, routes: /\.controller\.js$/, contract: /@nestjs\/swagger/, server: /node_modules\/pg-boss\// };

describe('a start', () => {
  it('loads what the command needs: nothing of the desk for help, for listings no room where people are received', async () => {
    const file = join(desk.config.DATA_DIR, 'one.json');
    writeFileSync(file, JSON.stringify({ services: [{ id: 'a-start', name: 'Cedar Start', organization: { id: 'a-start-agency', name: 'Cedar Start House' } }] }));
    expect(await loadedBy(['help'], NOWHERE)).toEqual([]);
    expect(await loadedBy(['import', file, '--source', 'start', '--dry-run'])).toEqual(['database', 'files']);
    expect(await loadedBy(['verify-audit'])).toEqual(['database', 'files']);
  });
});

describe('export', () => {
  const folder = (name: string) => join(desk.config.DATA_DIR, 'exports', name);

  it.each([
    ['json', ['hsds.json'], /2 organizations, 3 services\.\nTo read it into another desk: npm run desk -- import .*hsds\.json --source <name>\n$/],
    ['ndjson', ['organizations.ndjson', 'services.ndjson'], /2 organizations, 3 services\./],
    ['csv', ['datapackage.json', 'organizations.csv', 'services.csv'], /2 organization, 3 service\./],
  ])('writes %s into a folder of its own; read back, it leaves the listings as their own sources tell them', async (form, files, said) => {
    const { code, text } = await run(['export', folder(form), '--as', form]);
    expect([code, text]).toEqual([0, expect.stringMatching(said)]);
    expect(readdirSync(folder(form)).sort()).toEqual(files);
    const again = await run(['import', form === 'json' ? join(folder(form), 'hsds.json') : folder(form), '--source', 'read-back']);
    expect([again.code, again.text]).toEqual([0, expect.stringMatching(/Nothing has changed[^]*Refused: 5\.[^]*id-of-other-source/)]);
  });

  it('never writes into a folder that holds something', async () => {
    expect(await run(['export', folder('json')])).toEqual({ code: 64, text: `${folder('json')} is not empty.\n` });
    expect(await run(['export', join(folder('json'), 'hsds.json')])).toMatchObject({ code: 1, text: expect.stringContaining('cannot be written') });
  });
});

describe('seed-demo', () => {
  it('refuses outside demo mode and leaves the database as it is', async () => {
    const { code, text } = await run(['seed-demo'], { DEMO: '0' });
    expect([code, text]).toEqual([1, expect.stringContaining('not in demo mode')]);
    expect(await desk.sql('select 1 from people.account where demo')).toEqual([]);
  });

  it('loads the invented county once', async () => {
    expect(await run(['seed-demo'])).toEqual({ code: 0, text: expect.stringContaining('The demo is loaded.') });
    const before = await desk.sql('select count(*) from intake.inquiry');
    expect(await run(['seed-demo'])).toEqual({ code: 0, text: 'The demo was loaded already. Nothing was changed.\n' });
    expect(await desk.sql('select count(*) from intake.inquiry')).toEqual(before);
  });
});

describe('verify-audit', () => {
  const enough = async () => {
    for (let n = 0; n < 5; n++) await desk.get(Audit).alone(SYSTEM, { act: 'settings.change', object: 'settings', objectId: null });
    await settled(desk);
    while (await desk.get(AuditSealer).seal());
  };

  it('finds the chain whole, and broken where the owner edited a row past the refusing trigger', async () => {
    await enough();
    expect(await run(['verify-audit'])).toEqual({ code: 0, text: expect.stringContaining('The audit is whole.') });
    await desk.sql('alter table audit.entry disable trigger entry_refuse');
    await desk.sql(`update audit.entry set body = body || '{"reason":"another"}' where id = (select entry_id from audit.seal where seq = 3)`);
    await desk.sql('alter table audit.entry enable trigger entry_refuse');
    expect(await run(['verify-audit'])).toEqual({ code: 1, text: expect.stringContaining('broken at seal 3. An audit row was changed') });
    await desk.sql('alter table audit.entry disable trigger entry_refuse');
    await desk.sql(`update audit.entry set body = body - 'reason' where id = (select entry_id from audit.seal where seq = 3)`);
    await desk.sql('alter table audit.entry enable trigger entry_refuse');
  });

  it('finds that the end was cut off by the anchors in the data folder', async () => {
    await enough();
    const [last] = await desk.sql<{ line: string }>(`select format('2026-11-24T21:00:00.000Z %s %s', seq, encode(hash, 'hex')) as line from audit.seal s order by s.seq desc limit 1`);
    writeFileSync(join(desk.config.DATA_DIR, 'audit-anchors.log'), `${last?.line}\nhalf a li\n`);
    expect(await run(['verify-audit'])).toEqual({ code: 0, text: expect.stringContaining('1 line of the anchors file cannot be read') });
    await desk.sql('alter table audit.seal disable trigger seal_refuse');
    await desk.sql('delete from audit.seal where seq = (select max(seq) from audit.seal)');
    await desk.sql('alter table audit.seal enable trigger seal_refuse');
    expect(await run(['verify-audit'])).toEqual({ code: 1, text: expect.stringContaining('shorter than an anchor says') });
  });
});

describe('doctor', () => {
  const lineOf = (text: string, name: string): string => text.split('\n').find((line) => line.includes(name)) ?? '';

  it('says what is wrong and what to do, and ends with 1', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => closed.once('listening', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const role = `t_high_${process.pid}`;
    await desk.sql(`create role ${role} login bypassrls`);
    const url = new URL(desk.url);
    url.username = role;
    chmodSync(desk.config.DATA_DIR, 0o755);
    await desk.sql(`update intake.inquiry set data_key = '\\x026b39'::bytea || substring(data_key from 4) where id = (select min(id::text)::uuid from intake.inquiry)`);
    await desk.sql('update settings.desk set on_call_email = null, supervisor_email = null');
    const { code, text } = await run(['doctor'], { DEMO: '0', DATABASE_URL_DESK: url.toString(), SMTP_URL: `smtp://desk:hidden-word@127.0.0.1:${port}` });
    await desk.sql(`drop role ${role}`);
    expect(code).toBe(1);
    for (const [name, fault] of Object.entries({ 'Data folder': '755', Mail: 'ECONNECTION|ECONNREFUSED|ESOCKET', Roles: role, Durability: 'fsync', 'Keys in use': 'k9 missing', 'Crisis lines': 'nobody has confirmed', 'On call': 'nobody is told' })) {
      expect(lineOf(text, name)).toMatch(new RegExp(`^WRONG.*(${fault})`));
    }
    expect(text.match(/→/g)).toHaveLength(7);
    expect(text).not.toMatch(/hidden-word|^\s+at /m);
  });

  it('finds the same things well when they are', async () => {
    const mails = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
    await new Promise<void>((done) => mails.listen(0, '127.0.0.1', done));
    chmodSync(desk.config.DATA_DIR, 0o700);
    await desk.sql(`update intake.inquiry set data_key = '\\x026b31'::bytea || substring(data_key from 4)`);
    await desk.sql(`update settings.desk set lines_confirmed_at = now(), on_call_email = 'on-call@example.org'`);
    const { text } = await run(['doctor'], { DEMO: '0', SMTP_URL: `smtp://127.0.0.1:${(mails.server.address() as AddressInfo).port}` });
    await new Promise<void>((done) => mails.close(() => done()));
    for (const name of ['Configuration', 'Node', 'Data folder', 'Keys  ', 'Disk', 'Mail', 'Database', 'Migrations', 'Roles', 'Keys in use', 'Crisis lines', 'On call']) expect(lineOf(text, name)).toMatch(/^ok /);
    expect(lineOf(text, 'Durability')).toMatch(/^WRONG/); // the specs' cluster is fast, not safe
  });

  it('tells faults of the configuration, a missing database and migrations that wait, one line each', async () => {
    expect(await run(['doctor'], { PORT: 'x', DEMO: 'perhaps' })).toEqual({ code: 1, text: expect.stringMatching(/^WRONG {2}Configuration[^]*\nWRONG {2}Configuration/) });
    expect(await run(['doctor'], NOWHERE)).toMatchObject({ code: 1, text: expect.stringMatching(/WRONG {2}Database {7}does not answer: .*ECONNREFUSED/) });
    await desk.sql(`delete from platform.migration where id = (select max(id) from platform.migration)`);
    expect((await run(['doctor'])).text).toMatch(/WRONG {2}Migrations {5}1 to run/);
  });
});
