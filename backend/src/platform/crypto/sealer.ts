import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keyring } from './keyring.js';
import { randomOctets } from './random.js';

/** Where a sealed value lives. It is bound to this place: moved elsewhere it does not open. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

/** A data key: one for each person, so that destroying it erases everything about them. */
export interface DataKey {
  /** The key wrapped by the ring: what is stored. */
  wrapped: Buffer;
  secret: Buffer;
}

/** A row with its own data key, wrapped. */
export interface Owner {
  id: string;
  dataKey: Buffer;
}

const FORMAT = 1;
const aad = ({ table, column, row }: Place): Buffer => Buffer.from(JSON.stringify([FORMAT, table, column, row]));

/** Node looks at a plain buffer anew each time it is used as a key; a key object it knows. Kept as long as its buffer is. */
const known = new WeakMap<Buffer, KeyObject>();
function keyOf(secret: Buffer): KeyObject {
  const key = known.get(secret) ?? createSecretKey(secret);
  known.set(secret, key);
  return key;
}

/** AES-256-GCM: version (1 byte), nonce (12), tag (16), ciphertext. */
function encrypt(secret: Buffer, plain: Buffer, bound: Buffer): Buffer {
  const nonce = randomOctets(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(bound);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), body]);
}

function decrypt(secret: Buffer, sealed: Buffer, bound: Buffer): Buffer {
  if (sealed[0] !== FORMAT || sealed.length < 29) throw new Error('A sealed value has an unknown format');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(1, 13)).setAAD(bound).setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

/** Field encryption by envelope (trust.md 6.2). Values are JSON; a null value stays null and is not stored. */
@Injectable()
export class Sealer {
  constructor(private readonly ring: Keyring) {}

  /** A fresh data key, wrapped by the active key and bound to the row that owns it. */
  newKey(owner: string): DataKey {
    const secret = randomOctets(32);
    const { id, secret: wrapping } = this.ring.active;
    const name = Buffer.from(id);
    return { secret, wrapped: Buffer.concat([Buffer.from([name.length]), name, encrypt(wrapping, secret, Buffer.from(owner))]) };
  }

  openKey(wrapped: Buffer, owner: string): Buffer {
    const split = 1 + (wrapped[0] ?? 0);
    const key = this.ring.opening(wrapped.subarray(1, split).toString());
    return decrypt(key.secret, wrapped.subarray(split), Buffer.from(owner));
  }

  seal(secret: Buffer, value: unknown, place: Place): Buffer {
    return encrypt(secret, Buffer.from(JSON.stringify(value)), aad(place));
  }

  /** Opens a sealed value. Throws when a bit was flipped or the value was moved from its place. */
  open<T>(secret: Buffer, sealed: Buffer, place: Place): T {
    return JSON.parse(decrypt(secret, sealed, aad(place)).toString()) as T;
  }

  /** What somebody may have written, with the key of who or what it belongs to; null where there is nothing. */
  sealWords(owner: Owner, words: string | null | undefined, place: Place): Buffer | null {
    const written = words?.trim();
    return written ? this.seal(this.openKey(owner.dataKey, owner.id), written, place) : null;
  }

  openWords(owner: Owner, sealed: Buffer | null, place: Place): string | null {
    return sealed && this.open<string>(this.openKey(owner.dataKey, owner.id), sealed, place);
  }

  /** Blind index of a normalised value (E.164, small-letter e-mail): 128 bits, its own key per field. Equality leaks; that is written down. */
  blind(field: string, value: string): Buffer {
    return this.ring.mac(`blind/${field}`, value).subarray(0, 16);
  }

  /** Keyed hash of a secret word list, token or code. */
  keyed(purpose: string, ...parts: readonly string[]): Buffer {
    return this.ring.mac(purpose, ...parts);
  }
}

export const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();
/** 256 random bits as 43 letters, for cookies and capability links. */
export const token = (): string => randomBytes(32).toString('base64url');
