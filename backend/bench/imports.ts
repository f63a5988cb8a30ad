/*
 * npm run bench -- imports [--services 100000]: figure 9 (a package of HSDS is imported and can be searched) against the floor of
 * parsing the same file and copying the same rows into bare tables with the same indexes; the same again with 1 % changed; a
 * reader that waits for no lock meanwhile; the importer's memory. Then figure 10: a list of 100 whole services and the dump of
 * all of them against the bare statement. Exits 1 on what does not wobble: a lock, memory that grows with the package, counts.
 */
import { spawn } from 'node:child_process';
import { chmodSync, createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { startEmbedded } from '../src/platform/database/embedded-postgres.js';
import { migrate } from '../src/platform/database/migrate.js';
import { ensureDatabase } from '../src/platform/database/own-database.js';
import { aPackage } from './a-package.js';
import { listFigures, withProduct } from './lists.js';
import { quantile } from './load.js';

const { values } = parseArgs({ options: { services: { type: 'string', default: '2000' }, seconds: { type: 'string' } } });
const SERVICES = Number(values.services);
const MIB = 1024;
/** MiB: at any size of package (performance, figure 9). */
const MEMORY_GATE = 300;
/** MiB that fail the run: what a process takes wobbles by tens, so only an order counts. */
const MEMORY_FAULT = 600;
const TABLES = ['organization', 'location', 'service', 'service_at_location', 'address', 'phone', 'schedule', 'language', 'accessibility', 'service_area', 'cost_option', 'attribute', 'listing'];
const faults: string[] = [];

interface Ran {
  seconds: number;
  /** MiB at the most. */
  memory: number;
  said: string;
}

/** Runs the operator's own command as `npm run desk` does, and watches the most memory that it took. */
async function imported(folder: string, environment: Record<string, string>): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, [...process.execArgv.filter((flag) => !flag.startsWith('--env-file')), join(__dirname, '../cli/main.js'), 'import', folder, '--source', 'bench', '--complete'], { env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  let memory = 0;
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  const watch = setInterval(() => (memory = Math.max(memory, highWater(child.pid ?? 0))), 100);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}: ${said}`);
  return { seconds: (performance.now() - started) / 1000, memory, said };
}

function highWater(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / MIB;
  } catch {
    return 0;
  }
}

/** Reads a page of listings again and again; a lock that it had to wait 100 ms for would be an error. */
async function reading(url: string): Promise<{ stop(): Promise<number[]> }> {
  const sql = new Client({ connectionString: url });
  await sql.connect();
  await sql.query(`set lock_timeout = '100ms'`);
  const times: number[] = [];
  let on = true;
  const loop = (async () => {
    while (on) {
      const before = performance.now();
      await sql.query(`select facts from directory.listing where status = 'active' order by service_id limit 50`).catch((error: unknown) => faults.push(`a reader was blocked: ${String(error)}`));
      times.push(performance.now() - before);
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
  return {
    async stop() {
      on = false;
      await loop;
      await sql.end();
      return times;
    },
  };
}

/** The floor: the file parsed, and the same rows copied by PostgreSQL into bare tables with the same indexes and no trigger. */
async function floor(sql: Client, folder: string): Promise<number> {
  const started = performance.now();
  let parsed = 0;
  for await (const line of createInterface({ input: createReadStream(join(folder, 'services.ndjson')) })) parsed += Object.keys(JSON.parse(line) as object).length ? 1 : 0;
  if (parsed !== SERVICES) faults.push(`the package holds ${parsed} services`);
  await sql.query('create schema bare');
  for (const table of TABLES) await sql.query(`create table bare.${table} (like directory.${table} including indexes); insert into bare.${table} select * from directory.${table}`);
  for (const table of TABLES) await sql.query(`vacuum (analyze) bare.${table}`); // what was gathered goes into its index, as the import does at its end
  await sql.query('drop schema bare cascade');
  return (performance.now() - started) / 1000;
}

const cell = (value: number, digits = 1): string => value.toFixed(digits).padStart(9);
function tell(name: string, { seconds, memory }: Ran, times: readonly number[], bare: number): void {
  console.log(`${name.padEnd(24)}${cell(seconds)} s ${cell(seconds / bare, 2)} × floor ${cell(memory, 0)} MiB   readers: p50 ${quantile(times, 0.5).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(1)}, longest ${Math.max(...times).toFixed(0)} ms`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-imports-'));
  chmodSync(folder, 0o711);
  const cluster = await startEmbedded(join(folder, 'database', 'postgres'));
  let sql: Client | undefined;
  try {
    const url = await ensureDatabase(cluster, 'desk');
    await migrate(url);
    sql = new Client({ connectionString: url });
    await sql.connect();
    const environment = { DATABASE_URL: url, DEMO: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
    await withProduct(environment);
    const [whole, later] = [await aPackage(join(folder, 'whole'), SERVICES), await aPackage(join(folder, 'later'), SERVICES, 100)];
    const small = await imported(await aPackage(join(folder, 'small'), 200), environment);
    const run = async (from: string): Promise<{ ran: Ran; times: number[] }> => {
      const reader = await reading(url);
      const ran = await imported(from, environment);
      return { ran, times: await reader.stop() };
    };
    const first = await run(whole);
    const bare = await floor(sql, whole);
    const same = await run(whole);
    const hundredth = await run(later);
    console.log(`9 import of ${SERVICES} services; floor (parse, copy with indexes) ${bare.toFixed(1)} s; 200 services take ${small.seconds.toFixed(1)} s and ${small.memory.toFixed(0)} MiB`);
    tell('first', first.ran, first.times, bare);
    tell('the same again', same.ran, same.times, bare);
    tell('1 % changed', hundredth.ran, hundredth.times, bare);
    console.log(`  again with 1 % changed : first ${(hundredth.ran.seconds / first.ran.seconds).toFixed(2)} (goal ≤ 0.3); gates: ≤ 2.5 × floor, ≤ ${MEMORY_GATE} MiB`);
    console.log(`  first without what 200 services take : floor ${((first.ran.seconds - small.seconds) / bare).toFixed(2)} (starting costs the same at any size)`);
    check([first.ran, same.ran, hundredth.ran]);
    await listFigures(sql, environment);
  } finally {
    await sql?.end();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const fault of faults) console.log(`  FAULT: ${fault}`);
  if (faults.length) process.exitCode = 1;
}

/** What does not wobble. */
function check([first, same, hundredth]: readonly Ran[]): void {
  if (!first?.said.includes(`${SERVICES} services read.`)) faults.push('the first import did not read every service');
  if (!same?.said.includes('Nothing has changed')) faults.push('the same again changed something');
  const changed = Math.ceil(SERVICES / 100);
  const lines = /New: +(.*)\n +Changed: (.*)\n +Removed: (.*)\n/.exec(hundredth?.said ?? '')?.slice(1) ?? [];
  const sums = lines.map((line) => [...line.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0));
  if (JSON.stringify(sums) !== JSON.stringify([0, 2 * changed, 0])) faults.push(`1 % changed should have changed ${2 * changed} rows`);
  for (const ran of [first, same, hundredth]) if ((ran?.memory ?? 0) > MEMORY_FAULT) faults.push(`the importer took ${ran?.memory.toFixed(0)} MiB`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
