import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { safeCluster, type SafeCluster } from './safe-cluster.js';

const DIST = join(__dirname, '..', '..', 'dist');
const GREETING = 'The Referral Desk is open';

/** The built product as its operator runs it: its own process, a real port, a PostgreSQL with default settings. */
export interface RealDesk {
  port: number;
  cluster: SafeCluster;
  /** Kills the product with SIGKILL and starts it again; tells when it accepted connections (milliseconds since 1970). */
  crash(): Promise<number>;
  /** Runs SQL as the owner, on a connection of its own: the database may have been killed in between. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Rejects with the product's words when it ends by itself: a product that gives up is a finding of its own. */
  died: Promise<never>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

const listens = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(socket.destroy().destroyed));
    socket.on('error', () => done(false));
  });

/** One process of the product on `port`; its words are kept for the error message. */
class Product {
  private child: ChildProcess | undefined;
  /** The process that was told to end. */
  private asked: ChildProcess | undefined;
  private printed = '';
  private give!: (error: Error) => void;
  readonly died = new Promise<never>((_, fail) => (this.give = fail));

  constructor(private readonly environment: Record<string, string>) {
    this.died.catch(() => undefined); // who waits for it is told
  }

  start(): void {
    const child = spawn(process.execPath, [join(DIST, 'main.js')], { env: { PATH: process.env['PATH'], ...this.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    child.once('exit', (code, signal) => this.asked !== child && this.give(new Error(`The desk ended by itself (${code ?? signal}):\n${this.printed.slice(-4000)}`)));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (this.printed += part.toString()));
  }

  /** Waits until it greets, which it does when everything in it runs, and answers /readyz. */
  async opened(): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 20) {
      if (this.printed.includes(GREETING) && (await this.ready())) return;
      await sleep(20);
    }
    throw new Error(`The desk was not ready in a minute:\n${this.printed}`);
  }

  private async ready(): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.environment['PORT']}/readyz`).catch(() => undefined);
    return answer?.ok === true;
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.asked = child;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }
}

/** Crisis lines that a person confirmed, so that the public form is open as on a real install. */
const OPEN_FORM = `
insert into settings.crisis_line (id, place, language, audience, kind, label, target, note, position, source)
values ('00000000-0000-7000-8000-0000000000c1', 'US', 'en', 'everyone', 'call', 'Call 988', '988', 'Day and night', 0, 'example.org');
update settings.desk set lines_confirmed_at = now();`;

/** `settings` go to PostgreSQL, `environment` to the product. Every sender's address counts as its own: the loopback is a trusted proxy. */
export async function realDesk({ settings = [], environment = {} }: { settings?: readonly string[]; environment?: Record<string, string> } = {}): Promise<RealDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-fault-'));
  chmodSync(folder, 0o711);
  const cluster = await safeCluster(join(folder, 'database'), settings);
  const sql: RealDesk['sql'] = async <Row>(text: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: cluster.url('desk') });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  const port = await freePort();
  await prepare(cluster, sql);
  const product = new Product({ PORT: String(port), DATABASE_URL: cluster.url('desk'), DEMO: '0', DATA_DIR: join(folder, 'data'), TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'error', ...environment });
  product.start();
  await Promise.race([product.opened(), product.died]);
  return {
    port,
    cluster,
    sql,
    died: product.died,
    async crash() {
      await product.end('SIGKILL');
      await sleep(50); // what it had answered is read by now: a later receipt is of the next process
      product.start();
      while (!(await listens(port))) await sleep(10);
      return Date.now();
    },
    async stop() {
      await product.end('SIGTERM');
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function prepare(cluster: SafeCluster, sql: RealDesk['sql']): Promise<void> {
  const root = new Client({ connectionString: cluster.url('postgres') });
  await root.connect();
  await root.query('create database desk');
  await root.end();
  execFileSync(process.execPath, ['-e', `require(${JSON.stringify(join(DIST, 'platform/database/migrate.js'))}).migrate(${JSON.stringify(cluster.url('desk'))})`]);
  await sql(OPEN_FORM);
}
