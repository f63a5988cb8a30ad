/*
 * The floor: what a bare node:http server with pg needs for the same rows on the same database, in one good statement. It
 * validates nothing and knows no rule; a session it looks up in the statement that reads the page. Asked with `?sealed` it
 * also encrypts and hashes the same columns, as sparingly as Node can. Started by the benchmark with DATABASE_URL and PORT.
 */
import { createCipheriv, createHash, createHmac, createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
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
  safe: object;
  facts: object;
  consent: { wording: string; followUp: boolean };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const MASTER = createSecretKey(randomBytes(32));

function encrypt(key: KeyObject, nonce: Buffer, text: string | Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}
const mac = (text: string): Buffer => createHmac('sha256', MASTER).update(text).digest();

type Columns = Record<'key' | 'body' | 'code' | 'reply' | 'wrapped' | 'identity' | 'safe' | 'words' | 'facts' | 'phone', Buffer>;
/** As long as sealed ones. */
const plain = (form: Form, key: string): Columns => ({ key: Buffer.from(key), body: randomBytes(32), code: randomBytes(32), reply: randomBytes(130), wrapped: randomBytes(63), identity: randomBytes(120), safe: randomBytes(130), words: Buffer.from(form.words), facts: randomBytes(320), phone: randomBytes(16) });

/** Under a data key of the request's own, wrapped by the master key; keys, the code and the number as keyed hashes. The generator is asked once. */
function sealed(form: Form, sent: string, key: string): Columns {
  const random = randomBytes(32 + 6 * 12);
  const secret = random.subarray(0, 32);
  const own = createSecretKey(secret);
  const nonces = [0, 1, 2, 3, 4, 5].map((n) => random.subarray(32 + n * 12, 44 + n * 12)) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
  const [reply, identity, safe, words, facts] = ['the reference, the code and when', JSON.stringify(form.contact), JSON.stringify(form.safe), form.words, JSON.stringify(form.facts)].map((text, n) =>
    encrypt(own, nonces[n] as Buffer, text),
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  return { key: mac(key), body: mac(sent), code: mac('four words of it'), reply, wrapped: encrypt(MASTER, nonces[5], secret), identity, safe, words, facts, phone: mac(form.contact.phone).subarray(0, 16) };
}

/** The same statement as the product's: the same rows. */
async function submit(request: IncomingMessage, seals: boolean): Promise<string> {
  const sent = await read(request);
  const form = JSON.parse(sent) as Form;
  const key = String(request.headers['idempotency-key']);
  const { key: keyHash, body, code, reply, wrapped, identity, safe, words, facts, phone } = seals ? sealed(form, sent, key) : plain(form, key);
  const id = randomUUID();
  const now = new Date().toISOString();
  const reference = `F-${id}`;
  const audit = JSON.stringify({ act: 'inquiry.submit', object: 'inquiry', objectId: id, actor: null, kind: 'public', roles: ['PUB'], requestId: id, outcome: 'done' });
  const event = JSON.stringify({ priority: 2, safety: form.safety, review: null });
  const values = [
    ...[keyHash, body, id, reply, reference, code, now, 2, form.safety, form.asker, form.language],
    ...[form.contact.channel, false, '25-59', form.place.zip, false, false, false, null, form.consent.followUp],
    ...[wrapped, identity, safe, words, facts, phone, null],
    ...[form.topics.map(() => randomUUID()), form.topics, randomUUID(), form.consent.wording, event, audit, form.language],
    ...['form', null, false, 'form', null, null], // nobody of the desk wrote it down
    ...[1440, now],
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

/** Twenty that help with a need and serve the state, the nearest first: one statement, its JSON passed on. */
const MATCH = `
select coalesce(jsonb_agg(facts), '[]')::text as body from (
  select l.facts from directory.listing l
  where exists (select from people.session s join people.account me on me.id = s.account_id where s.id_hash = $4 and me.active and s.ends_at > now())
    and l.status = 'active' and ((l.facts->'needs') || (l.facts->'needsSuggested')) ?| $1::text[]
    and (l.facts->'areas' = '[]' or exists (select from jsonb_array_elements(l.facts->'areas') a where a->>'type' = 'nation' or a->>'value' = 'US-' || $5 or right(a->>'value', 4) = ', ' || $5))
  order by ((l.facts#>>'{places,0,lat}')::float8 - $2) ^ 2 + ((l.facts#>>'{places,0,lon}')::float8 - $3) ^ 2 limit 20) q`;

async function match(request: IncomingMessage): Promise<string> {
  const { needs } = JSON.parse(await read(request)) as { needs: string[] };
  const { lat, lon, state } = JSON.parse(String(request.headers['x-place'])) as { lat: number; lon: number; state: string }; // it looks up no ZIP code
  const cookie = request.headers.cookie?.split('=')[1] ?? '';
  const { rows } = await pool.query<{ body: string }>({ name: 'match', text: MATCH, values: [needs, lat, lon, createHash('sha256').update(cookie).digest(), state] });
  return rows[0]?.body ?? '[]';
}

async function posted(request: IncomingMessage, url: URL): Promise<{ status: number; body: string }> {
  if (url.pathname.endsWith('/matches')) return { status: 200, body: await match(request) };
  return { status: 201, body: await submit(request, url.search === '?sealed') };
}

/** Its open screens. */
const screens = new Set<ServerResponse>();
const CLAIM = `
with me as (select s.account_id as id from people.session s where s.id_hash = $2 and s.ends_at > now()),
mine as (update intake.inquiry i set status = 'claimed', assignee = me.id, claimed_at = now() from me where i.id = $1 and i.status = 'new' returning i.id)
select id from mine`;

/** One statement, then every screen of this process hears of it. */
async function claim(id: string, cookie: string, reply: ServerResponse): Promise<void> {
  const { rows } = await pool.query<{ id: string }>({ name: 'claim', text: CLAIM, values: [id, createHash('sha256').update(cookie).digest()] });
  const told = rows.map(() => `data: ${JSON.stringify({ at: new Date(), type: 'inquiry.claimed', subject: id })}\n\n`).join('');
  for (const screen of told ? screens : []) screen.write(told);
  reply.writeHead(rows.length ? 200 : 409, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
}

function watch(reply: ServerResponse): void {
  reply.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  screens.add(reply.on('close', () => screens.delete(reply)));
}

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/api/events') return watch(reply);
  if (url.pathname.endsWith('/claim')) return claim(url.pathname.split('/')[3] ?? '', request.headers.cookie?.split('=')[1] ?? '', reply);
  const { status, body } = request.method === 'POST' ? await posted(request, url) : { status: 200, body: await page(url, request.headers.cookie?.split('=')[1] ?? '') };
  reply.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

createServer((request, reply) => {
  answer(request, reply).catch((error: unknown) => reply.writeHead(500).end(String(error)));
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('floor open'));
