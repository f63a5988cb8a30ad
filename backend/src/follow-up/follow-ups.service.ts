import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries, Promises, RESTRICTED, supervises, type OpenInquiry } from '../intake/index.js';
import { can } from '../people/index.js';
import { conflict, Db, invalid, notFound, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { MOST_TRIES, STOPS, whyUnsafe } from './domain/attempt.js';
import { groupOf } from './domain/group.js';
import type { DueKind } from './due.entity.js';
import { Dues } from './dues.service.js';
import type { FollowUpView, TryPerson } from './follow-up.dto.js';

const TRY = `(select json_build_object('channel', t.channel, 'result', t.result, 'at', t.at) from follow_up.attempt t where t.due_id = d.id order by t.at desc, t.id desc limit 1)`;
/** Open ones that this actor may see, soonest first: their own requests', a supervisor's all; restricted ones with the flag; none that was erased. */
const OPEN = `
select d.id, d.inquiry_id as "inquiryId", i.reference, d.due_on::text as "dueOn", d.kind, i.channel, i.voicemail, i.language,
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as owner,
  (select coalesce(array_agg(n.topic order by n.position), '{}') from intake.need n where n.inquiry_id = i.id) as topics,
  (select count(*)::int from follow_up.attempt t where t.due_id = d.id) as tries, ${TRY} as "lastTry"
from follow_up.due d join intake.inquiry i on i.id = d.inquiry_id left join people.account a on a.id = i.assignee
where d.done_at is null and i.data_key is not null and (i.assignee = $1::uuid or $2::boolean) and ($3::boolean or not ${RESTRICTED})
order by d.due_on, d.id limit 200`;
const HELD = `select d.id, d.inquiry_id as "inquiryId", d.kind, d.done_at is not null as done from follow_up.due d where d.id = $1 for update`;
/** A statement of its own, after the lock: one that waited for it would still count what it saw before. */
const TRIES = 'select count(*)::int as tries from follow_up.attempt where due_id = $1';
const ATTEMPT = 'insert into follow_up.attempt (id, inquiry_id, due_id, account_id, channel, result) values ($1, $2, $3, $4, $5, $6)';

/** A due under the hand: locked. */
interface Held {
  id: string;
  inquiryId: string;
  kind: DueKind;
  done: boolean;
}

/** When to turn to a person again, and each try to reach them. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly db: Db,
    private readonly inquiries: Inquiries,
    private readonly journal: Journal,
    private readonly dues: Dues,
    private readonly promises: Promises,
  ) {}

  async open(actor: Actor): Promise<FollowUpView[]> {
    const today = await this.dues.today();
    const rows = await this.db.statement<Omit<FollowUpView, 'group' | 'enough'>>(actor, OPEN, [actor.id, supervises(actor), actor.restricted]);
    return rows.map((row) => ({ ...row, group: groupOf(row.dueOn, today), enough: row.tries >= MOST_TRIES }));
  }

  /**
   * Writes down a try. Throws 404; 422 `channel.unsafe` when the person's plan forbids it, with why; 409 when the due is done or five
   * tries were made. Who asks to stop, or is not safe now, is not asked again.
   */
  async tryPerson(actor: Actor, dueId: string, tried: TryPerson): Promise<void> {
    await this.working(actor, dueId, async (tx, { due, inquiry }) => {
      const [made] = await tx.query<{ tries: number }>(TRIES, [due.id]);
      refuse({ ...due, tries: made?.tries ?? 0 }, inquiry, tried);
      await tx.query(ATTEMPT, [uuidv7(), due.inquiryId, due.id, actor.id, tried.channel, tried.result]);
      if (STOPS.includes(tried.result)) await this.stop(tx, due.inquiryId);
      await this.promises.tried(tx, due.inquiryId, tried.result);
      const event = { type: 'follow-up.tried', subject: due.inquiryId, body: { dueId, kind: due.kind, ...tried } };
      await this.journal.record(tx, actor, event, { act: 'follow-up.work', object: 'due', objectId: dueId, fields: [tried.channel, tried.result] });
    });
  }

  /** Nothing is left to do for it. Again changes nothing. Throws 404. */
  async done(actor: Actor, dueId: string): Promise<void> {
    await this.working(actor, dueId, async (tx, { due }) => {
      if (due.done) return;
      await tx.query('update follow_up.due set done_at = now() where id = $1', [dueId]);
      const event = { type: 'follow-up.done', subject: due.inquiryId, body: { dueId, kind: due.kind } };
      await this.journal.record(tx, actor, event, { act: 'follow-up.work', object: 'due', objectId: dueId, fields: ['done'] });
    });
  }

  private async stop(tx: Tx, inquiryId: string): Promise<void> {
    await this.inquiries.stopFollowUp(tx, inquiryId);
    await this.dues.stopAsking(tx, inquiryId);
  }

  /** Missing and foreign answer the same 404. */
  private async working(actor: Actor, dueId: string, work: (tx: Tx, at: { due: Held; inquiry: OpenInquiry }) => Promise<void>): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const [due] = can(actor, 'follow-up.work') ? await tx.query<Held>(HELD, [dueId]) : [];
      if (!due) throw notFound('inquiry');
      await work(tx, { due, inquiry: await this.inquiries.visible(tx, actor, 'follow-up.work', due.inquiryId) });
    });
    this.journal.nudge();
  }
}

function refuse(due: Held & { tries: number }, inquiry: OpenInquiry, tried: TryPerson): void {
  if (due.done) throw conflict('follow-up.done', 'This is done already.');
  const why = whyUnsafe(inquiry, tried);
  if (why) throw invalid([{ field: tried.result === 'voicemail' && tried.channel === inquiry.channel ? 'result' : 'channel', code: 'channel.unsafe', detail: why }]);
  if (due.tries >= MOST_TRIES) throw conflict('follow-up.enough', 'Five tries were made. Stop here, and end the need as not reached.');
}
