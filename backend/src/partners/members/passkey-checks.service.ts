import { Injectable } from '@nestjs/common';
import { Audit, Journal } from '../../audit/index.js';
import { Clock, Db, memberOf, PUBLIC, type Tx } from '../../platform/index.js';
import { countsOn, presentedIn, USED, type Refusal } from '../domain/passkeys.js';
import { MemberChallenges } from './member-challenges.service.js';
import type { RightPasskey } from './member-doors.service.js';
import { PasskeyProofs, type Used } from './passkey-proofs.js';

interface Known extends RightPasskey {
  memberId: string;
  agencyId: string;
  publicKey: Buffer;
}
/** Of whom it is, and what its device counted. */
export interface Proven {
  passkey: Known;
  counter: number;
}

const KNOWN = `
select p.id, p.member_id as "memberId", p.agency_id as "agencyId", p.public_key as "publicKey", m.mail_hash as "mailHash"
from partner.member_passkey p join partner.member m on m.id = p.member_id where p.credential_id = $1 and m.accepted_at is not null and m.ended_at is null`;
const LOCK = 'select counter::float8 as counter, stopped_at is not null as stopped from partner.member_passkey where id = $1 for update';

/** Whether a passkey answered what was asked of it, and whose it is. Each use and each refusal is in the audit. */
@Injectable()
export class PasskeyChecks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly challenges: MemberChallenges,
    private readonly proofs: PasskeyProofs,
    private readonly journal: Journal,
    private readonly audit: Audit,
  ) {}

  /** What a passkey is to sign, for the browser with this cookie. */
  async ask(cookie: string, known: readonly Buffer[] = []): Promise<object> {
    return this.proofs.toUse(await this.challenges.make(cookie, 'use'), known);
  }

  /** `owner`: whose it must be, where somebody is in already. */
  async check(cookie: string, text: string, owner?: Buffer): Promise<Proven | { refused: Refusal; id?: string }> {
    const challenge = await this.challenges.take(cookie, 'use');
    const shown = presentedIn(text, USED);
    const passkey = shown && (await this.known(shown));
    if (!challenge) return { refused: 'challenge', id: passkey?.id };
    return shown && passkey ? this.answered({ shown, passkey, challenge, owner }) : { refused: 'unknown' };
  }

  private async answered({ shown, passkey, challenge, owner }: { shown: Used; passkey: Known; challenge: Buffer; owner: Buffer | undefined }): Promise<Proven | { refused: Refusal; id: string }> {
    if (owner && !owner.equals(passkey.mailHash)) return { refused: 'another', id: passkey.id };
    const named = owner ?? shown.response.userHandle; // at a door nobody was known before: the device must say who it is (WebAuthn 3, 7.2, step 6)
    const counter = named ? await this.proofs.used(shown, challenge, passkey) : undefined;
    return counter === undefined ? { refused: 'unproven', id: passkey.id } : { passkey, counter };
  }

  private async known({ id }: Used): Promise<Known | undefined> {
    return (await this.db.statement<Known>(PUBLIC, KNOWN, [Buffer.from(id, 'base64url')]))[0];
  }

  /** Counts the use, inside the caller's transaction; why not, where it does not count. One that counted back is stopped: the next use, by whoever holds a copy, opens nothing either. */
  async use(tx: Tx, { passkey, counter }: Proven): Promise<Refusal | undefined> {
    const { id, memberId, agencyId } = passkey;
    const [now] = await tx.query<{ counter: number; stopped: boolean }>(LOCK, [id]);
    if (!now) return 'unknown';
    if (now.stopped) return 'stopped';
    if (!countsOn(now.counter, counter)) {
      await this.stop(tx, passkey);
      return 'counter';
    }
    await tx.query('update partner.member_passkey set counter = $2, used_at = $3 where id = $1', [id, counter, this.clock.now()]);
    await this.journal.record(tx, memberOf({ memberId, agencyId, roles: [] }), { type: 'member.passkey-used', subject: memberId, body: { agencyId, passkeyId: id } }, { act: 'session.open', object: 'passkey', objectId: id, reason: 'used' });
    return undefined;
  }

  private async stop(tx: Tx, { id, memberId, agencyId }: Known): Promise<void> {
    await tx.query('update partner.member_passkey set stopped_at = $2 where id = $1', [id, this.clock.now()]);
    await tx.query('delete from partner.member_session where passkey_id = $1', [id]);
    await this.journal.record(tx, PUBLIC, { type: 'member.passkey-stopped', subject: memberId, body: { agencyId, passkeyId: id } }, { act: 'session.open', object: 'passkey', objectId: id, reason: 'stopped', outcome: 'refused' });
  }

  /** Writes a refusal down. Nobody is named: a passkey that proved nothing tells nothing of its member. */
  refuse(refused: Refusal, id: string | null): Promise<void> {
    return this.audit.alone(PUBLIC, { act: 'session.open', object: 'passkey', objectId: id, reason: refused, outcome: 'refused' });
  }
}
