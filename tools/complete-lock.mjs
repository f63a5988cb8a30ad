// Adds a stub for every optional dependency that the registry at hand did not serve, so that `npm ci` accepts the
// lock file on every platform. `--check` writes nothing and fails when a stub or an integrity rule is missing.
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

const resolved = Object.values(packages).filter((entry) => entry.resolved).length;
if (check) {
  const faults = [added && `${added} optional packages lack an entry: run npm run lock`, resolved && `${resolved} "resolved" lines: they name a registry`].filter(Boolean);
  for (const fault of faults) console.error(`package-lock.json: ${fault}`);
  process.exit(faults.length ? 1 : 0);
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`complete-lock: ${added} added`);
