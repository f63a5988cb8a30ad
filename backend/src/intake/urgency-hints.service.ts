import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { conflict, Db, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { Settings, type CrisisLineView } from '../settings/index.js';
import { Inquiries } from './inquiries.service.js';
import type { UrgencyCounts } from './urgency-hints.dto.js';
import type { HintDecision } from './urgency-hint.entity.js';

/* What was decided stays, whatever is heard later. */
const HEARD = `
insert into intake.urgency_hint (id, inquiry_id, tier) values ($1, $2, $3)
on conflict (inquiry_id) do update set tier = excluded.tier where urgency_hint.decision is null and urgency_hint.tier <> excluded.tier`;
const DECIDE = 'update intake.urgency_hint set decision = $2, decided_by = $3, decided_at = now() where inquiry_id = $1 returning id';
const OF_DAYS = 90;
const COUNTS = `
select t.tier, count(h.id)::int as heard, count(*) filter (where h.decision = 'danger')::int as danger, count(*) filter (where h.decision = 'heavy')::int as heavy,
  count(*) filter (where h.decision = 'not-meant')::int as "notMeant", count(h.id) filter (where h.decision is null)::int as open
from (values ('hard'), ('soft')) t(tier) left join intake.urgency_hint h on h.tier = t.tier and h.heard_at > now() - interval '${OF_DAYS} days' group by 1 order by 1`;

/** Own words that sounded urgent: a hint, which a person decides about. It withholds nothing and moves nothing. */
@Injectable()
export class UrgencyHints {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly inquiries: Inquiries,
    private readonly settings: Settings,
  ) {}

  /** A hint was shown to who may read the words. The request is the caller's to have checked. */
  async heard(actor: Actor, inquiryId: string, tier: 'hard' | 'soft'): Promise<void> {
    await this.db.statement(actor, HEARD, [uuidv7(), inquiryId, tier]);
  }

  /** Throws 404 like `visible`, and 409 where no words sounded urgent. What is decided can be decided anew. */
  async decide(actor: Actor, inquiryId: string, decision: HintDecision): Promise<void> {
    await this.db.as(actor, async (tx: Tx) => {
      await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      const done = await tx.query(DECIDE, [inquiryId, decision, actor.id]);
      if (!done.length) throw conflict('urgency.no-hint', 'No words of this request were heard as urgent. Write a note instead.');
      // What was decided stands in the request alone: the events and the audit outlive the person's erasing.
      await this.journal.record(tx, actor, { type: 'inquiry.urgency-decided', subject: inquiryId }, { act: 'note.write', object: 'inquiry', objectId: inquiryId, fields: ['urgency'] });
    });
    this.journal.nudge();
  }

  /** The desk's crisis lines in the request's language, English where there are none. */
  async lines(actor: Actor, inquiryId: string): Promise<CrisisLineView[]> {
    const { language, minor } = await this.db.as(actor, (tx) => this.inquiries.visible(tx, actor, 'inquiry.read', inquiryId));
    return this.settings.lines(language, minor);
  }

  /** Of the last 90 days; two rows, danger first. */
  counts(actor: Actor): Promise<UrgencyCounts[]> {
    return this.db.statement<UrgencyCounts>(actor, COUNTS);
  }
}
