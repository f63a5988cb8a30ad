import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Options offered for a need, what the person said of each, the cards that were handed out, and when to ask again. */
export class Referrals1764000000004 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
create index listing_needs on directory.listing using gin (((facts->'needs') || (facts->'needsSuggested')));

create schema if not exists referrals;
create schema if not exists follow_up;

create table referrals.offer (
  id uuid primary key,
  inquiry_id uuid not null constraint offer_inquiry references intake.inquiry (id),
  need_id uuid not null constraint offer_need references intake.need (id),
  offered_by uuid not null constraint offer_offered_by references people.account (id),
  offered_at timestamptz not null default now(),
  body bytea not null
);
create index offer_inquiry_id on referrals.offer (inquiry_id);
create index offer_need_id on referrals.offer (need_id);

create table referrals.option (
  id uuid primary key,
  offer_id uuid not null constraint option_offer references referrals.offer (id),
  inquiry_id uuid not null constraint option_inquiry references intake.inquiry (id),
  need_id uuid not null constraint option_need references intake.need (id),
  service_id uuid not null constraint option_service references directory.service (id),
  rank smallint not null,
  body bytea not null,
  decision text not null default 'undecided',
  why bytea,
  decided_at timestamptz,
  decided_by uuid constraint option_decided_by references people.account (id),
  version integer not null default 1,
  constraint option_decision check (decision in ('undecided', 'chosen', 'declined')),
  constraint option_decided check ((decided_at is null) = (decided_by is null) and (decision = 'undecided' or decided_at is not null)),
  constraint option_once unique (need_id, service_id)
);
create index option_inquiry_id on referrals.option (inquiry_id);
create index option_offer_id on referrals.option (offer_id);
create index option_service_id on referrals.option (service_id);

create table referrals.card (
  id uuid primary key,
  inquiry_id uuid not null constraint card_inquiry references intake.inquiry (id),
  how text not null,
  option_ids uuid[] not null,
  made_by uuid not null constraint card_made_by references people.account (id),
  made_at timestamptz not null default now(),
  follow_up_on date,
  constraint card_how check (how in ('read-aloud', 'print')),
  constraint card_options check (cardinality(option_ids) > 0)
);
create index card_inquiry_id on referrals.card (inquiry_id);

create table follow_up.due (
  id uuid primary key,
  inquiry_id uuid not null constraint due_inquiry references intake.inquiry (id),
  kind text not null,
  due_on date not null,
  made_at timestamptz not null default now(),
  done_at timestamptz,
  constraint due_kind check (kind in ('did-it-help'))
);
create unique index due_open on follow_up.due (inquiry_id, kind) where done_at is null;
create index due_order on follow_up.due (due_on, id) where done_at is null;

do $$ declare s text; begin
  foreach s in array array['referrals', 'follow_up'] loop
    execute format('grant usage on schema %I to desk_app', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to desk_app', s);
  end loop;
end $$;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop schema follow_up, referrals cascade; drop index directory.listing_needs');
  }
}
