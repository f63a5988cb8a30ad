import { Injectable } from '@nestjs/common';
import { Db, unavailable, type Actor, type Tx } from '../platform/index.js';

/** One act as it is kept: who did what to which object. Field *names* and ids, never values (trust.md 6.6). */
export interface AuditAct {
  /** An act of the permission table, such as `identity.reveal`. */
  act: string;
  object: string;
  objectId: string | null;
  reason?: string;
  fields?: readonly string[];
  outcome?: 'done' | 'refused';
}

/** The row's body. Hot statements insert it themselves, as `insert into audit.entry (body) values ($n)`. */
export function auditBody(actor: Actor, { act, object, objectId, reason, fields, outcome = 'done' }: AuditAct): string {
  const by = { actor: actor.id, kind: actor.kind, agency: actor.agencyId, member: actor.memberId, roles: actor.roles, requestId: actor.requestId };
  return JSON.stringify({ act, object, objectId, ...by, reason, fields, outcome });
}

/** Append-only. A reveal commits its row first: `alone` throws before any data leaves. */
@Injectable()
export class Audit {
  constructor(private readonly db: Db) {}

  async record(tx: Tx, actor: Actor, act: AuditAct): Promise<void> {
    await tx.query('insert into audit.entry (body) values ($1)', [auditBody(actor, act)]);
  }

  /** Commits the row by itself, before what it announces happens. Throws 503 when it cannot be written. */
  async alone(actor: Actor, act: AuditAct): Promise<void> {
    try {
      await this.db.statement(actor, 'insert into audit.entry (body) values ($1)', [auditBody(actor, act)]);
    } catch {
      throw unavailable('audit.unwritable');
    }
  }
}
