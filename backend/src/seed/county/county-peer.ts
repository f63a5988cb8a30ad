/**
 * What the invented county's peer listings declare of themselves: a third of the lines says that it never sends anybody, a third that it
 * may, the others say nothing of it, as in life; one whose own words say that nobody is sent says no. Written once; what a steward wrote stays.
 */
export const COUNTY_PEER = `
insert into directory.peer (service_id, kinds, certified, credential, credential_state, lived, open_to, joining, size, trained_by, line, dispatch, calls_a_day)
select l.service_id,
  case when q.line then '{warmline-peer}'::text[] when q.circle then '{group}' when q.respite then '{respite-house}' else '{one-to-one}' end,
  case q.turn when 0 then 'yes' when 1 then 'no' end, case q.turn when 0 then 'Recovery Support Specialist' end, case q.turn when 0 then 'CT' end,
  case q.turn when 2 then '{}'::text[] when 1 then '{mood,hospitalization}' else '{psychosis-voices,trauma}' end,
  case when q.circle then (array['person', 'family', 'both'])[q.turn + 1] end, case when q.circle then (array['drop-in', 'registration'])[q.turn % 2 + 1] end,
  case when q.circle and q.turn < 2 then 12 end, case when q.circle and q.turn = 0 then 'Heron Peer Academy' end,
  case when q.line then 'peer' end, case when s.description ~ 'nobody will send help' then 'no' when q.line then (array['no', 'yes', null])[q.turn + 1] end, case when q.line and q.turn = 1 then 3 end
from directory.listing l join directory.service s on s.id = l.service_id,
  lateral (select l.facts->'serviceTypes' ? 'warmline' as line, l.facts->'serviceTypes' ? 'support-group' as circle, l.facts->'serviceTypes' ? 'peer-respite' as respite,
    (('x' || left(md5(l.service_id::text), 6))::bit(24)::int % 3) as turn) q
where s.source = $1 and (l.facts->>'peer')::boolean
on conflict (service_id) do nothing`;
