import { Injectable } from '@nestjs/common';
import { Config, Db, type Actor } from '../platform/index.js';
import type { StaffView } from './staff-list.dto.js';

/** $1 demo mode, $2 who asks: nobody changes their own account. */
const EVERYBODY = `
select a.id, a.name, a.email, a.roles, a.restricted, a.active, a.password_hash is null as invited, a.version,
  (select max(l.expires_at) from people.setup_link l where l.account_id = a.id and l.used_at is null and l.expires_at > now()) as "linkEnds",
  to_char(a.seen_at at time zone coalesce(d.zone, 'UTC'), 'YYYY-MM-DD') as "lastSeen",
  (select count(*)::int from intake.inquiry i where i.assignee = a.id and i.status = 'claimed') as claimed,
  case when a.id = $2 then '[]'::json when a.active then '["change", "link", "deactivate"]'::json else '["activate"]'::json end as actions
from people.account a cross join settings.desk d
where not a.demo or $1 order by a.active desc, lower(a.name), a.id`;

/** Who works here, with what they hold: accounts are of people, claimed requests of intake, the zone of settings. */
@Injectable()
export class StaffList {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {}

  all(actor: Actor): Promise<StaffView[]> {
    return this.db.statement<StaffView>(actor, EVERYBODY, [this.config.demo, actor.id]);
  }
}
