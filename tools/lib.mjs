// What the project's own scripts share. Plain Node 20 without packages: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_HERE = 20;
const OLDEST_RUN = [24, 15];

const at = (...parts) => join(ROOT, ...parts);
const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Installs from the lock file when it is newer than what is installed. npm's own progress is shown. */
export function install() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_HERE) fail(`Node ${OLDEST_HERE} or newer is needed to start; this is ${process.versions.node}.`);
  if (installed()) return;
  console.log('Installing the locked packages (a minute or two the first time) …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) fail('npm ci failed; its words are above.');
  writeFileSync(MARK, lockHash());
}

const MARK = join(ROOT, 'node_modules', '.installed-lock');
const lockHash = () => createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex');

/** Whether what is installed is what the lock file says: by our own mark, or by npm's if somebody installed by hand. */
function installed() {
  if (changed(at('node_modules', '.package-lock.json')) >= changed(at('package-lock.json'))) return true;
  return existsSync(MARK) && readFileSync(MARK, 'utf8') === lockHash();
}

/** Node 24: the one npm brought, else this one if it is new enough. */
export function node24() {
  const brought = ['x64', 'arm64'].map((cpu) => at('node_modules', `node-linux-${cpu}`, 'bin', 'node')).find((file) => file.includes(`-${process.arch}`) && existsSync(file));
  if (brought) return brought;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_RUN[0] || (major === OLDEST_RUN[0] && minor >= OLDEST_RUN[1])) return process.execPath;
  return fail(`Node ${OLDEST_RUN.join('.')} is needed on ${process.platform} ${process.arch}, where npm cannot bring it; this is ${process.versions.node}.`);
}

/** The environment in which the tools of node_modules run on Node 24. */
export function environment(extra = {}) {
  const path = [dirname(node24()), at('node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
  return { ...process.env, PATH: path, NX_DAEMON: 'false', NG_CLI_ANALYTICS: 'false', FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...extra };
}

/** Newest change below a folder, in milliseconds. */
function newest(folder) {
  let latest = changed(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : changed(path));
  }
  return latest;
}

const MADE = [
  ['backend', at('backend', 'dist', 'main.js')],
  ['frontend', at('frontend', 'dist', 'browser', 'index.html')],
];

/** Builds what is older than its sources. Nx knows what is cached; a look at the dates saves starting it at all. */
export function build(projects = ['backend', 'frontend']) {
  const common = Math.max(newest(at('design')), changed(at('package-lock.json')), changed(at('tools', 'build-backend.mjs')));
  const old = MADE.filter(([project, made]) => projects.includes(project) && changed(made) < Math.max(newest(at(project, 'src')), common));
  if (!old.length) return;
  console.log(`Building ${old.map(([project]) => project).join(' and ')} …`);
  run('nx', ['run-many', '-t', 'build', '-p', old.map(([project]) => project).join(','), '--output-style=static'], 'The build failed; its words are above.');
  stamp();
}

/** What Nx restores from its cache may be older than its sources, and would be asked for at each start. */
export function stamp() {
  for (const [, made] of MADE) if (existsSync(made)) utimesSync(made, new Date(), new Date());
}

/** Runs a tool of node_modules to its end. */
export function run(tool, args, otherwise, extra = {}) {
  const done = spawnSync(tool, args, { cwd: ROOT, stdio: 'inherit', env: environment(extra) });
  if (done.status !== 0) fail(otherwise);
}

/** What V8 compiled is kept from start to start. */
const COMPILED = at('node_modules', '.cache', 'compiled');

/** How the operator's commands run: what an import leaves behind is swept soon, which halves its memory for a few hundredths more work. */
export const SPARING = ['--max-semi-space-size=2'];

/** Runs a compiled script of the backend on Node 24 in the foreground, with .env if there is one; signals go to it alone, its exit is ours. */
export function serve(script, args = [], flags = []) {
  const own = existsSync(at('.env')) ? ['--env-file=.env'] : [];
  const child = spawn(node24(), [...own, ...flags, script, ...args], { cwd: ROOT, stdio: 'inherit', env: environment({ NODE_COMPILE_CACHE: COMPILED }) });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

export function readJson(file) {
  return JSON.parse(readFileSync(at(file), 'utf8'));
}

export function fail(words) {
  console.error(words);
  process.exit(1);
}
