import { Injectable } from '@nestjs/common';
import { auditBody, Journal } from '../audit/index.js';
import { can } from '../people/index.js';
import { conflict, Db, notFound, type Actor } from '../platform/index.js';
import { normalReference } from './domain/reference.js';
import type { FindByNumber, FoundByNumber } from './find-by-number.dto.js';
import type { ReadQueue } from './inquiry.dto.js';
import { CLAIM, QUEUE_COUNTS, QUEUE_PAGE, RESTRICTED } from './queue.sql.js';

export const QUEUE_START = ['-1', '0', '00000000-0000-0000-0000-000000000000'];

/** $1 to $3 of the queue's statements. */
export const supervises = ({ roles }: Actor): boolean => roles.includes('SUP');
export const viewer = (actor: Actor): unknown[] => [actor.id, actor.restricted, supervises(actor)];

/** The live queue: a page, its counts, and who takes what. */
@Injectable()
export class Queue {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  /** A page as JSON text, passed through from PostgreSQL. */
  async page(actor: Actor, { view, after, size }: ReadQueue): Promise<string> {
    const mark = after?.split('_') ?? QUEUE_START;
    const [row] = await this.db.statement<{ page: string }>(actor, QUEUE_PAGE[view], [...viewer(actor), ...mark, size]);
    return row?.page ?? '';
  }

  /** The request with this number, also a closed one; never by a name (decision 4). Throws 404, also for an erased one. */
  async find(actor: Actor, { reference }: FindByNumber): Promise<FoundByNumber> {
    const [row] = await this.db.statement<FoundByNumber>(actor, 'select id from intake.inquiry where reference = $1 and data_key is not null', [normalReference(reference)]);
    if (!row) throw notFound('inquiry');
    return row;
  }

  async counts(actor: Actor): Promise<string> {
    const [row] = await this.db.statement<{ counts: string }>(actor, QUEUE_COUNTS, [actor.id]);
    return row?.counts ?? '';
  }

  /**
   * Takes a free request. Pressing twice is taking once. Throws 409 `inquiry.claimed` with `by` and `at` when a colleague was
   * quicker, 404 when it is not there for this actor.
   */
  async claim(actor: Actor, id: string): Promise<void> {
    const event = JSON.stringify({ actorId: actor.id, actorName: actor.name });
    const won = await this.db.statement(actor, CLAIM, [id, actor.id, actor.restricted, event, auditBody(actor, { act: 'inquiry.claim', object: 'inquiry', objectId: id })]);
    if (won.length) this.journal.nudge();
    else await this.lost(actor, id);
  }

  private async lost(actor: Actor, id: string): Promise<void> {
    const [row] = await this.db.statement<{ owner: string | null; name: string | null; at: Date | null; restricted: boolean }>(
      actor,
      `select i.assignee as owner, a.name, i.claimed_at as at, ${RESTRICTED} as restricted
       from intake.inquiry i left join people.account a on a.id = i.assignee where i.id = $1`,
      [id],
    );
    if (!row || !can(actor, 'inquiry.claim', row)) throw notFound('inquiry');
    if (row.owner === actor.id) return;
    if (!row.owner) throw conflict('inquiry.closed', 'This request was closed.');
    throw conflict('inquiry.claimed', 'A colleague claimed this first.', { by: { id: row.owner, name: row.name }, at: row.at?.toISOString() });
  }
}
