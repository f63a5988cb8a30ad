/**
 * What came of each referral, by what is said of it: the person's word before anybody else's, the latest first. True: they got in.
 * False: the agency said no, never answered, or nobody reached anybody. Null: nobody knows yet, it was taken back, or it speaks of
 * the record and not of the service (full, not taken for an age, an area or a payment, not eligible, not offered: the record is checked for that), or of the person alone.
 */
const CAME = `case
    when s.served = 'yes' then true
    when r.state = 'served' and s.served is distinct from 'no' then true
    when r.state in ('withdrawn', 'recalled') then null
    when r.state in ('declined', 'stopped') and r.reason in ('no-room', 'wrong-age', 'wrong-area', 'wrong-payment', 'not-eligible', 'not-offered', 'already-with-us', 'did-not-come', 'no-longer-wanted') then null
    when r.state in ('declined', 'expired') then false
    when r.state = 'stopped' and r.reason = 'could-not-reach' then false
    when s.reached = 'yes' and s.served = 'no' then false
    when s.tried = 'yes' and s.reached = 'no' then false
  end`;

/** One row for each service and topic, one statement. Referrals of four half-lives at most: older ones weigh less than a sixteenth. $1 days of a half-life. */
export const LESSONS = `
with said as (
  select distinct on (referral_id) referral_id, tried, reached, served from follow_up.outcome order by referral_id, (said_by = 'person') desc, said_at desc
), told as (
  select r.service_id, n.topic, r.made_at, r.state, ${CAME} as got_in, power(0.5, greatest(0, extract(epoch from now() - coalesce(r.ended_at, r.made_at)) / 86400 / $1::float8))::float8 as weight
  from referrals.referral r join intake.need n on n.id = r.need_id left join said s on s.referral_id = r.id
  where r.made_at > now() - make_interval(days => 4 * $1::int)
)
select t.service_id as "serviceId", t.topic, coalesce(l.facts->'serviceTypes'->>0, '') as kind,
  count(t.got_in)::int as known, count(*) filter (where t.got_in)::int as "gotIn",
  coalesce(sum(t.weight) filter (where t.got_in is not null), 0)::float8 as "knownWeighed", coalesce(sum(t.weight) filter (where t.got_in), 0)::float8 as "gotInWeighed",
  (sum(count(*) filter (where t.made_at > now() - interval '30 days' and t.state not in ('withdrawn', 'recalled'))) over (partition by t.service_id))::int as recent
from told t left join directory.listing l on l.service_id = t.service_id
group by t.service_id, t.topic, l.facts->'serviceTypes'->>0`;

/** Requests for which places were offered, the latest first; by what stands unsealed, and nothing of one that was erased. $1 how many at most. */
export const REQUESTS = `
select i.id, i.zip, i.age_band as "ageBand", i.asker, i.language,
  array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics,
  array(select distinct o.service_id from referrals.option o left join referrals.referral r on r.option_id = o.id where o.inquiry_id = i.id and (o.decision = 'chosen' or r.state in ('accepted', 'served'))) as taken
from intake.inquiry i join (select inquiry_id, max(id::text) as last from referrals.offer group by inquiry_id) f on f.inquiry_id = i.id
where i.data_key is not null order by f.last desc limit $1`;
