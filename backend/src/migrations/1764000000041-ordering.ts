import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How places are ordered: versions of the weights, which was live since when and why, and by which an offered option was found. */
export class Ordering1764000000041 implements MigrationInterface {
  readonly name = 'Ordering1764000000041';

  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, RULES, RIGHTS]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table referrals.option drop column list_place, drop column weights_number;
drop table matching.weights_live, matching.weights;
drop function matching.keep_weights, matching.only_replayed;`);
  }
}

const TABLES = `
create table matching.weights (
  number integer constraint weights_pkey primary key,
  label text not null,
  amounts jsonb not null,
  draft boolean not null default true,
  product text,
  replaces integer constraint weights_replaces references matching.weights (number),
  replay jsonb,
  replayed_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid constraint weights_created_by references people.account (id),
  version integer not null default 1,
  constraint weights_label check (length(label) between 1 and 80),
  constraint weights_source check ((product is null) = (created_by is not null)),
  constraint weights_replayed check ((replay is null) = (replayed_at is null)),
  constraint weights_kept check (draft or replay is not null or product is not null)
);
create unique index weights_draft on matching.weights (draft) where draft;
create unique index weights_product on matching.weights (product);
create table matching.weights_live (
  id bigint generated always as identity constraint weights_live_pkey primary key,
  number integer not null constraint weights_live_number references matching.weights (number),
  since timestamptz not null default now(),
  made_by uuid constraint weights_live_made_by references people.account (id),
  why text not null,
  constraint weights_live_why check (length(why) between 1 and 500)
);
alter table referrals.option
  add column list_place smallint constraint option_list_place check (list_place > 0),
  add column weights_number integer constraint option_weights references matching.weights (number);`;

/* A replay is of the numbers that stand beside it; what was kept once is never changed; a draft orders nothing. */
const RULES = `
create function matching.keep_weights() returns trigger language plpgsql as $$
begin
  if not old.draft then raise exception 'weights that were kept are not changed' using errcode = 'check_violation', constraint = 'weights_unchanged'; end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.amounts is distinct from old.amounts then
    if new.draft is false then raise exception 'weights go live as they were replayed' using errcode = 'check_violation', constraint = 'weights_as_replayed'; end if;
    new.replay = null; new.replayed_at = null;
  end if;
  return new;
end $$;
create trigger weights_keep before update or delete on matching.weights for each row execute function matching.keep_weights();
create function matching.only_replayed() returns trigger language plpgsql as $$
begin
  if (select draft from matching.weights where number = new.number) then raise exception 'a draft cannot go live' using errcode = 'check_violation', constraint = 'weights_live_replayed'; end if;
  return new;
end $$;
create trigger weights_live_replayed before insert on matching.weights_live for each row execute function matching.only_replayed();`;

const RIGHTS = `
grant select, insert, update, delete on matching.weights to desk_app;
grant select, insert on matching.weights_live to desk_app;`;
