import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import type { Client } from 'pg';
import { linesStatement, pageStatement } from '../src/interop/hsds/api/statements.sql.js';
import { memoryOf, quantile } from './load.js';

const ROUNDS = 20;
const PAGE = 100;

interface Answer {
  ms: number;
  bytes: number;
}
const asked = (port: number, path: string): Promise<Answer> =>
  new Promise((done, fail) => {
    const before = performance.now();
    get({ host: '127.0.0.1', port, path }, (reply) => {
      let bytes = 0;
      reply.on('data', (part: Buffer) => (bytes += part.length)).on('error', fail);
      reply.on('end', () => (reply.statusCode === 200 ? done({ ms: performance.now() - before, bytes }) : fail(new Error(`${path} answered ${reply.statusCode}`))));
    }).on('error', fail);
  });

/** The page's text as PostgreSQL makes it, passed on by nobody. */
async function bare(sql: Client): Promise<number> {
  const { sql: text, parameters } = pageStatement('services', { full: true }, { size: PAGE, page: 1 });
  const before = performance.now();
  await sql.query({ name: 'page', text, values: parameters });
  return performance.now() - before;
}

/** All services as lines, by the product's own statement, read by a bare client. */
async function bareDump(sql: Client): Promise<Answer> {
  const before = performance.now();
  let bytes = 0;
  for (let after: readonly [string, string] | undefined, more = true; more; ) {
    const { sql: text, parameters } = linesStatement('services', { full: true }, { size: 200, after });
    const { rows: [row] } = await sql.query<{ lines: string | null; name: string; id: string }>({ name: `dump ${after ? 'on' : 'first'}`, text, values: parameters });
    bytes += row?.lines?.length ?? 0;
    more = Boolean(row?.lines);
    if (row) after = [row.name, row.id];
  }
  return { ms: performance.now() - before, bytes };
}

/** Starts the product and gives it to `use`; its first start brings the vocabulary. */
export async function withProduct(environment: Record<string, string>, use: (port: number, pid: number) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, [join(__dirname, '../main.js')], { env: { PATH: process.env['PATH'], ...environment, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (part: Buffer) => part.toString().includes('The Referral Desk is open') && done());
    child.once('exit', () => fail(new Error('the product ended while starting')));
  });
  try {
    await use(port, child.pid ?? 0);
  } finally {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
}

/** Figure 10: the running product against the bare statement, in turn. Prints; what wobbles is no gate. */
export const listFigures = (sql: Client, environment: Record<string, string>): Promise<void> =>
  withProduct(environment, async (port, pid) => {
    const [mine, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      mine.push((await asked(port, `/hsds/services?full=true&per_page=${PAGE}`)).ms);
      theirs.push(await bare(sql));
    }
    console.log(`10 list of ${PAGE} whole services: product p50 ${quantile(mine, 0.5).toFixed(1)} ms, bare statement ${quantile(theirs, 0.5).toFixed(1)} ms, ratio ${(quantile(mine, 0.5) / quantile(theirs, 0.5)).toFixed(2)} (gate 1.5)`);
    const before = memoryOf(pid);
    const dump = await asked(port, '/hsds/services?full=true&format=ndjson');
    const after = memoryOf(pid);
    const floor = await bareDump(sql);
    console.log(`10 dump of all: product ${(dump.ms / 1000).toFixed(1)} s, ${(dump.bytes / 2 ** 20).toFixed(0)} MiB; bare statements ${(floor.ms / 1000).toFixed(1)} s; speed ÷ floor ${(floor.ms / dump.ms).toFixed(2)} (gate 0.7); memory ${before.toFixed(0)} → ${after.toFixed(0)} MiB`);
  });
