import { test } from '@playwright/test';
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';

const DIST = join(import.meta.dirname, '..', 'backend', 'dist');
const MAIN = join(DIST, 'main.js');
const CLI = join(DIST, 'cli', 'main.js');

/** A running product: the built backend on its own embedded database, with the demo loaded. */
export interface DeskServer {
  url: string;
  /** Runs an operator's command beside it, on the same data; what it printed. Throws when it fails. */
  command(...args: string[]): Promise<string>;
  /** One statement on its database, as its owner: for what only time brings about. */
  sql(statement: string, values?: unknown[]): Promise<void>;
  /** Everything it printed. */
  output(): string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A folder that PostgreSQL's own user may pass through. */
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-e2e-'));
  chmodSync(folder, 0o711);
  return folder;
}

const away = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What a first start leaves, made once: the products of a run are copies of it that start a second time, in a third of the time. Returns how to throw it away. */
export async function firstStart(): Promise<() => void> {
  const folder = aFolder();
  const { stop } = await startIn(folder);
  await stop();
  process.env['FIRST_START'] = folder;
  return () => away(folder);
}

/** Starts the product as `npm start` does and waits for /readyz: one that is configured otherwise for the first time, else on a copy of what a first start left. */
export async function startDesk(environment: Record<string, string> = {}): Promise<DeskServer> {
  const folder = aFolder();
  const made = process.env['FIRST_START'];
  if (made && !Object.keys(environment).length) execFileSync('cp', ['-a', join(made, 'data'), folder]); // with the owners, who are not one
  const { stop, ...server } = await startIn(folder, environment);
  return { ...server, stop: () => stop().finally(() => away(folder)) };
}

async function startIn(folder: string, environment: Record<string, string> = {}): Promise<DeskServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data'), ...environment };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (printed += part.toString()));
  await ready(url, child, () => printed);
  return {
    url,
    output: () => printed,
    command: async (...args) => (await promisify(execFile)(process.execPath, [CLI, ...args], { env, maxBuffer: 64 * 1024 * 1024 })).stdout,
    sql: async (statement, values) => {
      const [, , , port] = readFileSync(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      const owner = new Client({ host: '127.0.0.1', port: Number(port), user: 'owner', database: 'desk' });
      await owner.connect();
      await owner.query(statement, values).finally(() => owner.end());
    },
    stop: async () => {
      child.kill('SIGTERM');
      await new Promise((done) => (child.exitCode === null && child.signalCode === null ? child.once('exit', done) : done(null)));
    },
  };
}

async function ready(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 100) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The desk ended while starting:\n${printed()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`The desk was not ready in two minutes:\n${printed()}`);
}

/** A product of its own for the journeys of one file: what they claim, choose and change is not taken from others. Call it where tests are declared. */
export function ownDesk(environment: Record<string, string> = {}): DeskServer {
  let server: DeskServer;
  test.beforeAll(async () => {
    test.setTimeout(300_000);
    server = await startDesk(environment);
  });
  test.afterAll(() => server.stop());
  return {
    get url() {
      return server.url;
    },
    command: (...args) => server.command(...args),
    sql: (statement, values) => server.sql(statement, values),
    output: () => server.output(),
    stop: () => server.stop(),
  };
}
