// npm test: everything, from a fresh clone. Stages run one after the other; all of them run, so that one look tells all.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, environment, fail, install, ROOT, stamp } from './lib.mjs';

const RESULTS = join(ROOT, 'test-results');
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(ROOT, 'node_modules/jest/bin/jest.js')];
const only = process.argv.slice(2);

/** Runs one command; its words are shown, except JSON log lines of the product. */
function command(tool, args, { cwd = ROOT, extra = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(tool, args, { cwd, env: environment(extra), stdio: ['ignore', 'pipe', 'pipe'] });
    const show = (part) => process.stdout.write(String(part).replace(/^\{"level".*\n?/gm, ''));
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    child.on('error', () => done(1)).on('exit', (code) => done(code ?? 1));
  });
}

/** What failed is said again at the end: where somebody reads the last lines only, they read this. */
const told = [];
const COLOURS = new RegExp(String.raw`\u001b\[[\d;]*m`, 'g');
const tell = (what, message) => told.push(`${what}\n${message.replace(COLOURS, '').split('\n').filter((line) => line.trim()).slice(0, 25).join('\n')}\n`);

/** A check that counts as one. */
const check = (tool, args, options) => async () => ({ passed: 0, failed: 0, skipped: 0, ...((await command(tool, args, options)) === 0 ? { passed: 1 } : { failed: 1 }) });

const jest = (config, cwd) => async () => {
  const report = join(RESULTS, `${config}.json`);
  rmSync(report, { force: true });
  const code = await command('node', [...JEST, '-c', config, '--json', `--outputFile=${report}`, '--silent=false'], { cwd: join(ROOT, cwd) });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  for (const { name, message, status } of testResults) if (status === 'failed') tell(`failed: ${name.slice(ROOT.length + 1)}`, message);
  return { passed: numPassedTests, failed: numFailedTests || (code === 0 ? 0 : Math.max(1, numFailedTestSuites)), skipped: numPendingTests };
};

/** Journeys that may need a second try in one run: a machine that stands still for some seconds fails whichever is in the browser. Each is named at the end; a fault in the product fails more, or twice. */
const FORGIVEN = 2;
const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];

const playwright = async () => {
  const report = join(ROOT, 'e2e/test-results/report.json');
  rmSync(report, { force: true });
  const code = await command('playwright', ['test', '-c', 'playwright.config.ts'], { cwd: join(ROOT, 'e2e'), extra: { SECOND_TRY: '1' } });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  const { expected, unexpected, flaky, skipped } = stats;
  for (const { file, title, tests } of suites.flatMap(specs)) {
    const { status, results } = tests[0];
    if (status === 'unexpected' || status === 'flaky') tell(`${status === 'flaky' ? 'passed at the second try only' : 'failed'}: ${file} ${title}`, results[0].errors.map(({ message }) => message).join('\n'));
  }
  const stalled = flaky > FORGIVEN ? flaky : 0;
  return { passed: expected + flaky - stalled, failed: unexpected + stalled || (code === 0 ? 0 : 1), skipped };
};

/** Files that are made from others, and committed. */
const MADE = ['backend/openapi.json', 'frontend/src/app/api/schema.ts'];
const read = (file) => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : undefined);

/** The contract is generated anew and must equal what is committed. */
const drift = async () => {
  const before = MADE.map(read);
  const code = await command('nx', ['run', 'frontend:schema', '--output-style=static']);
  const stale = MADE.filter((file, index) => before[index] === undefined || read(file) !== before[index]);
  for (const file of stale) console.log(`${file} was ${before[MADE.indexOf(file)] === undefined ? 'missing' : 'out of date'}: run npm run contract and commit it.`);
  const sound = code === 0 && !stale.length;
  if (sound) stamp(); // written anew with the same content, it would look newer than what was built from it
  return { passed: sound ? 1 : 0, failed: sound ? 0 : 1, skipped: 0 };
};

const nx = (target) => check('nx', ['run-many', '-t', target, '--output-style=static']);

/** One line a stage, in the order of running. */
const STAGES = {
  lock: check('node', ['tools/complete-lock.mjs', '--check']),
  notice: check('node', ['tools/make-notice.mjs', '--check']),
  build: async () => {
    const result = await nx('build')();
    stamp();
    return result;
  },
  lint: nx('lint'),
  planted: check('node', ['tools/lint/planted.mjs']),
  types: nx('typecheck'),
  contract: drift,
  migrations: check('node', ['tools/check-migrations.mjs']),
  unit: jest('jest.config.cjs', 'backend'),
  database: jest('jest.db.cjs', 'backend'),
  running: jest('jest.running.cjs', 'backend'),
  faults: jest('jest.faults.cjs', 'backend'),
  bench: check('node', ['tools/bench.mjs', '--seconds', '1']), // prints its figures; fails when the queue leaves its index
  matches: check('node', ['tools/bench.mjs', 'matches', '--seconds', '1']), // 10,000 listings; fails when memory finds other listings than the database
  imports: check('node', ['tools/bench.mjs', 'imports']), // small; fails when a reader is blocked, memory grows, or the same again changes something
  desk: jest('jest.config.cjs', 'frontend'),
  journeys: playwright,
};

/** Stages that need no built product, or build what they need. */
const UNBUILT = new Set(['lock', 'notice', 'lint', 'planted', 'types', 'contract', 'desk']);

const unknown = only.filter((name) => !STAGES[name]);
if (unknown.length) fail(`There is no stage ${unknown.join(', ')}. Stages are ${Object.keys(STAGES).join(', ')}.`);
install();
if (only.some((name) => !UNBUILT.has(name)) && !only.includes('build')) build();
mkdirSync(RESULTS, { recursive: true });
const sum = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
for (const [name, stage] of Object.entries(STAGES)) {
  if (only.length && !only.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  const started = Date.now();
  const result = await stage();
  rows.push(`${name.padEnd(10)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed ${String(result.skipped).padStart(4)} skipped ${((Date.now() - started) / 1000).toFixed(1).padStart(7)} s`);
  for (const key of Object.keys(sum)) sum[key] += result[key];
}
for (const one of told) console.log(`\n${one}`);
console.log(`\n${rows.join('\n')}\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exit(sum.failed ? 1 : 0);
