import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tasks on a request: what somebody of the team has to do for this person by a day. Title and why are sealed with the request's key.
 * A request is not closed over an open task unless somebody said that it is kept for afterwards, whatever a caller forgets.
 */
export class Tasks1764000000068 implements MigrationInterface {
  readonly name = 'Tasks1764000000068';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [TASK, KEEPS]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop trigger inquiry_tasks on intake.inquiry;
drop function intake.keep_over_tasks;
drop table intake.task;`);
  }
}

const TASK = `
create table intake.task (
  id uuid constraint task_pkey primary key,
  inquiry_id uuid not null constraint task_inquiry references intake.inquiry (id),
  title bytea not null,
  due_on date not null,
  due_hour text,
  due_at timestamptz not null,
  for_id uuid constraint task_for references people.account (id),
  after_closing boolean not null default false,
  state text not null default 'open',
  why bytea,
  made_by uuid not null constraint task_made_by references people.account (id),
  made_at timestamptz not null,
  ended_by uuid constraint task_ended_by references people.account (id),
  ended_at timestamptz,
  version integer not null default 1,
  constraint task_state check (state in ('open', 'done', 'not-needed')),
  constraint task_hour check (due_hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint task_ended check ((state = 'open') = (ended_at is null) and (ended_by is null or ended_at is not null) and (why is null or state = 'not-needed'))
);
create index task_of on intake.task (inquiry_id, made_at);
create index task_open on intake.task (for_id, due_at) where state = 'open';
grant select, insert, update, delete on intake.task to desk_app;`;

/** Whoever stops their own request takes the consent back first, and is not kept by a task. Merging closes nothing: its tasks go on with the request that stays. */
const KEEPS = `
create function intake.keep_over_tasks() returns trigger language plpgsql as $$ begin
  if exists (select from intake.task t join intake.inquiry i on i.id = t.inquiry_id where t.state = 'open' and not t.after_closing and (i.id = new.id or i.merged_into = new.id))
    and exists (select from intake.consent c where c.inquiry_id = new.id and c.withdrawn_at is null) then
    raise exception 'a task is open' using errcode = '23514', constraint = 'inquiry_tasks_open';
  end if;
  return new;
end $$;
create trigger inquiry_tasks before update on intake.inquiry for each row
  when (old.status <> 'closed' and new.status = 'closed' and new.merged_into is null) execute function intake.keep_over_tasks();`;
