import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';

/** What happened: a type of the context's own union, the row it is about, and ids or codes. Never personal data, never an entity. */
export interface DomainEvent {
  type: string;
  subject: string;
  body?: Readonly<Record<string, unknown>>;
}

/** Writes into the one event table, in the act's own transaction. Hot statements insert the same row themselves (`EVENT_INSERT`). */
@Injectable()
export class Events {
  async record(tx: Tx, { type, subject, body = {} }: DomainEvent): Promise<void> {
    await tx.query('insert into platform.event (type, subject, body) values ($1, $2, $3)', [type, subject, JSON.stringify(body)]);
  }
}
