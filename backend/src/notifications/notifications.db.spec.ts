import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { aColleague, type Colleague } from '../../test/a-colleague.js';
import { ITS_NUMBER, sent } from '../../test/an-inquiry.js';
import { handOn } from '../../test/hand-on.js';
import { testDesk, type TestDesk } from '../../test/test-database.js';
import type { QueuePage } from '../intake/inquiry.dto.js';
import { Clock, Db, Events, Jobs, SYSTEM, uuidv7 } from '../platform/index.js';
import { AuditSealer } from '../audit/index.js';
import { Alerts } from './desk/alerts.service.js';
import { AuditWatch } from './desk/audit-watch.service.js';
import { Outbox } from './post/outbox.js';
import { isPlainAddress } from './post/postman.js';

/** What the server at the other end received, envelope and text. */
interface Received {
  to: string[];
  mail: ParsedMail;
}

let smtp: SMTPServer;
let desk: TestDesk;
let ruth: Colleague;
const received: Received[] = [];
let refuse = 0;

beforeAll(async () => {
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      void simpleParser(stream).then((mail) => {
        if (refuse-- > 0) return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  desk = await testDesk({ SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, MAIL_FROM: 'Desk <desk@example.org>' });
  await desk.sql(`update settings.desk set name = 'Alder County Desk', zone = 'America/New_York', on_call_email = 'on-call@example.org', supervisor_email = 'supervisor@example.org',
    hours = '[{"day":"MO","opens":"08:00","closes":"18:00"},{"day":"TU","opens":"08:00","closes":"18:00"},{"day":"WE","opens":"08:00","closes":"18:00"},{"day":"TH","opens":"08:00","closes":"18:00"},{"day":"FR","opens":"08:00","closes":"18:00"}]'`);
  ruth = await aColleague(desk, 'Ruth Adler');
  await desk.get(Jobs).start();
});
afterAll(async () => {
  await desk.stop();
  await new Promise<void>((closed) => smtp.close(closed));
});
beforeEach(() => {
  received.length = 0;
  refuse = 0;
});

async function arrived(count: number): Promise<Received[]> {
  for (let waited = 0; received.length < count && waited < 20_000; waited += 100) await sleep(100);
  return received;
}
const at = async <T>(reference: string, column: string): Promise<T> => (await desk.sql<{ value: T }>(`select ${column} as value from intake.inquiry where reference = $1`, [reference]))[0]?.value as T;

/** Requests of earlier specs are out of the way, as they end: each need with its reason. */
async function everythingEnded(): Promise<void> {
  await desk.sql(`update intake.need set status = 'withdrawn', closed_at = now(), end_reason = 'no-longer-wanted', ended_by = 'person' where closed_at is null`);
  await desk.sql(`update intake.inquiry set status = 'closed'`);
}

describe('"not safe"', () => {
  it('alerts the on-call address with one mail that says nothing', async () => {
    const { reference } = await sent(desk, { safety: 'no', words: 'canary words', safe: { name: 'canary name', times: [] } });
    await sent(desk, { safety: 'yes' });
    await handOn(desk);
    await handOn(desk);
    const [{ to, mail } = { to: [], mail: {} as ParsedMail }] = await arrived(1);
    await sleep(1500);
    expect(received).toHaveLength(1);
    expect(to).toEqual(['on-call@example.org']);
    expect(mail.subject).toBe('Alder County Desk: please look at the queue now');
    expect(mail.text).toContain('http://localhost:3000/desk');
    const whole = JSON.stringify([mail.headerLines, mail.text, mail.html]);
    for (const secret of [reference, 'canary', '0142', 'Marisol', 'worry']) expect(whole).not.toContain(secret);
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  });

  it('is tried again when the server refuses, with the same Message-ID, and arrives once', async () => {
    refuse = 1;
    await sent(desk, { safety: 'no' });
    await handOn(desk);
    const [{ mail } = { mail: {} as ParsedMail }] = await arrived(1);
    const [row] = await desk.sql<{ id: string; sent: Date | null }>('select id, sent_at as sent from notifications.mail order by made_at desc limit 1');
    expect(mail.messageId).toBe(`<${row?.id}@localhost>`);
    await sleep(500);
    expect(received).toHaveLength(1);
  }, 30_000);

  it.each([
    // Thursday November 19, 2026: 8 am in New York is 13:00 in Greenwich.
    ['nine staffed minutes', '2026-11-19T15:00:00Z', '2026-11-19T15:09:00Z', false],
    ['ten staffed minutes', '2026-11-19T15:00:00Z', '2026-11-19T15:10:00Z', true],
    ['a night, and nine minutes of the morning', '2026-11-19T23:30:00Z', '2026-11-20T13:09:00Z', false],
    ['a night, and ten minutes of the morning', '2026-11-19T23:30:00Z', '2026-11-20T13:10:00Z', true],
  ])('unread after %s: the supervisor is alerted %#', async (_, opened, now, alerted) => {
    await everythingEnded();
    const { reference } = await sent(desk, { safety: 'no' });
    await desk.sql('update intake.inquiry set opened_at = $2 where reference = $1', [reference, opened]);
    const made = await desk.get(Clock).during(new Date(now), () => desk.get(Alerts).watch());
    expect(made).toBe(alerted ? 1 : 0);
    const again = await desk.get(Clock).during(new Date(now), () => desk.get(Alerts).watch());
    expect(again).toBe(0);
    const to = await desk.sql<{ recipient: string }>(`select recipient from notifications.mail where kind = 'urgent-escalated' and cause = $1`, [await at(reference, 'id')]);
    expect(to).toEqual(alerted ? [{ recipient: 'supervisor@example.org' }] : []);
  });

  it('a fresh request that its person deleted: a supervisor is told once, and nothing of it', async () => {
    const id = uuidv7();
    for (let time = 0; time < 2; time++) await desk.get(Db).as(SYSTEM, (tx) => desk.get(Events).record(tx, { type: 'inquiry.erase-held', subject: id, body: {} }));
    await handOn(desk);
    const mails = await desk.sql<{ subject: string; body: string; recipient: string }>(`select subject, body, recipient from notifications.mail where kind = 'urgent-held' and cause = $1`, [id]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain(`/desk/inquiries/${id}`);
    expect(JSON.stringify(mails)).not.toMatch(new RegExp(`Teodora|Marisol|${ITS_NUMBER}|R-`));
  });

  it('read in time alerts nobody', async () => {
    await everythingEnded();
    const { reference } = await sent(desk, { safety: 'no' });
    const { items } = await ruth.ask<QueuePage>('GET', '/api/queue');
    await ruth.ask('POST', `/api/inquiries/${items.find((item) => item.reference === reference)?.id}/claim`);
    expect(await desk.get(Clock).during(new Date(Date.now() + 7 * 86_400_000), () => desk.get(Alerts).watch())).toBe(0);
  });
});

describe('a round of reminders', () => {
  const written = (kind: 'agency-listing' | 'urgent-unread', address: string): Promise<unknown> => desk.get(Db).as(SYSTEM, (tx) => desk.get(Outbox).add(tx, kind, { cause: uuidv7(), to: { address } }));
  const at = (address: string): Received[] => received.filter(({ to }) => to.includes(address)); // others of this file may arrive late
  const until = async (address: string, count: number): Promise<void> => {
    for (let waited = 0; at(address).length < count && waited < 30_000; waited += 20) await sleep(20);
  };

  it('does not hold up who is alerted, and sends some ten a second', async () => {
    for (let n = 0; n < 80; n++) await written('agency-listing', 'round@example.org');
    const begun = Date.now();
    await written('urgent-unread', 'alerted@example.org');
    await until('alerted@example.org', 1);
    expect(at('round@example.org').length).toBeLessThan(60);
    await until('round@example.org', 80);
    expect(at('round@example.org')).toHaveLength(80);
    expect(Date.now() - begun).toBeLessThan(15_000); // one at a time, as it was, takes forty seconds
  }, 60_000);

  it('one letter that fails takes no other of its batch with it', async () => {
    refuse = 1;
    for (let n = 0; n < 5; n++) await written('agency-listing', 'five@example.org');
    await until('five@example.org', 5);
    await sleep(500);
    expect(new Set(at('five@example.org').map(({ mail }) => mail.messageId)).size).toBe(5);
    expect(at('five@example.org')).toHaveLength(5);
  }, 60_000);
});

describe('an account’s one-time link', () => {
  it('goes to its owner by mail alone where the desk sends mail: the screen shows none, and no row holds it', async () => {
    const amos = await aColleague(desk, 'Amos Bell', ['ADM']);
    const made = await amos.ask<{ link: string | null }>('POST', '/api/staff', { email: 'ana@example.org', name: 'Ana Quill', roles: ['SPE'] });
    expect(made.link).toBeNull();
    await handOn(desk);
    const hers = (): Received[] => received.filter(({ to }) => to.includes('ana@example.org')); // others of this file may arrive late
    for (let waited = 0; !hers().length && waited < 20_000; waited += 100) await sleep(100);
    const [{ to, mail } = { to: [], mail: {} as ParsedMail }] = hers();
    expect(to).toEqual(['ana@example.org']);
    expect(mail.subject).toBe('Alder County Desk: your account');
    const secret = /http:\/\/localhost:3000\/desk\/set-up#([\w-]{43})/.exec(mail.text ?? '')?.[1] ?? '';
    expect(await desk.sql(`select 1 from notifications.mail m where m::text like '%' || $1 || '%'`, [secret])).toEqual([]);
    const use = await desk.app.inject({ method: 'POST', url: '/api/auth/link/use', payload: { secret, name: 'Ana Quill', password: 'quiet lantern over harbor' } });
    expect(use.statusCode).toBe(204);
  });
});

describe('the auditor', () => {
  it('gets the head of the chain once a night, and the bad news when it does not hold', async () => {
    await aColleague(desk, 'Olive Grant', ['AUD']);
    await desk.get(AuditSealer).seal();
    expect((await desk.get(AuditWatch).verify()).because).toBeUndefined();
    await desk.get(AuditWatch).verify();
    const [head] = await desk.sql<{ seq: string; hash: string }>(`select seq::text, encode(hash, 'hex') as hash from audit.seal s order by s.seq desc limit 1`);
    const mails = (): Promise<{ kind: string; recipient: string; body: string }[]> => desk.sql(`select kind, recipient, body from notifications.mail where kind like 'audit-%' order by made_at`);
    expect(await mails()).toEqual([{ kind: 'audit-head', recipient: 'olive.grant@example.org', body: expect.stringContaining(`Seals: ${head?.seq}\nHead: ${head?.hash}`) }]);
    await desk.sql(`alter table audit.entry disable trigger entry_refuse; update audit.entry set body = body || '{"act":"page.read"}' where id = (select entry_id from audit.seal where seq = 1); alter table audit.entry enable trigger entry_refuse`);
    expect((await desk.get(AuditWatch).verify()).because).toBe('changed');
    expect((await mails())[1]).toMatchObject({ kind: 'audit-broken', body: expect.stringContaining('Seal 1: changed') });
  });
});

describe('the recipient', () => {
  it.each(['on-call@example.org', 'first.last+desk@mail.example.org'])('%s is one mailbox', (address) => expect(isPlainAddress(address)).toBe(true));
  it.each(['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', '"x" <a@example.org>', 'a@example', '"a b"@example.org', 'a@[127.0.0.1]', 'a@exa mple.org', '', 'a'.repeat(300) + '@example.org'])('%j is refused', (address) => expect(isPlainAddress(address)).toBe(false));
});
