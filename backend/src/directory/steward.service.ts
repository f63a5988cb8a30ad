import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Db, notFound, type Actor } from '../platform/index.js';
import type { DecideConfidentiality, ReadUnreviewed, ReviewTerms, UnreviewedPage, UnreviewedView } from './directory.dto.js';
import { UNREVIEWED, UNREVIEWED_TOTAL } from './directory.sql.js';
import { withhold } from './domain/withhold.js';
import { requireService } from './require-service.js';

type UnreviewedRow = UnreviewedView & { streets: string[] };

/** What a steward decides: whether suggested terms are right, and which places may be shown. No import undoes it. */
@Injectable()
export class Steward {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
  ) {}

  async unreviewed(actor: Actor, { after, size }: ReadUnreviewed): Promise<UnreviewedPage> {
    const rows = await this.db.statement<UnreviewedRow>(actor, UNREVIEWED, [after, size]);
    const [count] = await this.db.statement<{ total: number }>(actor, UNREVIEWED_TOTAL);
    const items = rows.map(({ streets, ...view }) => ({ ...view, description: withhold(view.description, streets) ?? '' }));
    return { items, total: count?.total ?? 0, next: items.length === size ? (items.at(-1)?.id ?? null) : null };
  }

  /** Confirms and rejects suggestions of one service. Ids of other services are passed over. Throws 404. */
  async review(actor: Actor, serviceId: string, { confirm, reject }: ReviewTerms): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await requireService(tx, serviceId);
      await tx.query('update directory.attribute set suggested = false, rejected = false, confirmed_by = $3, confirmed_at = now() where service_id = $1 and id = any($2::uuid[]) and suggested', [serviceId, confirm, actor.id]);
      await tx.query('update directory.attribute set rejected = true, confirmed_by = $3, confirmed_at = now() where service_id = $1 and id = any($2::uuid[]) and suggested', [serviceId, reject, actor.id]);
      const act = { act: 'directory.steward', object: 'service', objectId: serviceId, fields: ['terms'] };
      await this.journal.record(tx, actor, { type: 'service.terms-reviewed', subject: serviceId }, act);
    });
    this.journal.nudge();
  }

  /** Decides what may be told of a place. Throws 404. */
  async decide(actor: Actor, locationId: string, { confidentiality }: DecideConfidentiality): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const done = await tx.query('update directory.location set confidentiality = $2, confidentiality_by = $3, confidentiality_at = now() where id = $1 returning id', [locationId, confidentiality, actor.id]);
      if (!done.length) throw notFound('location');
      const act = { act: 'directory.steward', object: 'location', objectId: locationId, fields: ['confidentiality'] };
      await this.journal.record(tx, actor, { type: 'location.confidentiality-decided', subject: locationId }, act);
    });
    this.journal.nudge();
  }
}
