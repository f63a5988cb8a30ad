import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies keep their listings: what they say (statements, with row level security), whether they take new people now, what a
 * steward published of their proposals, and hours that an agency gave for a service above those of its place.
 */
export class Listings1764000000010 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [DIRECTORY, READ_MODEL, PARTNER, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
revoke update (changes, note, made_at, version) on partner.proposal from partner_app;
alter table partner.proposal drop column first_by, drop column first_version, drop column first_fields;
drop table partner.statement;
create or replace view directory.hours as ${HOURS};
create or replace function directory.refresh_listings(ids uuid[]) returns void language sql as $$${REFRESH('f.facts')}
$$;
drop function directory.room_said;
drop table directory.publishing, directory.taking_new;`);
  }
}

const DIRECTORY = `
create table directory.taking_new (
  service_id uuid primary key constraint taking_new_service references directory.service (id) on delete cascade,
  answer text not null,
  until date,
  said_at timestamptz not null,
  ends_at timestamptz not null,
  shown_ended boolean not null default false,
  constraint taking_new_answer check (answer in ('open', 'waitlist', 'full') and (until is null or answer = 'full'))
);
create index taking_new_ends_at on directory.taking_new (ends_at) where not shown_ended;

create table directory.publishing (
  id uuid primary key,
  service_id uuid not null constraint publishing_service references directory.service (id) on delete cascade,
  proposal_id uuid not null,
  fields text[] not null,
  before jsonb not null,
  published_at timestamptz not null default now(),
  published_by uuid not null constraint publishing_by references people.account (id),
  reverted_at timestamptz,
  reverted_by uuid constraint publishing_reverted_by references people.account (id),
  constraint publishing_reverted check ((reverted_at is null) = (reverted_by is null))
);
create index publishing_service_id on directory.publishing (service_id, published_at);`;

const HOURS = `
select s.service_id as of_service, s.* from directory.schedule s where s.service_id is not null
union all select sl.service_id, s.* from directory.schedule s join directory.service_at_location sl on sl.id = s.service_at_location_id
union all select sl.service_id, s.* from directory.schedule s join directory.service_at_location sl on sl.location_id = s.location_id`;

const REFRESH = (facts: string): string => `
  insert into directory.listing (service_id, status, facts, last_modified)
  select f.service_id, f.status, ${facts}, now() from directory.facts_of(ids) f
  on conflict (service_id) do update set status = excluded.status, facts = excluded.facts, last_modified = excluded.last_modified`;

/* What an agency said stands above what a source says, until it is too old or the source counted again; after its end nothing is known. */
const READ_MODEL = `
create or replace view directory.hours as ${HOURS}
  where not exists (select from directory.schedule own where own.service_id = sl.service_id and own.source = 'agency');

create function directory.room_said(of uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'intake', case when t.ends_at > now() and t.answer in ('open', 'waitlist') then t.answer end,
    'capacity', case when t.ends_at > now() and t.answer = 'full' then jsonb_build_object('available', 0, 'updated', t.said_at) end)
  from directory.taking_new t where t.service_id = of
    and not exists (select from directory.service_capacity c where c.service_id = of and c.updated > t.said_at) $$;
create or replace function directory.refresh_listings(ids uuid[]) returns void language sql as $$ ${REFRESH(`f.facts || coalesce(directory.room_said(f.service_id), '{}')`)} $$;

create trigger taking_new_new after insert on directory.taking_new referencing new table as touched for each statement execute function directory.mark_stale('select service_id from touched');
create trigger taking_new_changed after update on directory.taking_new referencing old table as former new table as touched for each statement execute function directory.mark_stale('select service_id from touched');`;

const PARTNER = `
create table partner.statement (
  id uuid primary key,
  agency_id uuid not null constraint statement_agency references directory.organization (id),
  service_id uuid not null constraint statement_service references directory.service (id) on delete cascade,
  kind text not null,
  answer text,
  until date,
  seen text not null,
  said_at timestamptz not null default now(),
  handled_at timestamptz,
  outcome text,
  constraint statement_kind check ((kind = 'confirmed' and answer is null) or (kind = 'taking-new' and answer in ('open', 'waitlist', 'full'))),
  constraint statement_until check (until is null or answer = 'full'),
  constraint statement_outcome check ((handled_at is null) = (outcome is null) and outcome in ('done', 'moved', 'gone'))
);
create index statement_service_id on partner.statement (service_id, kind, said_at);
alter table partner.statement enable row level security, force row level security;
create policy desk on partner.statement to desk_app using (true) with check (true);
create policy owner on partner.statement to current_user using (true) with check (true);
create policy own on partner.statement to partner_app using (agency_id = partner.agency())
  with check (agency_id = partner.agency() and handled_at is null and exists (select from partner.listing l where l.service_id = statement.service_id));
alter table partner.proposal
  add column first_by uuid constraint proposal_first_by references people.account (id),
  add column first_version integer,
  add column first_fields text[];`;

const RIGHTS = `
grant select, insert, update, delete on directory.taking_new, directory.publishing, partner.statement to desk_app;
grant select, insert (id, agency_id, service_id, kind, answer, until, seen) on partner.statement to partner_app;
grant update (changes, note, made_at, version) on partner.proposal to partner_app;`;
