import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbedded } from '../../src/platform/database/embedded-postgres.js';

/** A PostgreSQL that keeps its promises (no setting of the throw-away cluster) and can be killed like a machine without power, but for the kernel's pages: `kill -9` does not test fsync. */
export interface SafeCluster {
  url(database: string): string;
  /** Kills the postmaster and all its children at once, starts the same command again, and tells when it accepted (milliseconds since 1970). */
  crash(): Promise<number>;
  stop(): Promise<void>;
}

interface Process {
  pid: number;
  command: string[];
  uid: number;
  gid: number;
}

/** The postmaster of `data` with what is needed to start it again just so. Read from /proc: these tests run on Linux. */
function postmaster(data: string): Process {
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  const { uid, gid } = statSync(`/proc/${pid}`);
  return { pid, command, uid, gid };
}

/** Parent and state of a process, or undefined when it is gone. The name before them may hold blanks and brackets. */
function look(pid: number): { state: string; parent: number } | undefined {
  try {
    const [state = '', parent = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

const childrenOf = (pid: number): number[] => readdirSync('/proc').map(Number).filter((other) => other && look(other)?.parent === pid);
const gone = (pid: number): boolean => (look(pid)?.state ?? 'Z') === 'Z';
const LONGEST_MS = 30_000;

async function accepts(port: number): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, user: 'owner', database: 'postgres', connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    return (await client.query('select 1')).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the same command until it accepts: a zombie that nobody has collected yet still holds the lock file, and the start gives up at once. */
async function begin({ command, uid, gid }: Process, data: string, port: number): Promise<void> {
  const [program = '', ...rest] = command;
  const log = openSync(join(dirname(data), 'postgres.log'), 'a', 0o600);
  for (const until = Date.now() + LONGEST_MS; Date.now() < until; ) {
    const child = spawn(program, rest, { uid, gid, cwd: '/', detached: true, stdio: ['ignore', log, log] });
    child.unref();
    while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
      if (await accepts(port)) return closeSync(log);
      await sleep(10);
    }
    await sleep(100);
  }
  throw new Error(`PostgreSQL did not come back in ${LONGEST_MS} ms: see ${dirname(data)}/postgres.log`);
}

/** Starts a cluster of its own below `folder`, with default settings and those given. */
export async function safeCluster(folder: string, settings: readonly string[] = []): Promise<SafeCluster> {
  const data = join(folder, 'postgres');
  const { port, url } = await startEmbedded(data, settings);
  return {
    url,
    async crash() {
      const head = postmaster(data);
      const all = [head.pid, ...childrenOf(head.pid)];
      for (const pid of all) process.kill(pid, 'SIGKILL');
      while (!all.every(gone)) await sleep(2);
      await begin(head, data, port);
      return Date.now();
    },
    async stop() {
      const { pid } = postmaster(data);
      process.kill(pid, 'SIGINT');
      while (!gone(pid)) await sleep(20);
    },
  };
}
