import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Cbor = number | string | Buffer | Map<Cbor, Cbor>;

const head = (major: number, size: number): Buffer => {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  return size < 256 ? Buffer.from([(major << 5) | 24, size]) : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
};
/** As much of CBOR (RFC 8949) as an authenticator speaks. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

const hash = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();
const coded = (value: Buffer): string => value.toString('base64url');

/** What a page's script was told to ask. */
export interface Asked {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
  user?: { id: string; name: string };
  excludeCredentials?: { id: string }[];
  allowCredentials?: { id: string }[];
}
/** Where it goes wrong on purpose. */
export interface Wrong {
  origin?: string;
  rpId?: string;
  /** No finger, face or PIN. */
  unverified?: boolean;
  challenge?: string;
  counter?: number;
  userHandle?: string | undefined;
  type?: string;
  signature?: Buffer;
}

const [PRESENT, VERIFIED, SYNCABLE, SYNCED, ATTESTED] = [1, 4, 8, 16, 64];

/** A device with one ES256 passkey, as software: it answers for `origin` as a browser and its authenticator would (WebAuthn 3, 6.3). */
export class Authenticator {
  id = randomBytes(32);
  counter = 0;
  userHandle = '';
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  /** `counts`: raises its counter with each use; passkeys that are synced between devices do not. */
  constructor(
    private readonly origin: string,
    private readonly counts = true,
  ) {}

  /** Makes the passkey: what the browser hands over. */
  make(asked: Asked, wrong: Wrong = {}): string {
    this.userHandle = asked.user?.id ?? '';
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = cbor(new Map<Cbor, Cbor>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]));
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const authData = Buffer.concat([this.data(asked, wrong, ATTESTED), credential]);
    const attestation = cbor(new Map<Cbor, Cbor>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData]]));
    return this.handed({ clientDataJSON: coded(this.client('webauthn.create', asked, wrong)), attestationObject: coded(attestation), transports: ['internal'] });
  }

  /** Signs with it. */
  use(asked: Asked, wrong: Wrong = {}): string {
    if (this.counts) this.counter++;
    const [client, authData] = [this.client('webauthn.get', asked, wrong), this.data(asked, wrong)];
    const signature = wrong.signature ?? sign('sha256', Buffer.concat([authData, hash(client)]), this.keys.privateKey);
    const userHandle = 'userHandle' in wrong ? wrong.userHandle : this.userHandle;
    return this.handed({ clientDataJSON: coded(client), authenticatorData: coded(authData), signature: coded(signature), ...(userHandle !== undefined && { userHandle }) });
  }

  private handed(response: object): string {
    return JSON.stringify({ id: coded(this.id), rawId: coded(this.id), type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {}, response });
  }

  private client(type: string, asked: Asked, wrong: Wrong): Buffer {
    return Buffer.from(JSON.stringify({ type: wrong.type ?? type, challenge: wrong.challenge ?? asked.challenge, origin: wrong.origin ?? this.origin, crossOrigin: false }));
  }

  private data({ rp, rpId }: Asked, wrong: Wrong, more = 0): Buffer {
    const data = Buffer.concat([hash(wrong.rpId ?? rpId ?? rp?.id ?? ''), Buffer.alloc(5)]);
    data[32] = PRESENT | (wrong.unverified ? 0 : VERIFIED) | SYNCABLE | SYNCED | more;
    data.writeUInt32BE(wrong.counter ?? this.counter, 33);
    return data;
  }
}
