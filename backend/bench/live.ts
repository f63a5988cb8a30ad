/*
 * npm run bench -- live [--screens 200 --claims 200]: figure 5, from pressing "claim" to the last open screen that knows, against a
 * bare node:http server that writes the claim in one statement and tells its own screens. Every screen must hear of every claim, and of
 * sixteen who claim the same request at once one gets it. Exits 1 when a claim was lost, told twice or had by two.
 */
import { Agent, request, type ClientRequest } from 'node:http';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { quantile, type Server } from './load.js';
import { claim, sent } from './sent.js';
import { stage, type Stage } from './stage.js';

const { values } = parseArgs({ options: { screens: { type: 'string', default: '200' }, claims: { type: 'string', default: '200' } } });
const SCREENS = Number(values.screens);
const CLAIMS = Number(values.claims);
const RACERS = 16;
/** Requests that sixteen race for. */
const RACES = Math.max(10, Math.floor(CLAIMS / 10));
const WARM = 20;
const PATIENCE_MS = 20_000;
const faults: string[] = [];

/** Counts on how many screens each claim was seen. */
class Screens {
  private readonly seen = new Map<string, number>();
  private readonly waiting = new Map<string, () => void>();
  private readonly open: ClientRequest[] = [];

  /** Opens them all; ready when each has its stream. */
  async watch(server: Server, cookie: string): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: SCREENS });
    await Promise.all(Array.from({ length: SCREENS }, () => this.one(server, agent, cookie)));
  }

  private one({ port, name }: Server, agent: Agent, cookie: string): Promise<void> {
    return new Promise((ready, fail) => {
      const call = request({ host: '127.0.0.1', port, agent, path: '/api/events', headers: { cookie, accept: 'text/event-stream' } }, (reply) => {
        if (reply.statusCode !== 200) fail(new Error(`A screen of the ${name} got ${reply.statusCode}`));
        let rest = '';
        reply.setEncoding('utf8').on('data', (part: string) => {
          const lines = (rest + part).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) this.read(line);
        });
        ready();
      });
      call.on('error', () => undefined).end();
      this.open.push(call);
    });
  }

  private read(line: string): void {
    if (!line.startsWith('data: {') || !line.includes('inquiry.claimed')) return;
    const { subject } = JSON.parse(line.slice('data: '.length)) as { subject: string };
    const count = (this.seen.get(subject) ?? 0) + 1;
    this.seen.set(subject, count);
    if (count === SCREENS) this.waiting.get(subject)?.();
  }

  /** Until the last screen has it; milliseconds since `since`. Rejects when one never does. */
  last(id: string, since: number): Promise<number> {
    return new Promise((done, fail) => {
      const over = setTimeout(() => fail(new Error(`${id} was seen on ${this.seen.get(id) ?? 0} of ${SCREENS} screens`)), PATIENCE_MS);
      this.waiting.set(id, () => {
        clearTimeout(over);
        done(performance.now() - since);
      });
    });
  }

  /** How often more than once a screen was told. */
  twice(): number {
    return [...this.seen.values()].filter((count) => count > SCREENS).length;
  }

  close(): void {
    for (const call of this.open) call.destroy();
  }
}

/** One claim after the other; of each how long the last screen waited, ms. */
async function claims(set: Stage, server: Server, screens: Screens, ids: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const id of ids) {
    const seen = screens.last(id, performance.now());
    const answer = await claim(server.port, set, id);
    if (answer.status !== 200) throw new Error(`The ${server.name} answered a claim with ${answer.status}: ${await answer.text()}`);
    times.push(await seen);
  }
  return times;
}

/** Sixteen at once for one request: one has it, and every screen hears of it once. */
async function race(set: Stage, server: Server, screens: Screens, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const seen = screens.last(id, performance.now());
    const answers = await Promise.all(Array.from({ length: RACERS }, () => claim(server.port, set, id)));
    const got = answers.filter(({ status }) => status === 200).length;
    await seen;
    const { rows } = await set.sql.query<{ n: number }>(`select count(*)::int as n from platform.event where type = 'inquiry.claimed' and subject = $1`, [id]);
    if (rows[0]?.n !== 1) faults.push(`${id}: ${rows[0]?.n} claims were written, ${got} of ${RACERS} were told that they have it`);
  }
}

async function main(): Promise<void> {
  console.log(`${SCREENS} screens, ${CLAIMS} claims on each side; ${cpus().length} processors, Node ${process.versions.node}`);
  const needed = 2 * (CLAIMS + WARM) + RACES;
  const set = await stage(10_000, 8_000);
  const screens = { product: new Screens(), floor: new Screens() };
  try {
    const free = await sent(set, needed);
    await screens.product.watch(set.product, set.cookie);
    await screens.floor.watch(set.floor, set.cookie);
    const times: Record<Server['name'], number[]> = { product: [], floor: [] };
    for (const server of [set.product, set.floor]) await claims(set, server, screens[server.name], free.splice(0, WARM));
    for (const server of [set.product, set.floor, set.floor, set.product]) times[server.name].push(...(await claims(set, server, screens[server.name], free.splice(0, CLAIMS / 2))));
    await race(set, set.product, screens.product, free.splice(0, RACES));
    if (screens.product.twice()) faults.push(`${screens.product.twice()} claims were told to a screen twice`);
    for (const [name, all] of Object.entries(times)) console.log(`5 claim → last of ${SCREENS} screens, ${name.padEnd(8)} p50 ${quantile(all, 0.5).toFixed(1).padStart(7)} p95 ${quantile(all, 0.95).toFixed(1).padStart(7)} ms`);
    const ratio = quantile(times.product, 0.95) / quantile(times.floor, 0.95);
    console.log(`  gate: p95 ≤ 2.0 × floor (goal 1.3): ${ratio.toFixed(2)}, ${ratio <= 2 ? 'within' : 'BEYOND'}`);
    console.log(faults.length ? faults.join('\n') : `Every screen heard of all ${CLAIMS + WARM + RACES} claims once; of ${RACERS} who pressed together one had it, ${RACES} times.`);
    process.exitCode = faults.length ? 1 : 0;
  } finally {
    screens.product.close();
    screens.floor.close();
    await set.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
