import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const ROOT = join(__dirname, '..', '..', '..');

export interface Process {
  pid: number;
  command: string;
}

export interface Started {
  url: string;
  port: number;
  /** Milliseconds from the command to the first 200 of /readyz; undefined when it ended instead. */
  took: number | undefined;
  output(): string;
  /** Ctrl-C in the terminal: SIGINT to npm and everything in its group. Resolves when npm has ended. */
  interrupt(): Promise<number | null>;
  ended: Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A folder of its own for one test's data, and who works on it. */
export class Home {
  private readonly folder = mkdtempSync(join(tmpdir(), 'referral-desk-running-'));
  readonly data = join(this.folder, 'data');

  constructor() {
    chmodSync(this.folder, 0o711); // the database's own account must pass
  }

  /** `npm start` in a process group of its own, as a terminal makes it. */
  async start(environment: Record<string, string> = {}): Promise<Started> {
    const port = await freePort();
    const begun = performance.now();
    const child = spawn('npm', ['start'], { cwd: ROOT, detached: true, env: { ...process.env, PORT: String(port), DATA_DIR: this.data, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (printed += part.toString()));
    const ended = new Promise<number | null>((done) => child.once('close', done));
    const url = `http://localhost:${port}`;
    const took = (await ready(url, child)) ? performance.now() - begun : undefined;
    const interrupt = (): Promise<number | null> => (process.kill(-Number(child.pid), 'SIGINT'), ended);
    return { url, port, took, output: () => printed, interrupt, ended };
  }

  /** Every process that was given this data folder, by environment or arguments (Linux). */
  processes(): Process[] {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).flatMap((pid) => {
      const [environ, command] = [read(`/proc/${pid}/environ`), read(`/proc/${pid}/cmdline`)];
      return environ.split('\0').includes(`DATA_DIR=${this.data}`) || command.includes(this.data) ? [{ pid: Number(pid), command: command.replaceAll('\0', ' ').trim() }] : [];
    });
  }

  /** The desk's own process, not npm nor the script that started it. */
  desk(): Process | undefined {
    return this.processes().find(({ command }) => command.includes('backend/dist/main.js'));
  }

  /** The server process of the embedded database. */
  postgres(): Process | undefined {
    return this.processes().find(({ command }) => /postgres -D /.test(command));
  }

  /** Ctrl-C while it still starts: SIGINT to npm's group. */
  interruptAll(): void {
    const npm = this.processes().find(({ command }) => command.startsWith('npm start'));
    if (npm) process.kill(-npm.pid, 'SIGINT');
  }

  /** kill -9, and wait until they are gone. */
  async kill(processes: readonly (Process | undefined)[]): Promise<void> {
    for (const each of processes) if (each) process.kill(each.pid, 'SIGKILL');
    const pids = new Set(processes.map((each) => each?.pid));
    for (let waited = 0; this.processes().some(({ pid }) => pids.has(pid)) && waited < 5000; waited += 20) await sleep(20);
  }

  /** What still runs a moment after everything should have ended. */
  async left(): Promise<Process[]> {
    for (let waited = 0; this.processes().length && waited < 2000; waited += 50) await sleep(50);
    return this.processes();
  }

  /** Owner's URL of the embedded database, while it runs. */
  databaseUrl(): string {
    const [, , , port] = readFileSync(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return `postgresql://owner@127.0.0.1:${port}/desk`;
  }

  async remove(): Promise<void> {
    await this.kill(this.processes());
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function read(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    return ''; // it ended meanwhile, or belongs to somebody else
  }
}

async function ready(url: string, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 60_000 && child.exitCode === null && child.signalCode === null; waited += 25) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(25);
  }
  return false;
}
