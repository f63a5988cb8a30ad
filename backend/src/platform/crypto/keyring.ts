import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

export type KeyState = 'active' | 'decrypt-only' | 'retired';
export interface RingKey {
  id: string;
  state: KeyState;
  secret: Buffer;
}

/** The key-encryption keys. One is active and wraps; `decrypt-only` still opens; `retired` is refused where a row still uses it. */
export class Keyring {
  readonly active: RingKey;
  private readonly keys: ReadonlyMap<string, RingKey>;
  private readonly cache = new Map<string, KeyObject>();

  constructor(keys: readonly RingKey[]) {
    const active = keys.filter((key) => key.state === 'active');
    if (active.length !== 1 || !active[0]) throw new Error(`The key ring needs exactly one active key, it has ${active.length}`);
    this.active = active[0];
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  /** Parses `id:state:base64` entries, comma-separated. Throws on a wrong state, a doubled id or a key that is not 32 bytes. */
  static parse(text: string): Keyring {
    const keys = text.split(',').map((entry) => Keyring.parseKey(entry.trim()));
    if (new Set(keys.map((key) => key.id)).size !== keys.length) throw new Error('The key ring names an id twice');
    return new Keyring(keys);
  }

  private static parseKey(entry: string): RingKey {
    const [id = '', state = '', secret = ''] = entry.split(':');
    const bytes = Buffer.from(secret, 'base64');
    if (!/^[a-z0-9-]{1,32}$/.test(id)) throw new Error('A key of the ring has no id of small letters, digits and hyphens');
    if (!['active', 'decrypt-only', 'retired'].includes(state)) throw new Error(`Key ${id} must be active, decrypt-only or retired`);
    if (bytes.length !== 32) throw new Error(`Key ${id} must be 32 bytes in base64`);
    return { id, state: state as KeyState, secret: bytes };
  }

  /** The key that wrapped a value. Throws when it is missing or retired: such a value must not be read. */
  opening(id: string): RingKey {
    const key = this.keys.get(id);
    if (!key || key.state === 'retired') throw new Error(`Key ${id} is ${key ? 'retired' : 'missing'} and still in use`);
    return key;
  }

  has(id: string): boolean {
    const key = this.keys.get(id);
    return key !== undefined && key.state !== 'retired';
  }

  /** A key for one purpose, derived from the ring's first key so that rotation does not change blind indexes and tokens. */
  derived(purpose: string): KeyObject {
    const known = this.cache.get(purpose);
    if (known) return known;
    const root = [...this.keys.values()][0];
    if (!root) throw new Error('The key ring is empty');
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', root.secret, Buffer.alloc(0), `referral-desk/${purpose}`, 32)));
    this.cache.set(purpose, key);
    return key;
  }

  mac(purpose: string, ...parts: readonly string[]): Buffer {
    const hmac = createHmac('sha256', this.derived(purpose));
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
    return hmac.digest();
  }
}
