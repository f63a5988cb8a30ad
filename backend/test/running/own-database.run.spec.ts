import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDatabase } from '../../src/platform/database/own-database.js';
import { startEmbedded, type EmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { anInquiry } from '../an-inquiry.js';
import { freePort, Home, type Started } from './npm-start.js';

const on = process.platform === 'linux' ? describe : describe.skip;
const PASSWORD = 'four quiet words here';

const post = (desk: Started, path: string, body: object, headers: Record<string, string> = {}, method = 'POST') => fetch(desk.url + path, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const said = async (desk: Started, words: string): Promise<string> => {
  for (let waited = 0; !desk.output().includes(words) && waited < 5000; waited += 50) await sleep(50);
  return desk.output();
};

on('npm start on a PostgreSQL of yours, not as a demo', () => {
  const home = new Home();
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-yours-'));
  let cluster: EmbeddedPostgres;
  let environment: Record<string, string>;
  let desk: Started;
  let link: RegExpExecArray | null;

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    cluster = await startEmbedded(join(folder, 'postgres'));
    environment = { DATABASE_URL: await ensureDatabase(cluster, 'yours'), DEMO: '0' };
    desk = await home.start(environment);
    link = /\/desk\/set-up#([\w-]{43})/.exec(await said(desk, 'Ctrl-C'));
  });
  afterAll(async () => {
    await home.remove();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts no database of its own, has no demo sign-ins, and says for whom it is not', async () => {
    expect(home.postgres()).toBeUndefined();
    expect(desk.output()).not.toMatch(/demo sign-ins|@example\.org/i);
    expect(desk.output()).toContain('Not for real people yet');
    expect(await (await fetch(`${desk.url}/api/auth/demo-accounts`)).json()).toEqual([]);
    expect((await post(desk, '/api/auth/login', { email: 'ruth@example.org', password: 'demo lantern harbor' })).status).toBe(401);
  });

  it('keeps the form closed, and says so', async () => {
    const page = await fetch(`${desk.url}/en/ask`);
    expect(await page.text()).toContain('988');
    expect((await post(desk, '/api/public/inquiries', anInquiry(), { 'idempotency-key': 'before-it-is-open' })).status).toBe(409);
  });

  it('makes the first administrator by the link, once', async () => {
    const account = { secret: link?.[1], email: 'ada@example.org', name: 'Ada Quill', password: PASSWORD };
    expect((await post(desk, '/api/auth/set-up', { ...account, secret: 'x'.repeat(43) })).status).toBe(404);
    expect((await post(desk, '/api/auth/set-up', account)).status).toBe(204);
    expect((await post(desk, '/api/auth/set-up', { ...account, email: 'bo@example.org' })).status).toBe(404);
  });

  it('opens the form when the administrator has confirmed the crisis lines', async () => {
    const signedIn = await post(desk, '/api/auth/login', { email: 'ada@example.org', password: PASSWORD });
    const { csrf } = (await signedIn.json()) as { csrf: string };
    const headers = { cookie: signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; '), 'x-csrf-token': csrf };
    const lines = (await (await fetch(`${desk.url}/api/settings/crisis-lines`, { headers })).json()) as object[];
    expect((await post(desk, '/api/settings/crisis-lines', { lines }, headers, 'PUT')).status).toBe(200);
    expect((await post(desk, '/api/public/inquiries', anInquiry(), { 'idempotency-key': 'now-that-it-is-open' })).status).toBe(201);
  });

  it('prints no link again, and leaves your database running', async () => {
    await desk.interrupt();
    const again = await home.start(environment);
    expect(await said(again, 'Ctrl-C')).not.toContain('set-up#');
    await again.interrupt();
    expect(await home.left()).toEqual([]);
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true);
  });
});

/** An older server, where the machine has one (Debian's package). */
const OLD = [17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`).find((bin) => existsSync(join(bin, 'initdb')));
const onOld = OLD && process.platform === 'linux' ? describe : describe.skip;

onOld('npm start on an older PostgreSQL', () => {
  const home = new Home();
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-old-'));
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').map((entry) => entry.split(':')).find(([name]) => name === 'nobody');
  const user = process.getuid?.() === 0 ? { uid: Number(line?.[2]), gid: Number(line?.[3]) } : {};
  afterAll(() => home.remove());

  it('refuses, and names what it found', async () => {
    const port = await freePort();
    const data = join(folder, 'data');
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
    expect(spawnSync(join(OLD ?? '', 'initdb'), ['-D', data, '-U', 'owner', '--auth=trust'], { ...user, cwd: '/' }).status).toBe(0);
    const server = spawn(join(OLD ?? '', 'postgres'), ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], { ...user, cwd: '/', stdio: 'ignore' });
    await sleep(1500);
    const refused = await home.start({ DATABASE_URL: `postgresql://owner@127.0.0.1:${port}/postgres` });
    const code = await refused.ended;
    server.kill('SIGINT');
    await new Promise((done) => server.once('exit', done));
    rmSync(folder, { recursive: true, force: true });
    expect([code, refused.output()]).toEqual([1, expect.stringMatching(/PostgreSQL 18 or newer is needed, DATABASE_URL leads to 1[567]\./)]);
  });
});
