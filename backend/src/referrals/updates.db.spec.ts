import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import { aChoice, anAddress, refer } from '../../test/a-referral.js';
import { type TestDesk } from '../../test/test-database.js';

/** 100 by hand; fewer when every change of the code runs them. */
const ROUNDS = Number(process.env['T5_ROUNDS'] ?? 20);
const SENDERS = 30;

let desk: TestDesk;
let ruth: Colleague;
let amos: Colleague;
beforeAll(async () => {
  desk = await aCountyDesk();
  ruth = await aColleague(desk, 'Ruth Adler');
  amos = await aColleague(desk, 'Amos Bell', ['ADM']);
}, 180_000);
afterAll(() => desk?.stop());

interface Change {
  who: () => Colleague;
  method: 'POST' | 'PUT';
  url: string;
  /** A sender's own change in a round. */
  body: (round: number, sender: number) => object | undefined;
  version: () => Promise<number>;
  /** Read back: of which sender the kept change is; undefined where that cannot be told apart. */
  kept?: () => Promise<unknown>;
}

const versionOf = async (table: string, id: string, key = 'id'): Promise<number> => (await desk.sql<{ version: number }>(`select version from ${table} where ${key} = $1`, [id]))[0]?.version ?? 0;

async function needChange(): Promise<Change> {
  const { option } = await aChoice(desk, ruth);
  const ended = async (): Promise<boolean> => (await desk.sql<{ ended: boolean }>('select closed_at is not null as ended from intake.need where id = $1', [option.needId]))[0]?.ended ?? false;
  let next = 'end';
  return {
    who: () => ruth,
    method: 'POST',
    get url() {
      return `/api/needs/${option.needId}/${next}`;
    },
    body: () => (next === 'end' ? { outcome: 'met', reason: 'served' } : undefined),
    version: async () => {
      next = (await ended()) ? 'reopen' : 'end';
      return versionOf('intake.need', option.needId);
    },
  };
}

async function referralChange(): Promise<Change> {
  const chosen = await aChoice(desk, ruth);
  await anAddress(desk, chosen.option, 'updates@example.org');
  const { id } = await refer(ruth, chosen, 'phone');
  return {
    who: () => ruth,
    method: 'POST',
    url: `/api/referrals/${id}/answer`,
    body: (round, sender) => ({ kind: 'needs-info', note: `Question ${round}-${sender}` }),
    version: () => versionOf('referrals.referral', id),
    kept: async () => (await ruth.ask<{ id: string; answers: { note: string }[] }[]>('GET', `/api/inquiries/${chosen.inquiry.id}/referrals`)).find((one) => one.id === id)?.answers.at(-1)?.note,
  };
}

async function agencyChange(): Promise<Change> {
  const [row] = await desk.sql<{ id: string }>('select id from directory.organization order by id desc limit 1');
  const id = row?.id ?? '';
  return {
    who: () => amos,
    method: 'PUT',
    url: `/api/agencies/${id}`,
    body: (round, sender) => ({ email: `desk-${round}-${sender}@example.org`, answerDays: 3 }),
    version: () => versionOf('directory.agency', id, 'organization_id'),
    kept: async () => (await desk.sql<{ email: string }>('select email from directory.agency where organization_id = $1', [id]))[0]?.email,
  };
}

const KINDS: readonly [string, () => Promise<Change>][] = [['a need', needChange], ['a referral', referralChange], ['an agency’s address', agencyChange]];
const send = async ({ who, method, url, body }: Change, headers: Record<string, string>, at: [number, number]): Promise<{ status: number; body: object | undefined }> => {
  const payload = body(...at);
  const answer = await desk.app.inject({ method, url, headers: { cookie: who().cookie, 'x-csrf-token': who().csrf, ...headers }, ...(payload && { payload }) });
  return { status: answer.statusCode, body: payload };
};

describe('T5 changes of the same thing at once', () => {
  it.each(KINDS)('T5 %s: one of thirty wins each round, the others are told', async (_, make) => {
    const change = await make();
    for (let round = 0; round < ROUNDS; round++) {
      const version = await change.version();
      const answers = await Promise.all(Array.from({ length: SENDERS }, (_none, sender) => send(change, { 'if-match': `"v${version}"` }, [round, sender])));
      const won = answers.filter(({ status }) => status < 300);
      expect([won.length, answers.filter(({ status }) => status === 412).length]).toEqual([1, SENDERS - 1]);
      expect(await change.version()).toBe(version + 1);
      if (change.kept) expect(JSON.stringify(won[0]?.body)).toContain(`"${String(await change.kept())}"`);
    }
  }, 120_000);

  it.each(KINDS)('T5 %s: without a version 428, with nonsense 412, and nothing changed', async (_, make) => {
    const change = await make();
    const version = await change.version();
    const answers = [await send(change, {}, [0, 0]), await send(change, { 'if-match': 'latest' }, [0, 0]), await send(change, { 'if-match': `"v${version + 1}"` }, [0, 0])];
    expect(answers.map(({ status }) => status)).toEqual([428, 412, 412]);
    expect(await change.version()).toBe(version);
  });

  it('T5 settings: one of thirty wins each round', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const version = await versionOf('settings.desk', 'true');
      const answers = await Promise.all(Array.from({ length: SENDERS }, (_none, sender) => amos.send('PUT', '/api/settings', { name: `Desk ${round}-${sender}`, dutyOn: true, holidays: [], version })));
      expect([answers.filter(({ statusCode }) => statusCode === 200).length, answers.filter(({ statusCode }) => statusCode === 412).length]).toEqual([1, SENDERS - 1]);
      const [row] = await desk.sql<{ name: string }>('select name from settings.desk');
      expect(answers.find(({ statusCode }) => statusCode === 200)?.json<{ name: string }>().name).toBe(row?.name);
    }
  }, 120_000);
});
