import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Db, Dispatcher, uuidv7, type Actor, type StoredEvent, type Tx } from '../platform/index.js';
import type { FollowUpView } from './follow-up.dto.js';

/** Open ones that this actor may see, soonest first: their own requests', a supervisor's all; restricted ones with the flag. */
const OPEN = `
select d.id, d.inquiry_id as "inquiryId", i.reference, d.due_on::text as "dueOn", d.kind
from follow_up.due d join intake.inquiry i on i.id = d.inquiry_id
where d.done_at is null and (i.assignee = $1::uuid or $2::boolean) and ($3::boolean or not (i.sud or i.dv or i.minor or i.staff))
order by d.due_on, d.id limit 200`;

/** When to ask a person again. A card promises the day, this room keeps it. */
@Injectable()
export class FollowUps implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly dispatcher: Dispatcher,
  ) {}

  onModuleInit(): void {
    this.dispatcher.on('card.handed-out', (tx, event) => this.promised(tx, event));
  }

  /** A second card moves the day. Handling the same event again changes nothing. */
  private async promised(tx: Tx, { subject, body }: StoredEvent): Promise<void> {
    const day = body['followUpOn'];
    if (typeof day !== 'string') return;
    await tx.query(
      `insert into follow_up.due as d (id, inquiry_id, kind, due_on) values ($1, $2, 'did-it-help', $3)
       on conflict (inquiry_id, kind) where done_at is null do update set due_on = excluded.due_on`,
      [uuidv7(), subject, day],
    );
  }

  open(actor: Actor): Promise<FollowUpView[]> {
    return this.db.statement<FollowUpView>(actor, OPEN, [actor.id, actor.roles.includes('SUP'), actor.restricted]);
  }
}
