import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { auditBody, Journal } from '../audit/index.js';
import { Clock, conflict, Db, DeskError, invalid, Sealer, uuidv7, violates, type Actor, type DataKey } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { canonical } from './domain/canonical.js';
import { SENDING_KEY } from './domain/codes.js';
import { contactFaults, e164 } from './domain/contact.js';
import { newCode, newReference } from './domain/reference.js';
import type { AskedHow, CameBy } from './domain/taking-down.js';
import { flagsOf, priorityOf } from './domain/triage.js';
import { firstPromise } from './promise/staffed-time.js';
import { SealedInquiry } from './sealed-inquiry.js';
import { EARLIER, SUBMIT } from './submit.sql.js';
import type { ReceiptView, SubmitInquiry } from './submit-inquiry.dto.js';

/** What submitting led to. */
export interface Receipt extends ReceiptView {
  inquiryId: string;
  /** True when the same key and body were accepted before: nothing new was made. */
  repeated: boolean;
  /** Whose it is; null for nobody's. */
  assignee: string | null;
}

/** How somebody of the desk came to write it down. */
export interface Taken {
  cameBy: CameBy;
  askedHow: AskedHow;
  /** Theirs at once. */
  claim: boolean;
}

/** What is known about the sending besides the answers. */
export interface Sending {
  /** Idempotency key, 16 to 100 characters. */
  key: string;
  /** Why a person may not have sent this; it goes to the review list, never to a wall. */
  doubt?: 'honeypot' | 'too-fast' | 'many-from-one-address' | undefined;
  /** Written down at the desk by the actor. */
  taken?: Taken;
}

interface Earlier {
  bodyHash: Buffer;
  reply: Buffer;
  inquiryId: string;
  dataKey: Buffer | null;
  assignee: string | null;
}
/** A request without faults. */
interface Accepted {
  inquiry: SubmitInquiry;
  /** E.164, where the number is whole. */
  phone: string | undefined;
  doubt: Sending['doubt'];
  taken: Taken | undefined;
}
interface Fresh {
  id: string;
  key: DataKey;
  receipt: ReceiptView;
}

/** Receiving requests. The form, the public API and what the desk writes down all come through here. */
@Injectable()
export class Intake {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly sealed: SealedInquiry,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * Accepts a request once. Durable before it answers. Throws 422 for faults and for a key that came with another body,
   * 409 `form.closed` before the crisis lines were confirmed, 503 when the database is away (nothing was written).
   */
  async submit(actor: Actor, sending: Sending, inquiry: SubmitInquiry): Promise<Receipt> {
    const phone = await this.checked(sending, inquiry);
    const keyHash = this.sealer.keyed('idempotency', sending.key);
    const bodyHash = this.sealer.keyed('body', canonical({ ...inquiry, taken: sending.taken }));
    for (let attempt = 0; attempt < 3; attempt++) {
      const fresh = this.fresh();
      const made = await this.insert(actor, fresh, [keyHash, bodyHash], { inquiry, phone, doubt: sending.doubt, taken: sending.taken });
      if (made === 'new') return { ...fresh.receipt, inquiryId: fresh.id, repeated: false, assignee: sending.taken?.claim ? actor.id : null };
      if (made === 'earlier') return this.earlier(actor, keyHash, bodyHash);
    }
    throw new Error('No free reference was found');
  }

  /** The number in E.164, where it is whole. */
  private async checked({ key, taken }: Sending, { contact }: SubmitInquiry): Promise<string | undefined> {
    if (!SENDING_KEY.test(key)) throw invalid([{ field: 'idempotency-key', code: 'key', detail: 'Send an Idempotency-Key of 16 to 100 characters' }]);
    const phone = contact.phone ? e164(contact.phone) : undefined;
    const faults = contactFaults(contact, phone);
    if (faults.length) throw invalid(faults);
    if (!taken && !(await this.settings.desk()).formOpen) throw conflict('form.closed', 'The form is not open yet.');
    return phone;
  }

  private fresh(): Fresh {
    const id = uuidv7(this.clock.now().getTime());
    const receipt = { reference: newReference(randomInt), code: newCode(randomInt), receivedAt: this.clock.now().toISOString() };
    return { id, key: this.sealer.newKey(id), receipt };
  }

  private async insert(actor: Actor, fresh: Fresh, hashes: [Buffer, Buffer], what: Accepted): Promise<'new' | 'earlier' | 'again'> {
    const reply = this.sealer.seal(fresh.key.secret, fresh.receipt, this.sealed.place('reply', fresh.id, 'intake.idempotency'));
    const { topics } = what.inquiry;
    const promise = firstPromise(await this.settings.desk(), priorityOf(what.inquiry), fresh.receipt.receivedAt);
    try {
      const rows = await this.db.statement<{ id: string }>(actor, SUBMIT, [
        ...hashes,
        fresh.id,
        reply,
        ...this.plainColumns(fresh, what),
        ...this.sealedColumns(fresh, what),
        topics.map(() => uuidv7()),
        topics,
        uuidv7(),
        what.inquiry.consent.wording,
        JSON.stringify({ priority: priorityOf(what.inquiry), safety: what.inquiry.safety, review: what.doubt ?? null, ...writerOf(actor, what.taken) }),
        auditBody(actor, { act: what.taken ? 'inquiry.take-down' : 'inquiry.submit', object: 'inquiry', objectId: fresh.id }),
        what.inquiry.consent.language ?? what.inquiry.language,
        ...this.takenColumns(actor, fresh.id, what.taken),
        ...promise,
      ]);
      if (rows.length) this.journal.nudge();
      return rows.length ? 'new' : 'earlier';
    } catch (error) {
      if (violates(error, 'inquiry_reference')) return 'again';
      throw error;
    }
  }

  /** $35 to $40: the public door leaves them empty. */
  private takenColumns(actor: Actor, id: string, taken: Taken | undefined): unknown[] {
    if (!taken) return ['form', null, false, 'form', null, null];
    const claim = auditBody(actor, { act: 'inquiry.claim', object: 'inquiry', objectId: id });
    return [taken.cameBy, actor.id, taken.claim, taken.askedHow, JSON.stringify({ actorId: actor.id, actorName: actor.name }), claim];
  }

  /** $5 to $20. */
  private plainColumns({ receipt }: Fresh, { inquiry, doubt }: Accepted): unknown[] {
    const triage = { ...inquiry, ageBand: inquiry.facts.age.value };
    const { minor, sud, dv } = flagsOf(triage);
    const { contact, safe, place, language, asker, safety } = inquiry;
    const voicemail = contact.channel === 'phone' ? (safe.voicemail ?? false) : null;
    const codeHash = this.sealer.keyed('code', receipt.reference, receipt.code);
    return [receipt.reference, codeHash, receipt.receivedAt, priorityOf(triage), safety, asker, language, contact.channel, voicemail, triage.ageBand ?? null, place.zip ?? null, minor, sud, dv, doubt ?? null, inquiry.consent.followUp];
  }

  /** $21 to $27. In the domestic-violence segment no index of a number is kept: a hash is still personal (VAWA). */
  private sealedColumns({ id, key }: Fresh, { inquiry, phone }: Accepted): (Buffer | null)[] {
    const columns = this.sealed.columns(inquiry);
    const { dv } = flagsOf(inquiry);
    const email = inquiry.contact.email?.toLowerCase();
    const seal = (column: keyof typeof columns): Buffer | null => this.sealed.seal(key.secret, id, column, columns[column]);
    return [key.wrapped, seal('identity'), seal('safe_contact'), seal('words'), seal('facts'), phone && !dv ? this.sealer.blind('phone', phone) : null, email && !dv ? this.sealer.blind('email', email) : null];
  }

  private async earlier(actor: Actor, keyHash: Buffer, bodyHash: Buffer): Promise<Receipt> {
    const [row] = await this.db.statement<Earlier>(actor, EARLIER, [keyHash]);
    if (!row?.dataKey) throw conflict('request.erased', 'This request was deleted.');
    if (!row.bodyHash.equals(bodyHash)) throw new DeskError(422, 'request.key-reused', 'This key came with other answers before. Nothing was changed.');
    const secret = this.sealed.key(row.dataKey, row.inquiryId);
    const receipt = this.sealer.open<ReceiptView>(secret, row.reply, this.sealed.place('reply', row.inquiryId, 'intake.idempotency'));
    return { ...receipt, inquiryId: row.inquiryId, repeated: true, assignee: row.assignee };
  }
}

/** Who wrote it down, and how it came, for the event. */
const writerOf = (actor: Actor, taken: Taken | undefined): object => (taken ? { cameBy: taken.cameBy, askedHow: taken.askedHow, actorId: actor.id, actorName: actor.name } : {});
