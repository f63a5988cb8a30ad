import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { createReadStream, createWriteStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import type { Keyring } from '../../platform/index.js';
import { Refused } from '../exits.js';

/*
 * One line of text: name, format, mark of the key, salt, nonce. Then everything else, compressed and in AES-256-GCM, bound to
 * that line, and its tag: 16 bytes at the end. A bit that differs anywhere makes the tag wrong.
 */
const NAME = 'referral-desk-backup';
const FORMAT = '1';
const TAG = 16;
const HEAD_MOST = 200;

interface Head {
  line: string;
  nonce: Buffer;
  salt: Buffer;
}

/** Each archive has a key of its own. */
const keyOf = (ring: Keyring, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', ring.derived('backup').export(), salt, 'archive', 32));
/** Tells a foreign key from a damaged archive; says nothing about the key. */
const markOf = (key: KeyObject, salt: Buffer): string => createHmac('sha256', key).update('mark').update(salt).digest('base64url').slice(0, 22);

/** Writes lines into a new file that only its owner may read. Throws when there is one already. */
export async function writeArchive(file: string, ring: Keyring, lines: AsyncIterable<string>): Promise<void> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const line = [NAME, FORMAT, markOf(ring.derived('backup'), salt), salt.toString('base64url'), nonce.toString('base64url')].join(' ');
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, salt), nonce).setAAD(Buffer.from(line));
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  out.write(`${line}\n`);
  await pipeline(Readable.from(inParts(lines)), createGzip({ level: 6 }), cipher, async function* (source: AsyncIterable<Buffer>) {
    yield* source;
    yield cipher.getAuthTag(); // known once all has gone through
  }, out);
}

/** Lines are gathered: a chunk a line would cost more than its compression. */
async function* inParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part = '';
  for await (const line of lines) {
    part += `${line}\n`;
    if (part.length < 65_536) continue;
    yield part;
    part = '';
  }
  yield part;
}

function headOf(file: string): Head & { mark: string } {
  const start = Buffer.alloc(HEAD_MOST);
  const open = openSync(file, 'r');
  const read = readSync(open, start, 0, HEAD_MOST, 0);
  closeSync(open);
  const line = start.subarray(0, read).toString('latin1').split('\n', 1)[0] ?? '';
  const [name, format, mark = '', salt = '', nonce = ''] = line.split(' ');
  if (name !== NAME) throw new Refused(`${file} is not a backup of this product.`);
  if (format !== FORMAT) throw new Refused(`${file} is a backup of format ${format}; this version reads format ${FORMAT}.`);
  return { line, mark, salt: Buffer.from(salt, 'base64url'), nonce: Buffer.from(nonce, 'base64url') };
}

const damaged = (file: string): Refused => new Refused(`${file} is damaged: it is not what was written. Take another copy. Nothing was changed.`);

/** Refuses another ring's archive, and one of which any bit differs. It reads the whole file, and tells nothing of what is in it. */
export async function checkArchive(file: string, ring: Keyring): Promise<void> {
  const { mark, salt } = headOf(file);
  const own = Buffer.from(markOf(ring.derived('backup'), salt));
  const theirs = Buffer.from(mark);
  if (own.length !== theirs.length || !timingSafeEqual(own, theirs)) throw new Refused(`${file} was made with another key ring, or its first line is damaged. Put the ring of that desk in place; its first key opens the archive. Nothing was changed.`);
  await opened(file, ring, async (source) => {
    for await (const part of source) void part;
  });
}

async function opened(file: string, ring: Keyring, work: (source: AsyncIterable<Buffer>) => Promise<void>): Promise<void> {
  const { line, salt, nonce } = headOf(file);
  const { size } = statSync(file);
  const begin = Buffer.byteLength(line, 'latin1') + 1;
  if (nonce.length !== 12 || size < begin + TAG) throw damaged(file);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ring, salt), nonce).setAAD(Buffer.from(line, 'latin1')).setAuthTag(tagOf(file, size));
  const body = createReadStream(file, { start: begin, end: size - TAG - 1 });
  try {
    await pipeline(body, decipher, work);
  } catch (error) {
    throw /unable to authenticate|unsupported state/i.test((error as Error).message) ? damaged(file) : error;
  }
}

function tagOf(file: string, size: number): Buffer {
  const tag = Buffer.alloc(TAG);
  const open = openSync(file, 'r');
  readSync(open, tag, 0, TAG, size - TAG);
  closeSync(open);
  return tag;
}

/** Hands the archive's lines to `work`. Fails at the end when the archive is not whole: what `work` did must be undone then. */
export async function readArchive(file: string, ring: Keyring, work: (lines: AsyncGenerator<string>) => Promise<void>): Promise<void> {
  await opened(file, ring, async (source) => {
    await pipeline(Readable.from(source), createGunzip(), async (plain: AsyncIterable<Buffer>) => work(linesOf(plain)));
  });
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const part of source) {
    const lines = (rest + decoder.write(part)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
