import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closed requests that a supervisor draws by a seed and reads with five questions, and one note to whoever worked on each. Note and
 * answer are sealed under the request's key. A request is drawn by one reviewer, once, but for who gives it back.
 */
export class Quality1764000000065 implements MigrationInterface {
  readonly name = 'Quality1764000000065';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table intake.quality_sample (
  id uuid constraint quality_sample_pkey primary key,
  seed text not null,
  reviewer uuid not null constraint quality_sample_reviewer references people.account (id),
  drawn_at timestamptz not null,
  pool integer not null,
  constraint quality_sample_pool check (pool > 0)
);
create index quality_sample_newest on intake.quality_sample (reviewer, drawn_at);

create table intake.quality_record (
  id uuid constraint quality_record_pkey primary key,
  sample_id uuid not null constraint quality_record_sample references intake.quality_sample (id),
  inquiry_id uuid not null constraint quality_record_inquiry references intake.inquiry (id),
  reviewer uuid not null constraint quality_record_reviewer references people.account (id),
  specialist uuid not null constraint quality_record_specialist references people.account (id),
  rank integer not null,
  scores smallint[],
  note bytea,
  done_at timestamptz,
  seen_at timestamptz,
  answer bytea,
  answered_at timestamptz,
  returned_at timestamptz,
  return_reason text,
  version integer not null default 1,
  constraint quality_record_scores check (cardinality(scores) = 5 and 0 <= all (scores) and 2 >= all (scores)),
  constraint quality_record_done check ((done_at is null) = (scores is null)),
  constraint quality_record_told check (done_at is not null or num_nonnulls(note, seen_at, answer, answered_at) = 0),
  constraint quality_record_returned check ((returned_at is null) = (return_reason is null) and (returned_at is null or done_at is null)),
  constraint quality_record_reason check (return_reason in ('knows', 'other')),
  constraint quality_record_other check (reviewer <> specialist)
);
create unique index quality_record_once on intake.quality_record (inquiry_id) where returned_at is null;
create index quality_record_of_sample on intake.quality_record (sample_id, rank);
create index quality_record_of on intake.quality_record (specialist, done_at);
-- what can be drawn is asked for whenever a reviewer looks
create index event_closed on platform.event (at) where type = 'inquiry.closed';
grant select, insert, update, delete on intake.quality_sample, intake.quality_record to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index platform.event_closed; drop table intake.quality_record; drop table intake.quality_sample');
  }
}
