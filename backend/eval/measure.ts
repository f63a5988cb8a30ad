/*
 * npm run eval:matching: how well questions of our own are answered on a directory of our own (README.md of this folder). The
 * directory is imported and asked by the operator's own commands. Prints the table, and exits with 1 under a gate.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../src/platform/database/embedded-postgres.js';
import { ensureDatabase } from '../src/platform/database/own-database.js';
import { halfWidth, mean, ndcg, precisionAt5, recallAt50, reciprocalRank } from './metrics.js';
import type { Answers } from '../src/matching/domain/answers.js';
import { violates, type RawService } from './rules.js';
import { gradeOf, type Truth } from './truth.js';

interface Inquiry {
  id: string;
  text: string;
  answers: Answers;
  truth: Truth & { groups: string[]; twin?: string | null };
}
interface CrisisLine {
  id: string;
  text: string;
  tier: 'hard' | 'soft' | 'none';
}
interface Line {
  id: string;
  ranking: { service: string; band: string; reasons: { code: string }[] }[];
}

const AS_OF = '2026-11-15';
const FOLDER = join(__dirname, '../../eval');
/** Below these a release does not go out. P@5 is beside the best that this set allows: few inquiries have five services that fit. */
const GATES = { ndcg: 0.55, p5: 0.525, mrr: 0.65, recall: 0.75, misfit: 0.12, twins: 0.9, crisis: 0.7, falseFlags: 0.15 } as const;
const faults: string[] = [];

const read = <T>(file: string): T => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as T;
const built = <T>(...flags: string[]): T => JSON.parse(execFileSync(process.execPath, [join(FOLDER, 'metro/build.mjs'), ...flags], { encoding: 'utf8', maxBuffer: 1e9 })) as T;

interface World {
  services: ReadonlyMap<string, RawService>;
  truths: ReadonlyMap<string, Truth>;
  counties: ReadonlyMap<string, string>;
}

interface Scored {
  inquiry: Inquiry;
  ndcg: number;
  p5: number;
  mrr: number;
  recall: number;
  violations: number;
  misfit: number;
  shown: number;
}

/** What an order of services is worth for an inquiry. What may not be offered is worth nothing. */
function score(inquiry: Inquiry, order: readonly string[], { services, truths, counties }: World): Scored {
  const breaks = (id: string): boolean => violates(services.get(id) as RawService, inquiry.answers, (zip) => counties.get(zip));
  const grade = (id: string): number => (breaks(id) ? 0 : gradeOf(inquiry.truth, truths.get(id) as Truth));
  const ranked = order.slice(0, 50).map(grade);
  const all = [...services.keys()].map(grade);
  const first = order.slice(0, 10);
  return {
    inquiry,
    ndcg: ndcg(ranked, all),
    p5: precisionAt5(ranked),
    mrr: reciprocalRank(ranked),
    recall: recallAt50(ranked, all),
    violations: first.filter(breaks).length,
    misfit: first.filter((id) => !breaks(id) && isForOthersByWords(services.get(id) as RawService, truths.get(id) as Truth, inquiry.truth)).length,
    shown: first.length,
  };
}

/** Made for other people, and only its words say so: no rule on what is published can keep it out. */
function isForOthersByWords(service: RawService, offered: Truth, asked: Truth): boolean {
  const published = (service.attributes ?? []).map(({ taxonomy_term: term }) => term).filter(({ taxonomy }) => taxonomy === 'population' || taxonomy === 'eligibility-restriction');
  return !published.length && offered.populations.length > 0 && !offered.populations.some((code) => asked.populations.includes(code));
}

function bestOrder({ truth, answers }: Inquiry, ids: readonly string[], { services, truths, counties }: World): string[] {
  const grade = new Map(ids.map((id) => [id, violates(services.get(id) as RawService, answers, (zip) => counties.get(zip)) ? -1 : gradeOf(truth, truths.get(id) as Truth)]));
  return [...ids].filter((id) => (grade.get(id) ?? -1) >= 0).sort((a, b) => (grade.get(b) ?? 0) - (grade.get(a) ?? 0)).slice(0, 50);
}

const share = (scored: readonly Scored[], of: 'violations' | 'misfit'): number => scored.reduce((sum, one) => sum + one[of], 0) / Math.max(1, scored.reduce((sum, one) => sum + one.shown, 0));
const cell = (value: number): string => value.toFixed(3).padStart(7);

function row(name: string, scored: readonly Scored[]): void {
  const [values, half] = [scored.map((one) => one.ndcg), halfWidth(scored.map((one) => one.ndcg))];
  console.log(`${name.padEnd(30)}${cell(mean(values))} ±${half.toFixed(2)} ${cell(mean(scored.map(({ p5 }) => p5)))}${cell(mean(scored.map(({ mrr }) => mrr)))}${cell(mean(scored.map(({ recall }) => recall)))}${cell(share(scored, 'violations'))}${cell(share(scored, 'misfit'))}`);
}

/** The same order each run, and no other meaning. */
function shuffled(ids: readonly string[], seed: number): string[] {
  let state = seed;
  const dice = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return ids.map((id) => ({ id, at: dice() })).sort((a, b) => a.at - b.at).map(({ id }) => id);
}

const FULL_TEXT = `
select s.id from directory.service s, plainto_tsquery('english', $1) strict, to_tsquery('english', coalesce(nullif(array_to_string(tsvector_to_array(to_tsvector('english', $1)), ' | '), ''), 'none')) loose
where to_tsvector('english', s.name || ' ' || coalesce(s.description, '')) @@ loose order by ts_rank_cd(to_tsvector('english', s.name || ' ' || coalesce(s.description, '')), loose) desc, s.id limit 50`;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'referral-desk-matching-'));
  chmodSync(folder, 0o711);
  const cluster = await startEmbedded(join(folder, 'database', 'postgres'));
  try {
    const url = await ensureDatabase(cluster, 'desk');
    const environment = { PATH: process.env['PATH'], DATABASE_URL: url, DEMO: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
    const desk = (...words: string[]): string => execFileSync(process.execPath, [join(__dirname, '../cli/main.js'), ...words], { env: environment, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'inherit'] });
    const package_ = built<{ services: RawService[] }>();
    writeFileSync(join(folder, 'metro.json'), JSON.stringify(package_));
    desk('import', join(folder, 'metro.json'), '--source', 'metro');
    const sql = new Client({ connectionString: url });
    await sql.connect();
    await measure(package_.services, desk, sql);
    await sql.end();
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const fault of faults) console.log(`  FAULT: ${fault}`);
  if (faults.length) process.exitCode = 1;
}

async function measure(services: readonly RawService[], desk: (...words: string[]) => string, sql: Client): Promise<void> {
  const zips = (await sql.query<{ zip: string; county: string }>(`select zip, coalesce(county_before, county) || ', ' || state as county from directory.zip`)).rows;
  const world: World = { services: new Map(services.map((one) => [one.id, one])), truths: new Map(Object.entries(built<Record<string, Truth>>('--truth'))), counties: new Map(zips.map(({ zip, county }) => [zip, county])) };
  const inquiries = read<Inquiry[]>('inquiries.json');
  const lines = desk('match', join(FOLDER, 'inquiries.json'), '--as-of', AS_OF).trim().split('\n').map((line) => JSON.parse(line) as Line);
  const orders = new Map(lines.map(({ id, ranking }) => [id, ranking.map(({ service }) => service)]));
  const by = (order: (inquiry: Inquiry) => readonly string[]): Scored[] => inquiries.map((inquiry) => score(inquiry, order(inquiry), world));
  const ids = [...world.services.keys()].sort();
  const words = new Map<string, string[]>();
  for (const { id, text } of inquiries) words.set(id, (await sql.query<{ id: string }>(FULL_TEXT, [text])).rows.map((one) => one.id));
  console.log(`${inquiries.length} inquiries, ${services.length} services\n${''.padEnd(30)}nDCG@10 (95 %)      P@5    MRR  rec@50 violat. misfit`);
  row('random', by(({ id }) => shuffled(ids, id.length * 7919 + id.charCodeAt(3))));
  row('full text, any word', by(({ id }) => words.get(id) ?? []));
  row('hard rules, random order', by((inquiry) => shuffled(ids, inquiry.id.length * 104_729 + inquiry.id.charCodeAt(3)).filter((id) => !violates(world.services.get(id) as RawService, inquiry.answers, (zip) => world.counties.get(zip)))));
  const ours = by(({ id }) => orders.get(id) ?? []);
  row('ours', ours);
  const best = by((inquiry) => bestOrder(inquiry, ids, world));
  row('best order there is', best);
  groups(ours);
  twins(ours);
  gates(ours, { lines, best });
  crisis(desk);
}

function groups(ours: readonly Scored[]): void {
  const names = [...new Set(ours.flatMap(({ inquiry }) => inquiry.truth.groups))].sort();
  console.log('\nby group:');
  for (const name of names) row(`  ${name} (${ours.filter(({ inquiry }) => inquiry.truth.groups.includes(name)).length})`, ours.filter(({ inquiry }) => inquiry.truth.groups.includes(name)));
  for (const language of ['en', 'es']) row(`  in ${language}`, ours.filter(({ inquiry }) => inquiry.id.startsWith(language)));
}

function twins(ours: readonly Scored[]): void {
  const english = ours.filter(({ inquiry }) => inquiry.id.startsWith('en') && inquiry.truth.twin);
  const spanish = english.map(({ inquiry }) => ours.find((other) => other.inquiry.id === inquiry.truth.twin)).filter((one) => one !== undefined);
  const ratio = mean(spanish.map((one) => one.ndcg)) / mean(english.map((one) => one.ndcg));
  console.log(`\ntwins: Spanish ÷ English ${ratio.toFixed(2)} (${english.length} pairs)`);
  if (ratio < GATES.twins) faults.push(`Spanish twins are worth ${ratio.toFixed(2)} of the English ones, gate ${GATES.twins}`);
}

function gates(ours: readonly Scored[], { lines, best }: { lines: readonly Line[]; best: readonly Scored[] }): void {
  const least = { ndcg: mean(ours.map((one) => one.ndcg)), p5: mean(ours.map((one) => one.p5)) / mean(best.map((one) => one.p5)), mrr: mean(ours.map((one) => one.mrr)), recall: mean(ours.map((one) => one.recall)) };
  for (const [name, value] of Object.entries(least)) if (value < GATES[name as keyof typeof least]) faults.push(`${name} is ${value.toFixed(3)}, gate ${GATES[name as keyof typeof least]}`);
  if (share(ours, 'violations') > 0) faults.push(`hard rules are broken: ${ours.filter(({ violations }) => violations).map(({ inquiry }) => inquiry.id).join(', ')}`);
  if (share(ours, 'misfit') > GATES.misfit) faults.push(`misfit is ${share(ours, 'misfit').toFixed(3)}, gate ${GATES.misfit}`);
  const silent = lines.filter(({ ranking }) => ranking.some(({ reasons }) => !reasons.length));
  if (silent.length) faults.push(`results without a reason: ${silent.length} inquiries`);
}

function crisis(desk: (...words: string[]) => string): void {
  const said = read<CrisisLine[]>('crisis-lines.json');
  const heard = new Map(desk('triage', join(FOLDER, 'crisis-lines.json')).trim().split('\n').map((line) => JSON.parse(line) as CrisisLine).map(({ id, tier }) => [id, tier]));
  const of = (tier: CrisisLine['tier']): CrisisLine[] => said.filter((line) => line.tier === tier);
  const rate = (lines: readonly CrisisLine[], ...tiers: string[]): number => lines.filter(({ id }) => tiers.includes(heard.get(id) ?? '')).length / Math.max(1, lines.length);
  const recall = rate([...of('hard'), ...of('soft')], 'hard', 'soft');
  const flags = rate(of('none'), 'hard');
  console.log(`crisis: ${said.length} lines; hard heard as hard ${rate(of('hard'), 'hard').toFixed(2)}, hard and soft heard at all ${recall.toFixed(2)}, hard flags on look-alikes ${flags.toFixed(2)}`);
  if (recall < GATES.crisis) faults.push(`crisis recall is ${recall.toFixed(2)}, gate ${GATES.crisis}`);
  if (flags > GATES.falseFlags) faults.push(`hard flags on look-alikes: ${flags.toFixed(2)}, gate ${GATES.falseFlags}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
