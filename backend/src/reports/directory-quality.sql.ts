import type { QualityCode } from './directory-quality.dto.js';

/** A person checked it: the agency, or the desk by phone, web or visit; an import and a machine are not people. */
const SETS = `
with listings as (select s.id, s.assured_date as day, s.assured_method = any(array['agency', 'staff-phone', 'staff-web', 'site-visit']) as human from directory.service s where s.status = 'active'),
referrals as (select service_id as id, state, reason from referrals.referral where made_at > now() - interval '365 days' and state <> all(array['withdrawn', 'recalled'])),
tried as (select id, state = 'expired' or (state = 'declined' and reason = any(array['not-offered', 'no-room'])) or (state = 'stopped' and reason = 'could-not-reach') as ghost from referrals where state <> all(array['sent', 'needs-info', 'self-contact'])),
said as (select service_id as id, outcome, extract(epoch from decided_at - said_at) / 86400 as days from directory.correction where said_at > now() - interval '365 days' and not suspect),
mailed as (select organization_id as id, bounced_at from directory.agency where email is not null)`;

interface Counted {
  /** The rows that are counted: `id` of a listing, of an organization for mails. */
  rows: string;
  /** Of how many; absent where the figure is the middle of the rows themselves. */
  of?: string;
  /** A column of the rows whose middle is the figure. */
  middle?: string;
}
const SHARES = 'select id from listings';

/** field.md 5, R24: each figure by the rows that it counts, so that both are told by the same words. */
const FIGURES: Readonly<Record<QualityCode, Counted>> = {
  verified: { rows: 'select id from listings where human and day > current_date - 365', of: SHARES },
  'by-source': { rows: 'select id from listings where not coalesce(human, false) and day > current_date - 365', of: SHARES },
  never: { rows: 'select id from listings where day is null', of: SHARES },
  age: { rows: 'select id, current_date - day as days from listings where day is not null', middle: 'days' },
  doubted: { rows: 'select l.id from listings l join directory.verification v on v.service_id = l.id where v.doubts > 0', of: SHARES },
  'no-need': { rows: `select l.id from listings l join directory.listing f on f.service_id = l.id where f.facts->'needs' = '[]' and f.facts->'needsSuggested' = '[]'`, of: SHARES },
  bounced: { rows: 'select id from mailed where bounced_at is not null', of: 'select id from mailed' },
  reported: { rows: 'select id from said', of: 'select id from referrals' },
  mended: { rows: `select id, days from said where outcome = 'mended'`, middle: 'days' },
  ghosts: { rows: 'select id from tried where ghost', of: 'select id from tried' },
};

const countOf = ({ rows, middle }: Counted): string => `(select ${middle ? `percentile_cont(0.5) within group (order by ${middle})` : 'count(*)'} from (${rows}) r)::float8`;
/** All figures in one statement. */
export const QUALITY = `${SETS} select * from (values ${Object.entries(FIGURES)
  .map(([code, figure]) => `('${code}', ${countOf(figure)}, (select count(*) from (${figure.of ?? figure.rows}) o)::float8)`)
  .join(', ')}) v(code, count, "of")`;

/** What a figure counts, the most often counted first. $1 how many, $2 after how many. */
export const rowsOf = (code: QualityCode): string => `${SETS},
counted as (select id, count(*)::int as times from (${FIGURES[code].rows}) r group by id)
select c.id, ${code === 'bounced' ? `o.name, '' as organization, null as "assuredDate"` : `s.name, coalesce(o.name, '') as organization, s.assured_date::text as "assuredDate"`}, c.times, count(*) over ()::int as total
from counted c ${code === 'bounced' ? 'join directory.organization o on o.id = c.id' : 'join directory.service s on s.id = c.id left join directory.organization o on o.id = s.organization_id'}
order by c.times desc, 2, c.id limit $1 offset $2`;
