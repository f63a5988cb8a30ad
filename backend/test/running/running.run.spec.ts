import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { command } from '../a-command.js';
import { anInquiry } from '../an-inquiry.js';
import { Home, type Started } from './npm-start.js';

/** Seconds from `npm start` to an answer, when everything was installed, built and started before. */
const SECOND_START = 5;
/** A machine that is busy with something else says nothing about the product: the three starts are measured again, so many times at most. */
const ROUNDS = 3;
const on = process.platform === 'linux' ? describe : describe.skip; // processes are looked up in /proc

/** Sends the same request under the same key: the answer is the same as long as the first was kept. */
async function send(desk: Started, key: string): Promise<{ status: number; reference: string }> {
  const answer = await fetch(`${desk.url}/api/public/inquiries`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(anInquiry()) });
  const { reference } = (await answer.json()) as { reference: string };
  return { status: answer.status, reference };
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Addresses that listen on `port`, as the kernel writes them. */
const listening = (port: number): string[] =>
  ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []).map((line) => line.trim().split(/\s+/)).filter(([, local, , state]) => state === '0A' && Number.parseInt(local?.split(':')[1] ?? '', 16) === port).map(([, local]) => local?.split(':')[0] ?? ''));

const residentMegabytes = (pid: number): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

/** The median of three starts, in milliseconds; each ends at Ctrl-C and leaves nothing. */
async function medianStart(home: Home): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const again = await home.start();
    times.push(Math.round(again.took ?? Infinity));
    await again.interrupt();
    expect(await home.left()).toEqual([]);
  }
  console.log(`second starts: ${times.join(', ')} ms`);
  return times.sort((a, b) => a - b)[1] ?? Infinity;
}

on('npm start', () => {
  const home = new Home();
  afterAll(() => home.remove());
  let desk: Started;

  it('serves the demo from nothing, to this machine alone, and keeps its data for its owner alone', async () => {
    desk = await home.start({ HOST: '0.0.0.0' });
    expect(desk.took).toBeDefined();
    expect(desk.output()).not.toMatch(/Building|Installing/);
    expect(listening(desk.port)).toEqual(['0100007F']);
    expect(statSync(home.data).mode & 0o777).toBe(0o700);
    for (let waited = 0; !desk.output().includes('Ctrl-C') && waited < 5000; waited += 50) await sleep(50);
    expect(desk.output()).toContain('Not for real people yet');
    expect(desk.output()).toContain('Demo sign-ins');
    console.log(`cold start: ${Math.round(desk.took ?? 0)} ms; memory: node ${residentMegabytes(home.desk()?.pid ?? 0)} MB, postgres ${residentMegabytes(home.postgres()?.pid ?? 0)} MB`);
  });

  it('is not disturbed by a command, nor by a second start on its port or its data', async () => {
    const environment = { DATA_DIR: home.data, LOG_LEVEL: 'silent' };
    expect(await command(['doctor'], environment)).toEqual({ code: 0, text: expect.stringContaining('All is well.') });
    expect(await command(['verify-audit'], environment)).toEqual({ code: 0, text: expect.stringContaining('The audit is whole.') });
    const second = await home.start({ PORT: String(desk.port) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`port ${desk.port} is taken`);
    const beside = await home.start();
    await beside.interrupt();
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(200);
    expect((await send(desk, 'after-all-of-that-1')).status).toBe(201);
  });

  it('leaves no process behind at Ctrl-C', async () => {
    expect(home.processes().length).toBeGreaterThan(3);
    await desk.interrupt();
    expect(await home.left()).toEqual([]);
  });

  it(`answers within ${SECOND_START} seconds the next time, the median of three`, async () => {
    const medians: number[] = [];
    do medians.push(await medianStart(home));
    while (Math.min(...medians) > SECOND_START * 1000 && medians.length < ROUNDS);
    expect(Math.min(...medians)).toBeLessThanOrEqual(SECOND_START * 1000);
  });

  it('leaves no process behind when Ctrl-C comes in the middle of the start', async () => {
    for (const moment of ['bin/initdb -D', 'bin/postgres -D'] as const) {
      const fresh = new Home();
      try {
        const starting = fresh.start();
        for (let waited = 0; !fresh.processes().some(({ command }) => command.includes(moment)) && waited < 20_000; waited += 5) await sleep(5);
        fresh.interruptAll();
        await starting;
        expect([moment, await fresh.left()]).toEqual([moment, []]);
      } finally {
        await fresh.remove();
      }
    }
  });

  it('lets a command start the database itself, and stop it', async () => {
    expect(await command(['doctor'], { DATA_DIR: home.data, LOG_LEVEL: 'silent' })).toMatchObject({ code: 0 });
    expect(await home.left()).toEqual([]);
  });

  it.each([
    ['the desk was killed and its database lives on', () => [home.desk()]],
    ['the desk and its database were killed', () => [home.desk(), home.postgres()]],
  ])('works after %s, and a request sent before is still there', async (_, victims) => {
    const before = await home.start();
    const key = `killed-${victims().length}-and-back`;
    const first = await send(before, key);
    expect(first.status).toBe(201);
    await home.kill(victims());
    await before.ended;
    const after = await home.start();
    expect(await send(after, key)).toEqual(first);
    expect(await rows(home.databaseUrl(), `select 1 from intake.inquiry where reference = '${first.reference}'`)).toHaveLength(1);
    await after.interrupt();
    expect(await home.left()).toEqual([]);
  });

  it('refuses a public address in demo mode with 78, naming it, and starts nothing', async () => {
    const refused = await home.start({ BASE_URL: 'https://desk.example.org' });
    expect(await refused.ended).toBe(78);
    expect(refused.output()).toContain('BASE_URL must be on localhost');
    expect(await home.left()).toEqual([]);
  });
});
