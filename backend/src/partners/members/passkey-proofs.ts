import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/index.js';
import { Settings } from '../../settings/index.js';
import { ALGORITHMS, CHALLENGE_MINUTES, siteOf, type MADE, type Presented, type Site, type USED } from '../domain/passkeys.js';

export type Made = Presented<(typeof MADE)[number]>;
export type Used = Presented<(typeof USED)[number]>;

/** What is kept of a new passkey. */
export interface NewKey {
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
}

/** Loaded with the first passkey: it is half a second that a desk without them need not wait for. */
const library = () => import('@simplewebauthn/server');
const TIMEOUT = CHALLENGE_MINUTES * 60_000;
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
const idOf = (credentialId: Buffer): { id: string } => ({ id: credentialId.toString('base64url') });
/** A member as devices know them: the id's own bytes, which name nobody. */
const handleOf = (memberId: string): Buffer => Buffer.from(memberId.replaceAll('-', ''), 'hex');

/** What is asked of passkeys and whether it was answered: for the configured address, with finger, face or PIN each time (WebAuthn 3, 7.1 and 7.2). */
@Injectable()
export class PasskeyProofs {
  private readonly site: Site;

  constructor(
    config: Config,
    private readonly settings: Settings,
  ) {
    this.site = siteOf(config.baseUrl);
  }

  /** For a new one. `known`: those that they have, which no device makes twice. The passkey's label on the device is the member's name and agency. */
  async toAdd(challenge: Buffer, { memberId, name, agency }: { memberId: string; name: string; agency: string }, known: readonly Buffer[]): Promise<object> {
    const { name: rpName } = await this.settings.desk();
    return (await library()).generateRegistrationOptions({
      rpName,
      rpID: this.site.id,
      userID: bytes(handleOf(memberId)),
      userName: `${name}, ${agency}`,
      userDisplayName: name,
      challenge: bytes(challenge),
      timeout: TIMEOUT,
      attestationType: 'none',
      excludeCredentials: known.map(idOf),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
  }

  /** To sign. `known`: one of these; none at a door that must not tell who has any. */
  async toUse(challenge: Buffer, known: readonly Buffer[] = []): Promise<object> {
    return (await library()).generateAuthenticationOptions({ rpID: this.site.id, challenge: bytes(challenge), timeout: TIMEOUT, userVerification: 'required', allowCredentials: known.map(idOf) });
  }

  /** Undefined for what was made elsewhere, for another question, or without who it is for. */
  async made(response: Made, challenge: Buffer): Promise<NewKey | undefined> {
    const { verifyRegistrationResponse } = await library();
    const { registrationInfo } = await verifyRegistrationResponse({ response, ...this.expected(challenge), supportedAlgorithmIDs: ALGORITHMS }).catch(() => ({ registrationInfo: undefined }));
    if (!registrationInfo) return undefined;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: Buffer.from(id, 'base64url'), publicKey: Buffer.from(publicKey), counter };
  }

  /** The counter that it told; undefined where it is not proven. What became of the counter is for who keeps it: here it is compared with none. */
  async used(response: Used, challenge: Buffer, { memberId, publicKey }: { memberId: string; publicKey: Buffer }): Promise<number | undefined> {
    const { userHandle } = response.response;
    if (userHandle && !Buffer.from(userHandle, 'base64url').equals(handleOf(memberId))) return undefined;
    const { verifyAuthenticationResponse } = await library();
    const credential = { id: response.id, publicKey: bytes(publicKey), counter: 0 };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({ response, ...this.expected(challenge), credential }).catch(() => ({ verified: false, authenticationInfo: undefined }));
    return verified ? authenticationInfo?.newCounter : undefined;
  }

  private expected(challenge: Buffer): { expectedChallenge: string; expectedOrigin: string; expectedRPID: string; requireUserVerification: true } {
    return { expectedChallenge: challenge.toString('base64url'), expectedOrigin: this.site.origin, expectedRPID: this.site.id, requireUserVerification: true };
  }
}
