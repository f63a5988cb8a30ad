import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { roleUrl } from '../src/platform/database/data-source.js';
import { startEmbedded } from '../src/platform/database/embedded-postgres.js';
import { migrate } from '../src/platform/database/migrate.js';
import { ensureDatabase } from '../src/platform/database/own-database.js';
import type { Server } from './load.js';

const PASSWORD = 'four quiet words here';
const EMAIL = 'bench@example.org';

/** A database with its inquiries, and both servers on it. */
export interface Stage {
  product: Server;
  floor: Server;
  sql: Client;
  /** Of a signed-in specialist. */
  cookie: string;
  /** Goes with every writing request of theirs. */
  csrf: string;
  stop(): Promise<void>;
}

const OPEN_FORM = `
insert into settings.crisis_line (id, place, language, audience, kind, label, target, note, position, source)
values ('00000000-0000-7000-8000-0000000000c1', 'US', 'en', 'everyone', 'call', 'Call 988', '988', 'Day and night', 0, 'example.org');
update settings.desk set lines_confirmed_at = now();`;

/** Beside the compiled bench, in its source's folder. */
const INQUIRIES = readFileSync(join(__dirname, '../../bench/open-inquiries.sql'), 'utf8');

async function seed(sql: Client, inquiries: number, open: number): Promise<void> {
  await sql.query(OPEN_FORM);
  const hashed = await hash(PASSWORD, { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 });
  const { rows } = await sql.query<{ id: string }>(`insert into people.account (id, email, name, password_hash, roles, restricted) values (uuidv7(), $1, 'Ruth Adler', $2, '{SPE}', true) returning id`, [EMAIL, hashed]);
  await sql.query(INQUIRIES, [inquiries, open, rows[0]?.id]);
  await sql.query('vacuum analyze');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a script and waits for `sign` in what it prints. */
async function start(script: string, sign: string, environment: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(__dirname, script)], { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (part: Buffer) => part.toString().includes(sign) && done());
    child.once('exit', () => fail(new Error(`${script} ended while starting`)));
  });
  return child;
}

async function signIn(port: number): Promise<{ cookie: string; csrf: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: EMAIL, password: PASSWORD }) });
  const { csrf } = (await answer.json()) as { csrf: string };
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', csrf };
}

export async function stage(inquiries: number, open: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-bench-'));
  chmodSync(folder, 0o711);
  const cluster = await startEmbedded(join(folder, 'database', 'postgres'));
  const url = await ensureDatabase(cluster, 'desk');
  await migrate(url);
  const sql = new Client({ connectionString: url });
  await sql.connect();
  await seed(sql, inquiries, open);
  const [mine, theirs] = [await freePort(), await freePort()];
  const product = await start('../main.js', 'The Referral Desk is open', { PORT: String(mine), DATABASE_URL: url, DEMO: '0', DATA_DIR: join(folder, 'data'), TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'error' });
  const floor = await start('floor.js', 'floor open', { PORT: String(theirs), DATABASE_URL: roleUrl(url, 'desk_app') });
  return {
    product: { name: 'product', port: mine, pid: product.pid ?? 0 },
    floor: { name: 'floor', port: theirs, pid: floor.pid ?? 0 },
    sql,
    ...(await signIn(mine)),
    async stop() {
      const ended = Promise.all([product, floor].map((child) => new Promise((done) => child.once('exit', done))));
      product.kill('SIGTERM');
      floor.kill('SIGTERM');
      await ended;
      await sql.end();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
