/*
 * npm run bench -- matches [--services 250000]: figure 3 (a match with its reasons, the whole answer by HTTP) against the best
 * statement through a bare server on the same database; the kernel alone against the database's first look, with the same
 * listings found by both; figure 4 (what each wish keeps out); figure 6 (names found though misspelt); how long the listings take to be in memory, and what they weigh
 * there. Exits 1 when memory and database do not find the same.
 */
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { Pool } from '../src/directory/domain/pool/pool.js';
import { CANDIDATES } from '../src/directory/directory.sql.js';
import { reachOf } from '../src/directory/domain/pool/reach.js';
import type { ListingFacts } from '../src/directory/listing.js';
import { figures, measure, memoryOf, quantile, together, type Call, type Measured, type Server, type Work } from './load.js';
import { manyListings, manyQuestions, type Asked } from './many-listings.js';
import { names } from './names.js';
import { claim, sent } from './sent.js';
import { stage, type Stage } from './stage.js';

const { values } = parseArgs({ options: { services: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '3' } } });
const SERVICES = Number(values.services);
const SECONDS = Number(values.seconds);
const QUESTIONS = 200;
const faults: string[] = [];

/** A request of the specialist's own. */
async function claimed(set: Stage): Promise<string> {
  const [id = ''] = await sent(set, 1);
  await claim(set.product.port, set, id);
  return id;
}

const cell = (value: number, digits = 2): string => value.toFixed(digits).padStart(9);
const line = (name: string, times: readonly number[]): void => console.log(`${name.padEnd(48)} p50 ${cell(quantile(times, 0.5), 3)} p95 ${cell(quantile(times, 0.95), 3)} ms`);

async function timed<T>(times: number[], work: () => T | Promise<T>): Promise<T> {
  const before = performance.now();
  const done = await work();
  times.push(performance.now() - before);
  return done;
}

/** The pass over the columns, and the database's own look. */
async function kernel(sql: Client, questions: readonly Asked[]): Promise<void> {
  const before = process.memoryUsage().rss;
  const pool = new Pool();
  for (let after: string | null = null, more = true; more; ) {
    const { rows }: { rows: { facts: ListingFacts }[] } = await sql.query<{ facts: ListingFacts }>({ text: `select facts from directory.listing where status = 'active' and ($1::uuid is null or service_id > $1) order by service_id limit 2000`, values: [after] });
    rows.forEach(({ facts }) => pool.put(facts));
    after = rows.at(-1)?.facts.id ?? null;
    more = rows.length > 0;
  }
  console.log(`${pool.size} listings in memory: ${((process.memoryUsage().rss - before) / 2 ** 20).toFixed(0)} MiB more`);
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (const { needs, ...zip } of questions) {
    const query = { needs, place: { zips: [zip] } };
    const reach = reachOf(query.place);
    const found = await timed(mine, () => pool.candidates(query));
    const { rows } = await timed(theirs, () => sql.query<{ facts: ListingFacts }>({ name: 'candidates', text: CANDIDATES, values: [needs, `US-${zip.state}`, `, ${zip.state}`, reach?.zips, ...(reach?.bounds ?? [])] }));
    const same = JSON.stringify(found.map(({ id }) => id).sort()) === JSON.stringify(rows.map(({ facts }) => facts.id).sort());
    if (!same) faults.push(`memory finds ${found.length}, the database ${rows.length} for ${needs.join(', ')} near ${zip.zip}`);
  }
  line('3 first look, in memory', mine);
  line('3 first look, the database', theirs);
  console.log(`  memory : database ${(quantile(mine, 0.95) / quantile(theirs, 0.95)).toFixed(3)} at p95 (goal ≤ 0.1)`);
}

async function alternate({ product, floor }: Stage, work: Work): Promise<Record<Server['name'], Measured>> {
  const rounds: Record<Server['name'], Measured[]> = { product: [], floor: [] };
  for (const server of [product, floor]) await measure(server, work, { connections: 1, seconds: 2 * SECONDS });
  for (const server of [product, floor, floor, product]) rounds[server.name].push(await measure(server, work, { connections: 1, seconds: SECONDS }));
  return { product: together(rounds.product), floor: together(rounds.floor) };
}

const match = (name: string, set: Stage, id: string, bodies: readonly Asked[]): Work => {
  let at = 0;
  const next = ({ state, lat, lon, ...body }: Asked): Call => ({ method: 'POST', path: `/api/inquiries/${id}/matches`, headers: { cookie: set.cookie, 'x-csrf-token': set.csrf, 'x-place': JSON.stringify({ state, lat, lon }) }, body: JSON.stringify(body) });
  return { name, status: 200, make: () => next(bodies[at++ % bodies.length] as Asked) };
};

async function whole(set: Stage, id: string, questions: readonly Asked[]): Promise<void> {
  const { product, floor } = await alternate(set, match('3 match', set, id, questions));
  const [mine, bare] = [figures(product), figures(floor)];
  line('3 match with reasons, by HTTP, product', product.times);
  line('3 the best statement, by HTTP, floor', floor.times);
  console.log(`  product : floor ${(mine.p95 / bare.p95).toFixed(2)} at p95 (gate 1.0, goal 0.7), ${(mine.cpu / bare.cpu).toFixed(2)} of processor time`);
  if (SERVICES <= 10_000) console.log(`  gate: p95 ≤ 20 ms: ${mine.p95.toFixed(1)}, ${mine.p95 <= 20 ? 'within' : 'BEYOND'}`);
  // Few fit: every wish says how many more there would be without it.
  const narrow = questions.map((one) => ({ ...one, payment: 'medicaid', paymentRequired: true, language: 'es', languageRequired: true, only: ['evening', 'weekend', 'near', 'in-person'] }));
  const few = await measure(set.product, match('4 nearly', set, id, narrow), { connections: 1, seconds: SECONDS });
  line('4 the same with six wishes, each explained', few.times);
  console.log(`  six wishes : one match ${(figures(few).p50 / mine.p50).toFixed(2)} at p50 (goal ≤ 6, gate 10)`);
}

async function main(): Promise<void> {
  const set = await stage(100, 50);
  try {
    await manyListings(set.sql, SERVICES);
    const questions = await manyQuestions(set.sql, QUESTIONS);
    console.log(`${SERVICES} listings, ${QUESTIONS} questions, one connection`);
    await kernel(set.sql, questions);
    const id = await claimed(set);
    const before = performance.now();
    const everything = [{ ...(questions[0] as Asked), needs: [], zip: null }] as unknown as Asked[];
    await measure(set.product, match('warm', set, id, everything), { connections: 1, seconds: 1 }); // these came after the start, which reads what listings speak of
    console.log(`the product's memory: ${memoryOf(set.product.pid).toFixed(0)} MiB; all of them read after ${((performance.now() - before) / 1000).toFixed(1)} s`);
    await whole(set, id, questions);
    faults.push(...(await names(set, QUESTIONS)));
    console.log(`the product's memory afterwards: ${memoryOf(set.product.pid).toFixed(0)} MiB`);
  } finally {
    await set.stop();
  }
  for (const fault of faults.slice(0, 5)) console.log(`  FAULT: ${fault}`);
  if (faults.length) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
