import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '../platform/index.js';
import type { AuditRowView, ReadAudit } from './audit.dto.js';

/** $1 one act, or null for all. The newest 200. */
const NEWEST = `
select e.id::text as id, e.at, e.body->>'act' as act, e.body->>'kind' as kind, e.body->>'object' as object, e.body->>'objectId' as "objectId", e.body->>'reason' as reason,
  coalesce(e.body->'fields', '[]') as fields, e.body->>'outcome' as outcome, case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as actor,
  (select i.reference from intake.inquiry i where i.id = case when e.body->>'object' = 'inquiry' then (e.body->>'objectId')::uuid end) as reference
from audit.entry e left join people.account a on a.id::text = e.body->>'actor'
where $1::text is null or e.body->>'act' = $1 order by e.id desc limit 200`;

/** Who did what, for the auditor. */
@Injectable()
export class AuditLog {
  constructor(private readonly db: Db) {}

  newest(actor: Actor, { act }: ReadAudit): Promise<AuditRowView[]> {
    return this.db.statement<AuditRowView>(actor, NEWEST, [act ?? null]);
  }
}
