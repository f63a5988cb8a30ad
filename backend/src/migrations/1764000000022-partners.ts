import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies in two minutes: drafts field by field that the desk cannot read, statements about single fields, changes that are
 * published at once, sheets of many changes, links for one switch and for "this was not us", and fewer reminders.
 */
export class Partners1764000000022 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [DIRECTORY, PARTNER, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
drop table partner.draft, partner.batch cascade;
revoke update (state) on partner.proposal from partner_app;
drop policy own on partner.proposal;
create policy own on partner.proposal to partner_app using (agency_id = partner.agency())
  with check (agency_id = partner.agency() and state = 'open' and exists (select from partner.listing l where l.service_id = proposal.service_id));
delete from partner.proposal where state = 'withdrawn' or quick;
alter table partner.proposal drop constraint proposal_state, drop constraint proposal_decided, drop column batch_id, drop column quick,
  add constraint proposal_state check (state in ('open', 'published', 'partly', 'refused')),
  add constraint proposal_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (decisions is null));
delete from partner.statement where kind = 'fields';
alter table partner.statement drop constraint statement_kind, drop column weeks, drop column fields, add constraint statement_kind check (${STATEMENT_BEFORE});
delete from partner.link where purpose in ('room', 'receipt');
alter table partner.link drop constraint link_purpose, drop column about, drop column revoked_why, add constraint link_purpose check (purpose in ('referral', 'listing') and (purpose = 'referral') = (disclosure_id is not null));
delete from directory.publishing where published_by is null or (reverted_at is not null and reverted_by is null);
alter table directory.publishing alter column published_by set not null, drop constraint publishing_reverted, add constraint publishing_reverted check ((reverted_at is null) = (reverted_by is null));
create or replace function directory.room_said(of uuid) returns jsonb language sql stable as $$${ROOM('')} $$;
alter table directory.taking_new drop column weeks;
alter table directory.agency drop column reminders;
delete from directory.field_check where field in ('website', 'eligibility', 'cost', 'documents', 'languages');
alter table directory.field_check drop constraint field_check_field, add constraint field_check_field check (field in ('whole', 'hours', 'phones', 'description', 'room'));`);
  }
}

const ROOM = (more: string): string => `
  select jsonb_build_object(
    'intake', case when t.ends_at > now() and t.answer in ('open', 'waitlist') then t.answer end,
    'capacity', case when t.ends_at > now() and t.answer = 'full' then jsonb_build_object('available', 0, 'updated', t.said_at) end)${more}
  from directory.taking_new t where t.service_id = of
    and not exists (select from directory.service_capacity c where c.service_id = of and c.updated > t.said_at)`;

/* How long people wait stands where the source's words of it stand. */
const WAIT = ` || case when t.ends_at > now() and t.weeks is not null then jsonb_build_object('waitTime', format('About %s week%s', t.weeks, case when t.weeks > 1 then 's' else '' end)) else '{}' end`;

const DIRECTORY = `
alter table directory.field_check drop constraint field_check_field,
  add constraint field_check_field check (field in ('whole', 'hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description', 'room'));
alter table directory.agency add column reminders boolean not null default true;
alter table directory.taking_new add column weeks smallint, add constraint taking_new_weeks check (weeks is null or (answer = 'waitlist' and weeks between 1 and 104));
create or replace function directory.room_said(of uuid) returns jsonb language sql stable as $$${ROOM(WAIT)} $$;
alter table directory.publishing alter column published_by drop not null, drop constraint publishing_reverted, add constraint publishing_reverted check (reverted_by is null or reverted_at is not null);`;

const STATEMENT_BEFORE = `(kind = 'confirmed' and answer is null) or (kind = 'taking-new' and answer in ('open', 'waitlist', 'full'))`;

/* Copies know fewer fields than before: they are taken anew when somebody comes in. */
const PARTNER = `
delete from partner.listing;
create table partner.batch (
  id uuid primary key,
  agency_id uuid not null constraint batch_agency references directory.organization (id),
  rows jsonb not null,
  faults jsonb not null,
  state text not null default 'read',
  made_at timestamptz not null default now(),
  constraint batch_state check (state in ('read', 'sent', 'undone'))
);
create index batch_agency_id on partner.batch (agency_id, made_at);

create table partner.draft (
  service_id uuid not null constraint draft_service references directory.service (id) on delete cascade,
  field text not null,
  agency_id uuid not null constraint draft_agency references directory.organization (id),
  state text not null,
  before jsonb not null,
  after jsonb,
  saved_at timestamptz not null default now(),
  constraint draft_pkey primary key (service_id, field),
  constraint draft_state check (state in ('right', 'changed', 'later') and (state = 'changed') = (after is not null))
);
create index draft_agency_id on partner.draft (agency_id);

alter table partner.proposal add column quick boolean not null default false, add column batch_id uuid constraint proposal_batch references partner.batch (id),
  drop constraint proposal_state, drop constraint proposal_decided,
  add constraint proposal_state check (state in ('open', 'published', 'partly', 'refused', 'withdrawn')),
  add constraint proposal_decided check ((state in ('open', 'withdrawn')) = (decided_at is null) and (decided_at is null) = (decisions is null) and (decided_by is not null) = (decided_at is not null and not quick));
create index proposal_batch_id on partner.proposal (batch_id);

alter table partner.statement add column weeks smallint, add column fields jsonb, drop constraint statement_kind,
  add constraint statement_kind check ((kind in ('confirmed', 'fields') and answer is null and weeks is null and (kind = 'fields') = (fields is not null))
    or (kind = 'taking-new' and fields is null and answer in ('open', 'waitlist', 'full') and (weeks is null or (answer = 'waitlist' and weeks between 1 and 104))));

alter table partner.link add column about uuid, add column revoked_why text, add constraint link_revoked_why check (revoked_why is null or (revoked_why = 'not-us' and revoked_at is not null)),
  drop constraint link_purpose,
  add constraint link_purpose check (purpose in ('referral', 'listing', 'room', 'receipt') and (purpose = 'referral') = (disclosure_id is not null) and (purpose in ('room', 'receipt')) = (about is not null));

do $$ declare t text; begin
  foreach t in array array['batch', 'draft'] loop
    execute format('alter table partner.%I enable row level security, force row level security', t);
    execute format('create policy owner on partner.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy desk on partner.batch to desk_app using (true) with check (true);
create policy own on partner.batch to partner_app using (agency_id = partner.agency()) with check (agency_id = partner.agency());
create policy own on partner.draft to partner_app using (agency_id = partner.agency())
  with check (agency_id = partner.agency() and exists (select from partner.listing l where l.service_id = draft.service_id));
drop policy own on partner.proposal;
create policy own on partner.proposal to partner_app using (agency_id = partner.agency())
  with check (agency_id = partner.agency() and state in ('open', 'withdrawn') and exists (select from partner.listing l where l.service_id = proposal.service_id));`;

/* A draft is nobody's but its agency's: the desk's role cannot read the table. */
const RIGHTS = `
grant select, insert, update on partner.batch to partner_app;
grant select on partner.batch to desk_app;
grant select, insert, update, delete on partner.draft to partner_app;
grant insert (weeks, fields) on partner.statement to partner_app;
grant update (state) on partner.proposal to partner_app;`;
