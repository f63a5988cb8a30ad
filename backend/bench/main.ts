/*
 * npm run bench [-- --inquiries 1000000 --seconds 5]: figures 1 (intake) and 2 (the queue's page) against their floor, a
 * bare node:http + pg server on the same database, in alternating rounds (A B B A). Wall time swings on a shared machine;
 * the ratios and the processor time a request hold. Only loopback is used. Exits 1 when the queue's plan is wrong.
 */
import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { anInquiry } from '../test/an-inquiry.js';
import { figures, measure, together, type Measured, type Server, type Work } from './load.js';
import { planFaults } from './plan.js';
import { stage, type Stage } from './stage.js';

const { values } = parseArgs({ options: { inquiries: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '3' } } });
const INQUIRIES = Number(values.inquiries);
/** 27,000 open of a million; most of a small table. */
const OPEN = Math.min(27_000, Math.floor(INQUIRIES * 0.8));
const SECONDS = Number(values.seconds);
const CONNECTIONS = 16;
const FIRST = '-1_0_00000000-0000-0000-0000-000000000000';

let sent = 0;
const body = JSON.stringify(anInquiry());
const intake = (name: string, query = ''): Work => ({
  name,
  status: 201,
  make: () => ({ method: 'POST', path: `/api/public/inquiries${query}`, body, headers: { 'idempotency-key': randomUUID(), 'x-forwarded-for': `10.${(++sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}` } }),
});
const queue = (name: string, cookie: string, after: string): Work => ({ name, status: 200, make: () => ({ method: 'GET', path: `/api/queue${after && `?after=${after}`}`, headers: { cookie } }) });

/** The place before page 500, or before the last full page of a smaller queue. */
async function deepMark({ sql }: Stage): Promise<string> {
  const { rows } = await sql.query<{ mark: string }>(
    `select priority || '_' || (extract(epoch from opened_at) * 1000000)::bigint || '_' || id as mark from intake.inquiry where status <> 'closed' and review is null order by priority, opened_at, id offset $1 limit 1`,
    [Math.min(499 * 50, Math.floor(OPEN / 50 - 2) * 50)],
  );
  return rows[0]?.mark ?? FIRST;
}

/** Both servers in turn, so that a slow minute of the machine hits both. */
async function alternate({ product, floor }: Stage, work: Work): Promise<Record<Server['name'], Measured>> {
  const rounds: Record<Server['name'], Measured[]> = { product: [], floor: [] };
  for (const server of [product, floor]) await measure(server, work, { connections: CONNECTIONS, seconds: 2 * SECONDS }); // warm: compiled, prepared
  for (const server of [product, floor, floor, product]) rounds[server.name].push(await measure(server, work, { connections: CONNECTIONS, seconds: SECONDS }));
  return { product: together(rounds.product), floor: together(rounds.floor) };
}

const cell = (value: number, digits = 2): string => value.toFixed(digits).padStart(10);
const HEAD = `${'figure'.padEnd(36)}${['p50 ms', 'p95 ms', 'requests/s', 'CPU ms/req'].map((name) => name.padStart(10)).join(' ')}`;

interface Gate {
  of: 'p50' | 'rate' | 'cpu';
  limit: number;
}
const GATES: Record<'intake' | 'queue', Gate[]> = {
  intake: [{ of: 'cpu', limit: 2.0 }, { of: 'rate', limit: 0.7 }],
  queue: [{ of: 'p50', limit: 1.0 }, { of: 'cpu', limit: 1.0 }],
};
const NAMES = { p50: 'p50', rate: 'throughput', cpu: 'CPU' };

/** Prints both servers, their ratio, and each gate beside it. */
function print(name: string, measured: Record<Server['name'], Measured>, gates: readonly Gate[]): void {
  const [mine, floor] = [figures(measured.product), figures(measured.floor)];
  for (const [of, one] of [['product', mine], ['floor', floor]] as const) console.log(`${`${name}, ${of}`.padEnd(36)}${cell(one.p50)} ${cell(one.p95)} ${cell(one.rate, 0)} ${cell(one.cpu, 3)}`);
  console.log(`${'  product : floor'.padEnd(36)}${cell(mine.p50 / floor.p50)} ${cell(mine.p95 / floor.p95)} ${cell(mine.rate / floor.rate)} ${cell(mine.cpu / floor.cpu)}`);
  for (const { of, limit } of gates) {
    const ratio = mine[of] / floor[of];
    const fits = of === 'rate' ? ratio >= limit : ratio <= limit;
    console.log(`  gate: ${NAMES[of]} ${of === 'rate' ? '≥' : '≤'} ${limit.toFixed(1)} × floor: ${ratio.toFixed(2)}, ${fits ? 'within' : 'BEYOND'}`);
  }
}

async function main(): Promise<void> {
  console.log(`${INQUIRIES} inquiries, ${OPEN} of them open; ${cpus().length} processors, Node ${process.versions.node}; ${CONNECTIONS} connections, ${SECONDS} s a round, A B B A`);
  const set = await stage(INQUIRIES, OPEN);
  try {
    const deep = await deepMark(set);
    const wrong = await planFaults(set.sql, '00000000-0000-7000-8000-000000000000', { first: FIRST, deep });
    console.log(wrong.length ? wrong.join('\n') : 'The queue’s page walks the index inquiry_queue, first and deep, with parameters known and unknown; nothing but the page is sorted.');
    process.exitCode = wrong.length ? 1 : 0;
    console.log(`\n${HEAD}`);
    const first = await alternate(set, queue('2 queue, first page', set.cookie, ''));
    print('2 queue, first page', first, GATES.queue);
    const last = await alternate(set, queue('2 queue, deep page', set.cookie, deep));
    print('2 queue, deep page', last, GATES.queue);
    console.log(`  deep : first, product  ${(figures(last.product).p50 / figures(first.product).p50).toFixed(2)} (goal ≤ 1.3)`);
    print('1 intake', await alternate(set, intake('1 intake')), []);
    print('1 intake, floor seals too', await alternate(set, intake('1 intake, sealed', '?sealed')), GATES.intake);
  } finally {
    await set.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
