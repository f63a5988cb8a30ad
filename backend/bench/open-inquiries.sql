-- Rows as the queue reads them: $1 all, $2 of them open, a tenth of those claimed by $3. Nothing in them is sealed: the queue opens nothing.
with made as (
insert into intake.inquiry (id, reference, code_hash, opened_at, priority, safety, asker, language, channel, voicemail, age_band, zip, status, assignee, claimed_at, promise_minutes, promise_due)
select uuidv7(), 'B-' || n, '\x00', now() - n * interval '7 seconds', (array[1, 2, 2, 3])[1 + n % 4], 'yes', (array['self', 'carer'])[1 + n % 2], 'en', 'phone', false, '25-59', '06854',
  case when n > $2 then 'closed' when n % 10 = 0 then 'claimed' else 'new' end, case when n <= $2 and n % 10 = 0 then $3::uuid end, case when n <= $2 and n % 10 = 0 then now() end, 1440, now() + n * interval '7 seconds'
from generate_series(1, $1::int) n
returning id, status)
insert into intake.need (id, inquiry_id, topic, position) select uuidv7(), m.id, t.topic, t.position from made m, (values ('worry', 1), ('lonely', 2)) t (topic, position) where m.status <> 'closed'
