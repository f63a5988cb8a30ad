import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests that belong together: what staff said of two of them (linked, or two after all), and one that was merged into another.
 * Merging moves no row: a pointer says which one goes on, and taking it back is exact. Needs of a merged request go on with the
 * one that stays, which does not close before they have ended.
 */
export class Together1764000000051 implements MigrationInterface {
  readonly name = 'Together1764000000051';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, GUARDS]) await db.query(part);
  }

  /** What was merged is two again, as it was before. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
update intake.inquiry i set merged_into = null, status = m.status_before from intake.merge m where m.gone_id = i.id and m.undone_at is null and i.merged_into is not null;
drop trigger inquiry_merged_once on intake.inquiry;
drop function intake.guard_merge;
drop table intake.merge, intake.tie;
drop index intake.inquiry_near;
alter table intake.inquiry drop column merged_into;
create or replace function intake.need_in_open_inquiry() returns trigger language plpgsql as $$ declare inquiry_status text; begin
  select i.status into inquiry_status from intake.inquiry i where i.id = new.inquiry_id for key share;
  if inquiry_status = 'closed' then
    raise exception 'the request is closed' using errcode = '23514', constraint = 'need_in_open_inquiry';
  end if;
  return null;
end $$;
create or replace function intake.guard_inquiry() returns trigger language plpgsql as $$ begin
  perform 1 from intake.inquiry where id = new.id for update;
  if exists (select from intake.need n where n.inquiry_id = new.id and n.closed_at is null) then
    raise exception 'a need has not ended' using errcode = '23514', constraint = 'inquiry_needs_ended';
  end if;
  return new;
end $$;`);
  }
}

const TABLES = `
alter table intake.inquiry add column merged_into uuid constraint inquiry_merged_into references intake.inquiry (id),
  add constraint inquiry_merged check (merged_into is null or (status = 'closed' and merged_into <> id));
create index inquiry_merged_in on intake.inquiry (merged_into) where merged_into is not null;
create index inquiry_near on intake.inquiry (zip, opened_at) where zip is not null and not dv;

create table intake.tie (
  id uuid constraint tie_pkey primary key,
  first_id uuid not null constraint tie_first references intake.inquiry (id),
  second_id uuid not null constraint tie_second references intake.inquiry (id),
  kind text not null,
  made_by uuid not null constraint tie_made_by references people.account (id),
  made_at timestamptz not null default now(),
  ended_by uuid constraint tie_ended_by references people.account (id),
  ended_at timestamptz,
  constraint tie_kind check (kind in ('linked', 'apart')),
  constraint tie_order check (first_id < second_id),
  constraint tie_ended check ((ended_at is null) = (ended_by is null))
);
create unique index tie_of_two on intake.tie (first_id, second_id) where ended_at is null;
create index tie_second_id on intake.tie (second_id);

create table intake.merge (
  id uuid constraint merge_pkey primary key,
  gone_id uuid not null constraint merge_gone references intake.inquiry (id),
  kept_id uuid not null constraint merge_kept references intake.inquiry (id),
  status_before text not null,
  made_by uuid not null constraint merge_made_by references people.account (id),
  made_at timestamptz not null default now(),
  undone_by uuid constraint merge_undone_by references people.account (id),
  undone_at timestamptz,
  constraint merge_status check (status_before in ('new', 'claimed', 'closed')),
  constraint merge_two check (gone_id <> kept_id)
);
create unique index merge_open on intake.merge (gone_id) where undone_at is null;
create index merge_kept_id on intake.merge (kept_id);
grant select, insert, update, delete on intake.tie, intake.merge to desk_app;`;

/* Both ways of the race: who closes takes the row's full lock, who works below it takes the key lock of the one that goes on. */
const GUARDS = `
create or replace function intake.need_in_open_inquiry() returns trigger language plpgsql as $$ declare found_status text; kept uuid; begin
  select i.status, i.merged_into into found_status, kept from intake.inquiry i where i.id = new.inquiry_id for key share;
  if kept is not null then
    select i.status into found_status from intake.inquiry i where i.id = kept for key share;
  end if;
  if found_status = 'closed' then
    raise exception 'the request is closed' using errcode = '23514', constraint = 'need_in_open_inquiry';
  end if;
  return null;
end $$;

create or replace function intake.guard_inquiry() returns trigger language plpgsql as $$ begin
  perform 1 from intake.inquiry where id = new.id for update;
  if new.merged_into is null and exists (select from intake.need n where n.closed_at is null
      and (n.inquiry_id = new.id or n.inquiry_id in (select m.id from intake.inquiry m where m.merged_into = new.id))) then
    raise exception 'a need has not ended' using errcode = '23514', constraint = 'inquiry_needs_ended';
  end if;
  return new;
end $$;

create function intake.guard_merge() returns trigger language plpgsql as $$ begin
  if exists (select from intake.inquiry k where k.id = new.merged_into and k.merged_into is not null) or exists (select from intake.inquiry m where m.merged_into = new.id) then
    raise exception 'what was merged is merged once' using errcode = '23514', constraint = 'inquiry_merged_once';
  end if;
  return new;
end $$;
create trigger inquiry_merged_once before update of merged_into on intake.inquiry for each row when (new.merged_into is not null) execute function intake.guard_merge();`;
