import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The crisis record: what was done while somebody was in danger, step by step, the least invasive first. One that is open keeps its
 * request with the desk: no close, no giving back, no sleep and no merge, whatever a caller forgets. Its words are sealed with the
 * request's key; a draft of them is kept beside the note's.
 */
export class Crisis1764000000064 implements MigrationInterface {
  readonly name = 'Crisis1764000000064';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [RECORD, KEEPS, DRAFT]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
delete from intake.draft where about <> 'note';
alter table intake.draft drop constraint draft_pkey, drop column about, add constraint draft_pkey primary key (account_id, inquiry_id);
drop trigger inquiry_crisis on intake.inquiry;
drop function intake.keep_in_crisis;
drop table intake.crisis_step, intake.crisis;`);
  }
}

const RECORD = `
create table intake.crisis (
  id uuid constraint crisis_pkey primary key,
  inquiry_id uuid constraint crisis_inquiry references intake.inquiry (id),
  kind text not null,
  whose text not null,
  opened_by uuid constraint crisis_opened_by references people.account (id),
  opened_at timestamptz not null,
  minutes_to_human integer not null,
  called_at timestamptz,
  supervisor_id uuid constraint crisis_supervisor references people.account (id),
  supervisor_at timestamptz,
  rescue text,
  result text,
  words bytea,
  ended_by uuid constraint crisis_ended_by references people.account (id),
  ended_at timestamptz,
  version integer not null default 1,
  constraint crisis_kind check (kind in ('suicide', 'harm-to-others', 'abuse', 'emergency', 'other')),
  constraint crisis_whose check (whose in ('asker', 'somebody-else')),
  constraint crisis_rescue check (rescue in ('confirmed', 'not-confirmed', 'not-needed')),
  constraint crisis_result check (result in ('safe', 'in-care', 'lost', 'no-danger', 'erased')),
  constraint crisis_ended check ((ended_at is null) = (result is null) and (result is null or result = 'erased' or rescue is not null)),
  constraint crisis_joined check ((supervisor_id is null or supervisor_at is not null) and (supervisor_at is null or called_at is not null)),
  constraint crisis_forgotten check (inquiry_id is not null or (words is null and ended_at is not null and opened_by is null and supervisor_id is null and ended_by is null))
);
create unique index crisis_open on intake.crisis (inquiry_id) where ended_at is null;
create index crisis_of on intake.crisis (inquiry_id, opened_at);

create table intake.crisis_step (
  id uuid constraint crisis_step_pkey primary key,
  crisis_id uuid not null constraint crisis_step_of references intake.crisis (id),
  step text not null,
  result text not null,
  consent boolean,
  why text,
  words bytea,
  made_by uuid constraint crisis_step_made_by references people.account (id),
  at timestamptz not null,
  constraint crisis_step_step check (step in ('own-plan', 'trusted-person', 'lifeline', 'mobile-crisis', 'emergency')),
  constraint crisis_step_result check (result in ('helped', 'on-its-way', 'not-enough', 'refused', 'not-possible')),
  constraint crisis_step_why check (why in ('they-asked', 'attempt', 'imminent')),
  constraint crisis_step_consent check (consent is not false or why in ('attempt', 'imminent'))
);
create index crisis_step_in on intake.crisis_step (crisis_id, at);
grant select, insert, update, delete on intake.crisis, intake.crisis_step to desk_app;`;

/** Whoever takes back their own consent is not kept by it: their stop and their erasing take the consent back first. */
const KEEPS = `
create function intake.keep_in_crisis() returns trigger language plpgsql as $$ begin
  if exists (select from intake.crisis c where c.inquiry_id = new.id and c.ended_at is null)
    and exists (select from intake.consent c where c.inquiry_id = new.id and c.withdrawn_at is null) then
    raise exception 'a crisis record is open' using errcode = '23514', constraint = 'inquiry_crisis_ended';
  end if;
  return new;
end $$;
create trigger inquiry_crisis before update on intake.inquiry for each row
  when (old.status = 'claimed' and new.status <> 'claimed' or new.asleep and not old.asleep) execute function intake.keep_in_crisis();`;

const DRAFT = `
alter table intake.draft add column about text not null default 'note' constraint draft_about check (about in ('note', 'crisis')),
  drop constraint draft_pkey, add constraint draft_pkey primary key (account_id, inquiry_id, about);`;
