/** How long a passkey may take to answer. */
export const CHALLENGE_MINUTES = 5;
export const MOST_PASSKEYS = 10;
/** Ed25519, ES256 and RS256, as COSE numbers them: what today's devices make. */
export const ALGORITHMS = [-8, -7, -257];

/** For which address passkeys are made: the configured one, never what a request says of itself (WebAuthn 3, 5.4.2 and 13.4.9). */
export interface Site {
  origin: string;
  /** Relying party: the host alone. */
  id: string;
}
export function siteOf(baseUrl: string): Site {
  const { origin, hostname } = new URL(baseUrl);
  return { origin, id: hostname };
}

/** Why a passkey opened nothing. Pages tell a stopped one alone from the others; the audit tells all. */
export type Refusal =
  /** Nothing was asked of it, or too long ago, or it was answered before. */
  | 'challenge'
  /** Nobody's, removed, or of who is no member any more. */
  | 'unknown'
  /** Not of who is in. */
  | 'another'
  /** Another site's, without a finger, face or PIN, or not signed by it. */
  | 'unproven'
  /** Its counter went back: there are two of it (WebAuthn 3, 6.1.1). */
  | 'counter'
  | 'stopped';

/** Whether a counter moved as it should. Devices that do not count say 0 each time. */
export const countsOn = (known: number, given: number): boolean => given > known || (known === 0 && given === 0);

const NAME = 60;
/** A member's own word for a passkey, on one line; `otherwise` where there is none. */
export const nameOf = (typed: string | undefined, otherwise: string): string => (typed ?? '').replace(/\s+/g, ' ').trim().slice(0, NAME) || otherwise;

/** What a browser hands over, as the standard's JSON (WebAuthn 3, 5.1): what is asked for below and nothing else. */
export interface Presented<Part extends string> {
  id: string;
  rawId: string;
  type: 'public-key';
  clientExtensionResults: Record<string, never>;
  response: Record<Part, string> & { userHandle?: string };
}

/** Ids are 1,023 bytes at most (WebAuthn 3, 4). */
const ID = /^[\w-]{16,1364}$/;
const CODED = /^[\w-]{1,20000}$/;

/** What the parts of a new passkey and of a used one are called. */
export const MADE = ['clientDataJSON', 'attestationObject'] as const;
export const USED = ['clientDataJSON', 'authenticatorData', 'signature'] as const;

/** Reads it; undefined for anything else, and for what another site's frame asked. */
export function presentedIn<Part extends string>(text: string, parts: readonly Part[]): Presented<Part> | undefined {
  const { id, type, response } = objectIn(text);
  if (type !== 'public-key' || !isCoded(id, ID) || !isObject(response)) return undefined;
  if (!parts.every((part) => isCoded(response[part])) || framed(response['clientDataJSON'])) return undefined;
  const kept = Object.fromEntries(parts.map((part) => [part, response[part]])) as Record<Part, string>;
  const { userHandle } = response;
  return { id, rawId: id, type, clientExtensionResults: {}, response: { ...kept, ...(isCoded(userHandle) && { userHandle }) } };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCoded = (value: unknown, shape = CODED): value is string => typeof value === 'string' && shape.test(value);

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** No page of ours stands in another's frame, so nothing asked from within one is answered. */
const framed = (coded: unknown): boolean => objectIn(Buffer.from(String(coded), 'base64url').toString('utf8'))['crossOrigin'] === true;
