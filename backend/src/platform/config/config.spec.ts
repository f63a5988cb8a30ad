import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config, ConfigError, readConfig, VARIABLES } from './config.js';

const DATABASE_URL = 'postgresql://owner@db.example.org/desk';

/** The faults of an environment, none when it is sound. */
function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000, embedded: true, demo: true, bind: '127.0.0.1', baseUrl: 'http://localhost:3000', secure: false });
  });

  it('names all faults at once, one for each variable', () => {
    const found = faults({ PORT: '80a', DATABASE_POOL: '0', BASE_URL: 'http://desk.example.org', DATABASE_URL: 'mysql://x', SMTP_URL: 'mail.example.org', LOG_LEVEL: 'loud', DEMO: 'maybe', EXIT_URL: 'weather' });
    expect(found.map((fault) => fault.split(' ')[0]).sort()).toEqual(['BASE_URL', 'DATABASE_POOL', 'DATABASE_URL', 'DEMO', 'EXIT_URL', 'LOG_LEVEL', 'PORT', 'SMTP_URL']);
    expect(new ConfigError(found).message).toMatch(/^The configuration has 8 faults:\n {2}- /);
  });

  it.each(['-1', '65536', '1.5', '0x10', ' 80', '1e3'])('refuses the port %s', (PORT) => {
    expect(faults({ PORT })).toEqual(['PORT must be a whole number from 0 to 65535']);
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ PORT: '', BASE_URL: '', DEMO: '', DATABASE_URL: '', SMTP_URL: '' })).toMatchObject({ PORT: 3000, demo: true, embedded: true });
  });
});

describe('BASE_URL', () => {
  const real = (BASE_URL: string): readonly string[] => faults({ BASE_URL, DATABASE_URL });

  it.each(['https://desk.example.org', 'https://desk.example.org/', 'https://desk.example.org:8443', 'http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000'])('may be %s', (url) => {
    expect(real(url)).toEqual([]);
  });

  it.each(['http://desk.example.org', 'http://localhost.example.org', 'http://127.0.0.2', 'https://desk.example.org/path', 'https://desk.example.org/?a=b', 'https://desk.example.org/#a', 'https://user@desk.example.org', 'ftp://localhost', 'desk.example.org', 'localhost:3000'])('must not be %s', (url) => {
    expect(real(url)).toEqual([expect.stringMatching(/^BASE_URL must be https/)]);
  });

  it('loses its last slash, so that links have one', () => {
    expect(readConfig({ BASE_URL: 'https://desk.example.org/', DATABASE_URL }).baseUrl).toBe('https://desk.example.org');
  });
});

describe('demo mode', () => {
  it.each([
    [{}, true],
    [{ DATABASE_URL }, false],
    [{ DEMO: '0' }, false],
    [{ DEMO: 'false' }, false],
    [{ DATABASE_URL, DEMO: '1' }, true],
    [{ DATABASE_URL, DEMO: 'true' }, true],
    [{ DATABASE_URL, DEMO: '' }, false],
  ])('with %j is %s', (env, demo) => {
    expect(readConfig(env).demo).toBe(demo);
  });

  it.each(['yes', '2', 'on', 'TRUE'])('is refused as %s: nobody must guess what that means', (DEMO) => {
    expect(faults({ DEMO })).toEqual(['DEMO must be 0 or 1']);
  });

  it.each(['https://desk.example.org', 'https://10.0.0.7', 'https://desk.local'])('never has the address %s', (BASE_URL) => {
    expect(faults({ BASE_URL })).toEqual([expect.stringMatching(/^BASE_URL must be on localhost/)]);
    expect(faults({ BASE_URL, DEMO: '0' })).toEqual([]);
  });

  it('listens on this machine alone, whatever HOST says', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).bind).toBe('127.0.0.1');
    expect(readConfig({ HOST: '0.0.0.0', DATABASE_URL }).bind).toBe('0.0.0.0');
  });
});

describe('.env.example', () => {
  const blocks = readFileSync(join(__dirname, '../../../../.env.example'), 'utf8').trim().split('\n\n').slice(1);
  const entries = blocks.map((block) => /^# (?<says>.+)\n#(?<name>[A-Z_]+)=(?<value>.*)$/.exec(block)?.groups);

  it('explains every variable in one line, gives its default, and knows no other', () => {
    const defaults = new Config() as unknown as Record<string, string | number | undefined>;
    expect(entries.map((entry) => [entry?.['name'], entry?.['value']])).toEqual(VARIABLES.map((name) => [name, String(defaults[name] ?? '')]));
  });
});
