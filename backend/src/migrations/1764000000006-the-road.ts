import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From the offered options to "it helped": agencies and who answers for them, referrals with their consent, what an agency
 * may see of one (schema `partner`, under forced row level security), its answers, outcomes, and ends that need a reason.
 */
export class TheRoad1764000000006 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [NEEDS, REFERRALS, PARTNER, OUTCOMES, GUARDS, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
revoke usage on schema platform, audit from partner_app;
revoke insert on platform.event, audit.entry from partner_app;
drop schema partner cascade;
drop table follow_up.outcome, follow_up.attempt, referrals.referral, referrals.consent, directory.agency cascade;
drop trigger inquiry_guard on intake.inquiry;
drop trigger need_guard on intake.need;
drop trigger need_in_open_inquiry on intake.need;
drop function intake.guard_inquiry, intake.guard_need, intake.need_in_open_inquiry, referrals.guard_referral, referrals.is_live, referrals.may_follow;
alter table intake.need drop constraint need_end, drop constraint need_end_reason, drop column version, drop column end_reason, drop column ended_by, drop column ended_by_account;
alter table follow_up.due drop constraint due_kind, add constraint due_kind check (kind in ('did-it-help'));
alter table referrals.option drop constraint option_decided, add constraint option_decided check ((decided_at is null) = (decided_by is null) and (decision = 'undecided' or decided_at is not null));
delete from notifications.mail where recipient is null;
alter table notifications.mail drop constraint mail_to, drop column inquiry_id, alter column recipient set not null, drop constraint mail_kind,
  add constraint mail_kind check (kind in ('urgent-unread', 'urgent-escalated', 'audit-head', 'audit-broken'));`);
  }
}

const NEEDS = `
alter table intake.need
  add column version integer not null default 1,
  add column end_reason text,
  add column ended_by text,
  add column ended_by_account uuid constraint need_ended_by_account references people.account (id),
  add constraint need_end check ((status in ('partly-met', 'met', 'unmet', 'withdrawn')) = (closed_at is not null)
    and (closed_at is null) = (end_reason is null) and (closed_at is null) = (ended_by is null) and (ended_by = 'specialist') = (ended_by_account is not null)),
  add constraint need_end_reason check (case status
    when 'met' then end_reason in ('served', 'solved-otherwise')
    when 'partly-met' then end_reason in ('served', 'solved-otherwise')
    when 'unmet' then end_reason in ('no-such-service', 'none-in-area', 'not-eligible', 'no-funds', 'no-room', 'hours', 'language', 'access', 'transport', 'documents', 'cost', 'declined-all', 'tried-all')
    when 'withdrawn' then end_reason in ('no-longer-wanted', 'not-reached', 'asked-to-stop', 'erased', 'not-a-request')
    else end_reason is null end and coalesce(ended_by in ('person', 'specialist'), true));`;

const REFERRALS = `
alter table referrals.option drop constraint option_decided, add constraint option_decided check ((decided_by is null or decided_at is not null) and (decision = 'undecided' or decided_at is not null));
create table directory.agency (
  organization_id uuid primary key constraint agency_organization references directory.organization (id),
  email text,
  contact_name text,
  phone text,
  answer_days smallint not null default 2,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid constraint agency_changed_by references people.account (id),
  constraint agency_reach check (email is not null or phone is not null),
  constraint agency_days check (answer_days between 1 and 30)
);

create table referrals.consent (
  id uuid primary key,
  inquiry_id uuid not null constraint referral_consent_inquiry references intake.inquiry (id),
  agency_id uuid not null constraint consent_agency references directory.organization (id),
  service_id uuid not null constraint consent_service references directory.service (id),
  fields text[] not null,
  wording text not null,
  language text not null,
  signature text not null,
  preview_hash bytea not null,
  given_at timestamptz not null default now(),
  recorded_by uuid constraint consent_recorded_by references people.account (id),
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consent_fields check (cardinality(fields) > 0),
  constraint consent_signature check (signature in ('spoken', 'page') and (signature = 'page') = (recorded_by is null))
);
create index consent_inquiry_id on referrals.consent (inquiry_id);

create table referrals.referral (
  id uuid primary key,
  inquiry_id uuid not null constraint referral_inquiry references intake.inquiry (id),
  need_id uuid not null constraint referral_need references intake.need (id),
  option_id uuid not null constraint referral_option references referrals.option (id),
  service_id uuid not null constraint referral_service references directory.service (id),
  agency_id uuid constraint referral_agency references directory.organization (id),
  consent_id uuid constraint referral_consent references referrals.consent (id),
  way text not null,
  state text not null,
  reason text,
  made_by uuid constraint referral_made_by references people.account (id),
  made_at timestamptz not null default now(),
  answer_by timestamptz,
  overdue_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  constraint referral_way check (way in ('self', 'link', 'phone')),
  constraint referral_state check (state in ('self-contact', 'sent', 'needs-info', 'accepted', 'waitlisted', 'served', 'declined', 'stopped', 'withdrawn', 'recalled', 'expired')),
  constraint referral_asked check ((way = 'self') = (consent_id is null) and (way = 'self' or (agency_id is not null and answer_by is not null)) and (way = 'self' or state <> 'self-contact')),
  constraint referral_reason check ((state in ('declined', 'stopped', 'withdrawn', 'recalled', 'expired')) = (reason is not null)),
  constraint referral_ended check ((state in ('served', 'declined', 'stopped', 'withdrawn', 'recalled', 'expired')) = (ended_at is not null))
);
create index referral_inquiry_id on referrals.referral (inquiry_id);
create index referral_need_id on referrals.referral (need_id);
create index referral_agency_id on referrals.referral (agency_id);
create unique index referral_open on referrals.referral (need_id, service_id) where ended_at is null;
create index referral_answer_by on referrals.referral (answer_by) where state in ('sent', 'needs-info');`;

/* Everything that an agency's people reach. Each table names its agency; the agency's own role sees its rows and no others. */
const PARTNER = `
create schema partner;

create table partner.disclosure (
  id uuid primary key,
  agency_id uuid not null constraint disclosure_agency references directory.organization (id),
  referral_id uuid not null constraint disclosure_once unique constraint disclosure_referral references referrals.referral (id),
  consent_id uuid not null constraint disclosure_consent references referrals.consent (id),
  reference text not null,
  fields text[] not null,
  notice text,
  restricted boolean not null,
  data_key bytea,
  body bytea,
  answer_by timestamptz not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint disclosure_sealed check ((data_key is null) = (body is null))
);
create index disclosure_agency_id on partner.disclosure (agency_id);

create table partner.answer (
  id uuid primary key,
  agency_id uuid not null constraint answer_agency references directory.organization (id),
  disclosure_id uuid not null constraint answer_disclosure references partner.disclosure (id),
  stage smallint not null,
  kind text not null,
  reason text,
  again_on date,
  body bytea not null,
  said_at timestamptz not null default now(),
  constraint answer_kind check ((stage = 1 and kind in ('accepted', 'declined', 'waitlisted', 'needs-info')) or (stage = 2 and kind in ('served', 'stopped'))),
  constraint answer_reason check ((kind = 'declined' and reason in ('no-room', 'not-eligible', 'not-offered', 'could-not-reach', 'already-with-us', 'other'))
    or (kind = 'stopped' and reason in ('could-not-reach', 'did-not-come', 'no-longer-wanted', 'not-eligible', 'other')) or (kind not in ('declined', 'stopped') and reason is null))
);
create unique index answer_once on partner.answer (agency_id, disclosure_id, stage) where kind <> 'needs-info';

create table partner.listing (
  service_id uuid primary key constraint partner_listing_service references directory.service (id) on delete cascade,
  agency_id uuid not null constraint partner_listing_agency references directory.organization (id),
  facts jsonb not null,
  taken_at timestamptz not null default now()
);
create index listing_agency_id on partner.listing (agency_id);

create table partner.proposal (
  id uuid primary key,
  agency_id uuid not null constraint proposal_agency references directory.organization (id),
  service_id uuid not null constraint proposal_service references directory.service (id) on delete cascade,
  changes jsonb not null,
  note text,
  state text not null default 'open',
  made_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid constraint proposal_decided_by references people.account (id),
  decisions jsonb,
  version integer not null default 1,
  constraint proposal_state check (state in ('open', 'published', 'partly', 'refused')),
  constraint proposal_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (decisions is null))
);
create unique index proposal_open on partner.proposal (agency_id, service_id) where state = 'open';

create table partner.link (
  id uuid primary key,
  token_hash bytea not null constraint link_token unique,
  agency_id uuid not null constraint link_agency references directory.organization (id),
  purpose text not null,
  disclosure_id uuid constraint link_disclosure references partner.disclosure (id),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint link_purpose check (purpose in ('referral', 'listing') and (purpose = 'referral') = (disclosure_id is not null))
);
create index link_disclosure_id on partner.link (disclosure_id);
create table partner.code (
  id uuid primary key,
  link_id uuid not null constraint code_link references partner.link (id),
  agency_id uuid not null constraint code_agency references directory.organization (id),
  code_hash bytea not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz
);
create index code_link_id on partner.code (link_id, made_at);
create table partner.visit (
  id_hash bytea primary key,
  link_id uuid not null constraint visit_link references partner.link (id),
  agency_id uuid not null constraint visit_agency references directory.organization (id),
  ends_at timestamptz not null
);
create index visit_link_id on partner.visit (link_id);

do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'partner' loop
    execute format('alter table partner.%I enable row level security, force row level security', t);
    execute format('create policy desk on partner.%I to desk_app using (true) with check (true)', t);
    execute format('create policy owner on partner.%I to current_user using (true) with check (true)', t); -- backups and migrations of an owner who is no superuser
  end loop;
end $$;
create function partner.agency() returns uuid language sql stable as $$ select nullif(current_setting('app.agency_id', true), '')::uuid $$;
create policy own on partner.disclosure to partner_app using (agency_id = partner.agency() and withdrawn_at is null) with check (false);
create policy own on partner.answer to partner_app using (agency_id = partner.agency())
  with check (agency_id = partner.agency() and exists (select from partner.disclosure d where d.id = disclosure_id));
create policy own on partner.listing to partner_app using (agency_id = partner.agency()) with check (false);
create policy own on partner.proposal to partner_app using (agency_id = partner.agency())
  with check (agency_id = partner.agency() and state = 'open' and exists (select from partner.listing l where l.service_id = proposal.service_id));`;

const OUTCOMES = `
alter table follow_up.due drop constraint due_kind,
  add constraint due_kind check (kind in ('did-it-help', 'call-options', 'call-answer', 'agency-declined', 'agency-asks', 'no-answer', 'person-wrote'));
create table follow_up.attempt (
  id uuid primary key,
  inquiry_id uuid not null constraint attempt_inquiry references intake.inquiry (id),
  due_id uuid not null constraint attempt_due references follow_up.due (id),
  at timestamptz not null default now(),
  account_id uuid not null constraint attempt_account references people.account (id),
  channel text not null,
  result text not null,
  constraint attempt_channel check (channel in ('phone', 'text', 'email', 'in-person')),
  constraint attempt_result check (result in ('reached', 'voicemail', 'no-answer', 'wrong-number', 'asked-to-stop', 'unsafe-now'))
);
create index attempt_inquiry_id on follow_up.attempt (inquiry_id);
create index attempt_due_id on follow_up.attempt (due_id);
create table follow_up.outcome (
  id uuid primary key,
  inquiry_id uuid not null constraint outcome_inquiry references intake.inquiry (id),
  referral_id uuid not null constraint outcome_referral references referrals.referral (id),
  said_by text not null,
  recorded_by uuid constraint outcome_recorded_by references people.account (id),
  said_at timestamptz not null default now(),
  remembered text not null default 'unknown',
  tried text not null default 'unknown',
  reached text not null default 'unknown',
  served text not null default 'unknown',
  solved text not null default 'unknown',
  note bytea,
  constraint outcome_said_by check (said_by in ('person', 'agency', 'specialist') and (said_by <> 'specialist' or recorded_by is not null)),
  constraint outcome_values check (array[remembered, tried, reached, served] <@ array['yes', 'no', 'unknown'] and solved in ('yes', 'partly', 'no', 'unknown'))
);
create index outcome_inquiry_id on follow_up.outcome (inquiry_id);
create index outcome_referral_id on follow_up.outcome (referral_id);

alter table notifications.mail
  add column inquiry_id uuid constraint mail_inquiry references intake.inquiry (id),
  alter column recipient drop not null,
  add constraint mail_to check ((recipient is null) = (inquiry_id is not null)),
  drop constraint mail_kind,
  add constraint mail_kind check (kind ~ '^[a-z-]{3,40}$');
create unique index mail_once on notifications.mail (kind, cause, inquiry_id) where inquiry_id is not null;`;

/*
 * No dead ends, kept by the database: a need that waits for an agency does not end, a request with an unfinished need does not
 * close. Who ends takes the row's full lock; who adds or re-opens below it takes the key lock that foreign keys take, and then
 * looks: so one of two at once always sees the other.
 */
const GUARDS = `
create function referrals.is_live(state text) returns boolean language sql immutable as $$ select state in ('sent', 'needs-info', 'accepted', 'waitlisted') $$;
create function referrals.may_follow(before text, after text) returns boolean language sql immutable as $$
  select before = after or after = any (case before
    when 'self-contact' then array['served', 'stopped', 'withdrawn', 'recalled']
    when 'sent' then array['needs-info', 'accepted', 'waitlisted', 'declined', 'withdrawn', 'recalled', 'expired']
    when 'needs-info' then array['sent', 'accepted', 'waitlisted', 'declined', 'withdrawn', 'recalled', 'expired']
    when 'accepted' then array['waitlisted', 'served', 'stopped', 'withdrawn', 'recalled']
    when 'waitlisted' then array['accepted', 'served', 'stopped', 'withdrawn', 'recalled']
    else array[]::text[] end) $$;

create function referrals.guard_referral() returns trigger language plpgsql as $$ declare need_status text; begin
  if tg_op = 'INSERT' and new.state not in ('self-contact', 'sent') then
    raise exception 'a referral begins as self-contact or sent' using errcode = '23514', constraint = 'referral_edge';
  end if;
  if tg_op = 'UPDATE' and not referrals.may_follow(old.state, new.state) then
    raise exception 'a referral does not go from % to %', old.state, new.state using errcode = '23514', constraint = 'referral_edge';
  end if;
  select n.status into need_status from intake.need n where n.id = new.need_id for key share;
  if new.ended_at is null and need_status in ('partly-met', 'met', 'unmet', 'withdrawn') then
    raise exception 'the need has ended' using errcode = '23514', constraint = 'referral_need_open';
  end if;
  return new;
end $$;
create trigger referral_guard after insert or update on referrals.referral for each row execute function referrals.guard_referral();

create function intake.guard_need() returns trigger language plpgsql as $$ begin
  perform 1 from intake.need where id = new.id for update;
  if exists (select from referrals.referral r where r.need_id = new.id and referrals.is_live(r.state)) then
    raise exception 'an agency is still asked or at work' using errcode = '23514', constraint = 'need_live_referral';
  end if;
  return new;
end $$;
create trigger need_guard before update of status on intake.need for each row when (new.closed_at is not null) execute function intake.guard_need();

create function intake.need_in_open_inquiry() returns trigger language plpgsql as $$ declare inquiry_status text; begin
  select i.status into inquiry_status from intake.inquiry i where i.id = new.inquiry_id for key share;
  if inquiry_status = 'closed' then
    raise exception 'the request is closed' using errcode = '23514', constraint = 'need_in_open_inquiry';
  end if;
  return null;
end $$;
create trigger need_in_open_inquiry after insert or update of status on intake.need for each row when (new.closed_at is null) execute function intake.need_in_open_inquiry();

create function intake.guard_inquiry() returns trigger language plpgsql as $$ begin
  perform 1 from intake.inquiry where id = new.id for update;
  if exists (select from intake.need n where n.inquiry_id = new.id and n.closed_at is null) then
    raise exception 'a need has not ended' using errcode = '23514', constraint = 'inquiry_needs_ended';
  end if;
  return new;
end $$;
create trigger inquiry_guard before update of status on intake.inquiry for each row when (new.status = 'closed' and old.status <> 'closed') execute function intake.guard_inquiry();

create function partner.guard_disclosure() returns trigger language plpgsql as $$ begin
  perform 1 from referrals.consent c join referrals.referral r on r.consent_id = c.id
    where c.id = new.consent_id and r.id = new.referral_id and c.agency_id = new.agency_id and r.agency_id = new.agency_id
      and new.fields <@ c.fields and c.withdrawn_at is null and c.expires_at > now() for share of c;
  if not found then
    raise exception 'nothing is shared without a consent that covers it' using errcode = '23514', constraint = 'disclosure_consented';
  end if;
  return new;
end $$;
create trigger disclosure_guard before insert on partner.disclosure for each row execute function partner.guard_disclosure();
create trigger disclosure_same before update of agency_id, referral_id, consent_id, fields, reference on partner.disclosure for each row execute function audit.refuse();`;

const RIGHTS = `
grant usage on schema partner to desk_app, partner_app;
grant select, insert, update, delete on all tables in schema partner to desk_app;
grant select, insert, update, delete on directory.agency, referrals.consent, referrals.referral, follow_up.attempt, follow_up.outcome to desk_app;
grant select (id, agency_id, referral_id, reference, fields, notice, restricted, data_key, body, answer_by, made_at, withdrawn_at) on partner.disclosure to partner_app;
grant select, insert on partner.answer, partner.proposal to partner_app;
grant select on partner.listing to partner_app;
grant usage on schema platform, audit to partner_app;
grant insert (type, subject, body) on platform.event to partner_app;
grant insert (body) on audit.entry to partner_app;`;
