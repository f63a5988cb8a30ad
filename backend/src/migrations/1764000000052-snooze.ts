import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Snoozing: a claimed request sleeps until a time, an answer or a word of the person. Whether it sleeps stands in the request
 * itself, so that the queue is one statement; how it was put to sleep, and why, stands upstairs, one row a request.
 */
export class Snooze1764000000052 implements MigrationInterface {
  readonly name = 'Snooze1764000000052';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [SLEEP, STIRS, HOW]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table follow_up.snooze;
drop trigger inquiry_stirs on intake.inquiry;
drop function intake.stir;
alter table intake.inquiry drop constraint inquiry_asleep, drop constraint inquiry_wakes_on, drop constraint inquiry_woke,
  drop column asleep, drop column wakes_at, drop column wakes_on, drop column woke, drop column woke_at;`);
  }
}

const SLEEP = `
alter table intake.inquiry add column asleep boolean not null default false, add column wakes_at timestamptz, add column wakes_on text[] not null default '{}',
  add column woke text, add column woke_at timestamptz,
  add constraint inquiry_asleep check (case when asleep then status = 'claimed' and (wakes_at is not null or cardinality(wakes_on) > 0) else wakes_at is null and wakes_on = '{}' end),
  add constraint inquiry_wakes_on check (wakes_on <@ array['answer', 'wrote']),
  add constraint inquiry_woke check (woke is null or (woke in ('time', 'answer', 'silence', 'wrote', 'unsafe') and not asleep));
create index inquiry_snoozed on intake.inquiry (priority, opened_at, id) where asleep;
create index inquiry_wakes on intake.inquiry (wakes_at) where asleep and wakes_at is not null;`;

/** Whoever changes a sleeping request need not know of sleep: what is given back or closed is not asleep, and what becomes more urgent or unsafe wakes, whatever was asked for. */
const STIRS = `
create function intake.stir() returns trigger language plpgsql as $$ begin
  if new.status <> 'claimed' then
    new.asleep := false; new.woke := null; new.woke_at := null;
  elsif new.priority < old.priority or (new.safety = 'no' and old.safety <> 'no') then
    new.asleep := false; new.woke := 'unsafe'; new.woke_at := now();
    insert into platform.event (type, subject, body) values ('inquiry.woke', new.id, jsonb_build_object('why', 'unsafe', 'ownerId', new.assignee));
  end if;
  if not new.asleep then
    new.wakes_at := null; new.wakes_on := '{}';
  end if;
  return new;
end $$;
create trigger inquiry_stirs before update on intake.inquiry for each row
  when (old.asleep and new.asleep or old.woke is not null and new.status <> 'claimed') execute function intake.stir();`;

const HOW = `
create table follow_up.snooze (
  inquiry_id uuid constraint snooze_pkey primary key constraint snooze_inquiry references intake.inquiry (id),
  made_by uuid not null constraint snooze_made_by references people.account (id),
  made_at timestamptz not null default now(),
  words text,
  local_time text,
  zone text not null,
  until timestamptz,
  wakes_on text[] not null,
  note bytea,
  seen text not null,
  constraint snooze_time check ((words is null) = (local_time is null) and (words is null) = (until is null))
);
grant select, insert, update, delete on follow_up.snooze to desk_app;`;
