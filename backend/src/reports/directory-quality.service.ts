import { Injectable } from '@nestjs/common';
import { Db, type Actor } from '../platform/index.js';
import type { QualityFigure } from './directory-quality.dto.js';

/**
 * How true the directory is (field.md 5, R24), in one statement. Listings are the active ones of today; referrals, corrections and mails those
 * of the last 365 days. A person checked it: the agency, or the desk by phone, web or visit; an import and a machine are not people.
 */
const QUALITY = `
with listings as (select s.id, s.assured_date as day, s.assured_method = any(array['agency', 'staff-phone', 'staff-web', 'site-visit']) as human from directory.service s where s.status = 'active'),
referrals as (select state, reason from referrals.referral where made_at > now() - interval '365 days' and state <> all(array['withdrawn', 'recalled'])),
tried as (select state = 'expired' or (state = 'declined' and reason = any(array['not-offered', 'no-room'])) or (state = 'stopped' and reason = 'could-not-reach') as ghost from referrals where state <> all(array['sent', 'needs-info', 'self-contact'])),
said as (select outcome, extract(epoch from decided_at - said_at) / 86400 as days from directory.correction where said_at > now() - interval '365 days' and not suspect)
select * from (values
  ('verified', (select count(*) from listings where human and day > current_date - 365)::float8, (select count(*) from listings)::float8),
  ('by-source', (select count(*) from listings where not coalesce(human, false) and day > current_date - 365)::float8, (select count(*) from listings)::float8),
  ('never', (select count(*) from listings where day is null)::float8, (select count(*) from listings)::float8),
  ('age', (select percentile_cont(0.5) within group (order by current_date - day) from listings where day is not null)::float8, (select count(*) from listings where day is not null)::float8),
  ('doubted', (select count(*) from directory.verification v join listings l on l.id = v.service_id where v.doubts > 0)::float8, (select count(*) from listings)::float8),
  ('bounced', (select count(*) from directory.agency where email is not null and bounced_at is not null)::float8, (select count(*) from directory.agency where email is not null)::float8),
  ('reported', (select count(*) from said)::float8, (select count(*) from referrals)::float8),
  ('mended', (select percentile_cont(0.5) within group (order by days) from said where outcome = 'mended')::float8, (select count(*) from said where outcome = 'mended')::float8),
  ('ghosts', (select count(*) from tried where ghost)::float8, (select count(*) from tried)::float8)) v(code, count, "of")`;

/** What the directory's care comes to. Only counts: nothing of a person, and no referral by itself. */
@Injectable()
export class DirectoryQuality {
  constructor(private readonly db: Db) {}

  figures(actor: Actor): Promise<QualityFigure[]> {
    return this.db.statement<QualityFigure>(actor, QUALITY);
  }
}
