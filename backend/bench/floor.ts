/*
 * The floor: what a bare node:http server with pg needs for the same rows on the same database, in one good statement. It
 * validates nothing, seals nothing and knows no rule; a session it looks up in the statement that reads the page. Started
 * by the benchmark with DATABASE_URL and PORT.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { SUBMIT } from '../src/intake/submit.sql.js';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

interface Form {
  asker: string;
  safety: string;
  topics: string[];
  words: string;
  language: string;
  place: { zip: string };
  contact: { channel: string; phone: string };
  consent: { wording: string; followUp: boolean };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** The same statement as the product's: the same rows, columns as long as sealed ones. */
async function submit(request: IncomingMessage): Promise<string> {
  const form = JSON.parse(await read(request)) as Form;
  const id = randomUUID();
  const now = new Date().toISOString();
  const reference = `F-${id}`;
  const audit = JSON.stringify({ act: 'inquiry.submit', object: 'inquiry', objectId: id, actor: null, kind: 'public', roles: ['PUB'], requestId: id, outcome: 'done' });
  const event = JSON.stringify({ priority: 2, safety: form.safety, review: null });
  const values = [
    ...[Buffer.from(String(request.headers['idempotency-key'])), randomBytes(32), id, randomBytes(130), reference, randomBytes(32), now, 2, form.safety, form.asker, form.language],
    ...[form.contact.channel, false, '25-59', form.place.zip, false, false, false, null, form.consent.followUp],
    ...[randomBytes(63), randomBytes(120), randomBytes(130), Buffer.from(form.words), randomBytes(320), randomBytes(16), null],
    ...[form.topics.map(() => randomUUID()), form.topics, randomUUID(), form.consent.wording, event, audit],
  ];
  await pool.query({ name: 'submit', text: SUBMIT, values });
  return JSON.stringify({ reference, code: 'four words of it', receivedAt: now });
}

const PAGE = `
select i.id, i.reference, i.priority, i.safety, i.asker, i.language, i.channel, i.voicemail, i.age_band, i.minor, i.opened_at, i.status, i.review, i.assignee, a.name, i.actor,
  (select array_agg(n.topic order by n.position) from intake.need n where n.inquiry_id = i.id) as topics
from (
  select i.*, me.id as actor from people.session s join people.account me on me.id = s.account_id cross join lateral (
    select * from intake.inquiry i
    where i.status <> 'closed' and i.review is null and (i.priority, i.opened_at, i.id) > ($1::smallint, timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid)
    order by i.priority, i.opened_at, i.id limit 50) i
  where s.id_hash = $4 and me.active and s.ends_at > now() and s.seen_at > now() - make_interval(mins => s.idle_minutes)
) i left join people.account a on a.id = i.assignee
order by i.priority, i.opened_at, i.id`;

interface Row {
  [column: string]: unknown;
  id: string;
  priority: number;
  opened_at: Date;
  status: string;
}

/** Rows, then objects, then JSON. */
async function page(url: URL, cookie: string): Promise<string> {
  const [priority = '-1', at = '0', id = '00000000-0000-0000-0000-000000000000'] = url.searchParams.get('after')?.split('_') ?? [];
  const { rows } = await pool.query<Row>({ name: 'page', text: PAGE, values: [priority, at, id, createHash('sha256').update(cookie).digest()] });
  const items = rows.map(({ age_band, opened_at, assignee, name, actor, ...row }) => ({
    ...row,
    ageBand: age_band,
    openedAt: opened_at.toISOString(),
    assignee: assignee ? { id: assignee, name } : null,
    actions: row.status === 'new' ? ['claim'] : assignee === actor ? ['open'] : [],
  }));
  const last = rows.at(-1);
  return JSON.stringify({ items, next: last ? `${last.priority}_${last.opened_at.getTime() * 1000}_${last.id}` : null });
}

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = request.method === 'POST' ? await submit(request) : await page(url, request.headers.cookie?.split('=')[1] ?? '');
  reply.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

createServer((request, reply) => {
  answer(request, reply).catch((error: unknown) => reply.writeHead(500).end(String(error)));
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('floor open'));
