/*
 * One statement, one round trip, one commit: the idempotency key decides whether anything is written at all. A second
 * sender with the same key waits for the first and then writes nothing. Foreign keys are checked when the statement ends.
 * What somebody of the desk wrote down ($35 to $40) comes through it too: it may be theirs at once, and their draft goes with it.
 */
export const SUBMIT = `
with key as (
  insert into intake.idempotency (key_hash, body_hash, inquiry_id, reply) values ($1, $2, $3, $4)
  on conflict (key_hash) do nothing returning inquiry_id
), inquiry as (
  insert into intake.inquiry (id, reference, code_hash, opened_at, priority, safety, asker, language, channel, voicemail, age_band, zip,
    minor, sud, dv, review, follow_up_ok, data_key, identity, safe_contact, words, facts, phone_index, email_index,
    came_by, taken_by, status, assignee, claimed_at, first_read_at, promise_minutes, promise_due)
  select inquiry_id, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27,
    $35, $36, case when $37::boolean then 'claimed' else 'new' end, case when $37::boolean then $36::uuid end, case when $37::boolean then $7::timestamptz end, case when $37::boolean then $7::timestamptz end, $41::integer, $42::timestamptz from key
), need as (
  insert into intake.need (id, inquiry_id, topic, position, opened_at)
  select n.id, inquiry_id, n.topic, n.position, $7 from key, unnest($28::uuid[], $29::text[]) with ordinality as n (id, topic, position)
), consent as (
  insert into intake.consent (id, inquiry_id, purpose, wording, language, asked_how, asked_by) select $30, inquiry_id, 'desk', $31, $34, $38, $36::uuid from key
), event as (
  insert into platform.event (type, subject, body) select 'inquiry.submitted', inquiry_id, $32 from key
), audit as (
  insert into audit.entry (body) select $33::jsonb from key
), claimed as (
  insert into platform.event (type, subject, body) select 'inquiry.claimed', inquiry_id, $39::jsonb from key where $37::boolean
), claim_audit as (
  insert into audit.entry (body) select $40::jsonb from key where $37::boolean
), written as (
  delete from intake.taking_down where account_id = $36::uuid
)
select inquiry_id as id from key`;

/** What an earlier request with the same key left. */
export const EARLIER = `
select k.body_hash as "bodyHash", k.reply, k.inquiry_id as "inquiryId", i.data_key as "dataKey", i.assignee
from intake.idempotency k join intake.inquiry i on i.id = k.inquiry_id where k.key_hash = $1`;
