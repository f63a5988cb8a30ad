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

export interface AuditRow {
  id: string;
  at: string;
  act: string;
  actor: string | null;
  object: string;
  objectId: string | null;
  reason?: string;
  fields?: string[];
  outcome: string;
}

/** The row's body. Hot statements insert it themselves, as `insert into audit.entry (body) values ($n)`. */
export function auditBody(actor: Actor, { act, object, objectId, reason, fields, outcome = 'done' }: AuditAct): string {
  const by = { actor: actor.id, kind: actor.kind, roles: actor.roles, requestId: actor.requestId };
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

  /** The newest acts, optionally of one actor. At most 200. */
  newest(actor: Actor, of: string | null): Promise<AuditRow[]> {
    return this.db.statement<AuditRow>(
      actor,
      `select e.id::text as id, at, body->>'act' as act, body->>'actor' as actor, body->>'object' as object, body->>'objectId' as "objectId",
              body->>'reason' as reason, body->'fields' as fields, body->>'outcome' as outcome
       from audit.entry e where $1::text is null or body->>'actor' = $1 order by e.id desc limit 200`,
      [of],
    );
  }
}
