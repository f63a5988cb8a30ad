import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events, audit, people, settings, the asker's request and the answers in progress. */
export class Foundation1764000000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
create schema if not exists audit;
create schema if not exists people;
create schema if not exists settings;
create schema if not exists intake;
create schema if not exists pages;
create schema if not exists pgboss authorization desk_app;

create table platform.event (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  type text not null,
  subject uuid not null,
  body jsonb not null default '{}'
);
create index event_order on platform.event (xid, id);
create index event_subject on platform.event (subject, id);
create table platform.event_cursor (name text primary key, xid xid8 not null default '0', id bigint not null default 0);

create table audit.entry (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  body jsonb not null
);
create index entry_order on audit.entry (xid, id);
create index entry_object on audit.entry ((body->>'objectId'));
create table audit.seal (
  seq bigint primary key,
  entry_id bigint not null constraint seal_entry unique references audit.entry (id),
  prev bytea not null constraint seal_prev unique,
  hash bytea not null constraint seal_hash unique
);
create function audit.refuse() returns trigger language plpgsql as $$ begin raise exception 'audit rows are never changed' using errcode = '42501'; end $$;
create trigger entry_refuse before update or delete or truncate on audit.entry for each statement execute function audit.refuse();
create trigger seal_refuse before update or delete or truncate on audit.seal for each statement execute function audit.refuse();

create table people.account (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  roles text[] not null,
  restricted boolean not null default false,
  active boolean not null default true,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint account_email unique (email),
  constraint account_email_small check (email = lower(email)),
  constraint account_roles check (roles <@ array['SPE','SUP','PED','PRW','STW','ADM','AUD'] and cardinality(roles) > 0),
  constraint account_apart check (not (roles && array['ADM'] and roles && array['SPE','SUP','PRW']))
);
create table people.session (
  id_hash bytea primary key,
  account_id uuid not null references people.account (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  idle_minutes smallint not null,
  ends_at timestamptz not null
);
create index session_account on people.session (account_id);
create table people.throttle (key bytea primary key, since timestamptz not null default now(), tries integer not null default 1, total integer not null default 1);
create table people.setup_link (hash bytea primary key, purpose text not null, expires_at timestamptz not null, used_at timestamptz);

create table settings.desk (
  id boolean primary key default true constraint desk_single check (id),
  name text not null default 'Referral Desk',
  phone text,
  zone text,
  hours jsonb,
  holidays date[] not null default '{}',
  on_call_email text,
  supervisor_email text,
  duty_text jsonb not null default '{}',
  duty_on boolean not null default true,
  duty_version integer not null default 1,
  minors_protocol text,
  lines_confirmed_at timestamptz,
  lines_confirmed_by uuid references people.account (id),
  version integer not null default 1
);
insert into settings.desk default values;
create table settings.crisis_line (
  id uuid primary key,
  place text not null,
  language text not null,
  audience text not null,
  kind text not null,
  label text not null,
  target text not null,
  note text not null,
  position smallint not null,
  source text not null,
  checked_on date,
  checked_by text,
  version integer not null default 1,
  constraint crisis_line_kind check (kind in ('call', 'text', 'chat')),
  constraint crisis_line_audience check (audience in ('everyone', 'youth'))
);

create table intake.inquiry (
  id uuid primary key,
  reference text not null,
  code_hash bytea not null,
  opened_at timestamptz not null default now(),
  status text not null default 'new',
  priority smallint not null,
  safety text not null,
  asker text not null,
  language text not null,
  channel text not null,
  voicemail boolean,
  age_band text,
  zip text,
  minor boolean not null default false,
  sud boolean not null default false,
  dv boolean not null default false,
  staff boolean not null default false,
  review text,
  assignee uuid references people.account (id),
  claimed_at timestamptz,
  first_read_at timestamptz,
  alerted_at timestamptz,
  escalated_at timestamptz,
  follow_up_ok boolean not null default false,
  data_key bytea,
  identity bytea,
  safe_contact bytea,
  words bytea,
  facts bytea,
  phone_index bytea,
  email_index bytea,
  version integer not null default 1,
  constraint inquiry_reference unique (reference),
  constraint inquiry_status check (status in ('new', 'claimed', 'closed')),
  constraint inquiry_priority check (priority between 0 and 3),
  constraint inquiry_safety check (safety in ('yes', 'no', 'unsure', 'undisclosed')),
  constraint inquiry_asker check (asker in ('self', 'carer', 'professional', 'undisclosed')),
  constraint inquiry_channel check (channel in ('text', 'phone', 'email', 'self')),
  constraint inquiry_claim check ((status = 'claimed') = (assignee is not null) or status = 'closed'),
  constraint inquiry_sealed check (data_key is not null or (identity is null and safe_contact is null and words is null and facts is null))
);
create index inquiry_queue on intake.inquiry (priority, opened_at, id) where status <> 'closed' and review is null;
create index inquiry_review on intake.inquiry (opened_at, id) where status <> 'closed' and review is not null;
create index inquiry_mine on intake.inquiry (assignee, priority, opened_at, id) where status = 'claimed';
create index inquiry_unread on intake.inquiry (opened_at) where safety = 'no' and first_read_at is null;
create index inquiry_phone on intake.inquiry (phone_index) where phone_index is not null;
create index inquiry_email on intake.inquiry (email_index) where email_index is not null;

create table intake.need (
  id uuid primary key,
  inquiry_id uuid not null references intake.inquiry (id),
  topic text not null,
  status text not null default 'open',
  position smallint not null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint need_status check (status in ('open', 'options-given', 'referred', 'partly-met', 'met', 'unmet', 'withdrawn')),
  constraint need_topic unique (inquiry_id, topic)
);
create table intake.consent (
  id uuid primary key,
  inquiry_id uuid not null references intake.inquiry (id),
  purpose text not null,
  wording text not null,
  language text not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index consent_inquiry on intake.consent (inquiry_id);
create table intake.idempotency (
  key_hash bytea primary key,
  body_hash bytea not null,
  inquiry_id uuid not null references intake.inquiry (id),
  reply bytea not null,
  at timestamptz not null default now()
);
create table intake.note (
  id uuid primary key,
  inquiry_id uuid not null references intake.inquiry (id),
  author uuid references people.account (id),
  at timestamptz not null default now(),
  audience text not null,
  body bytea not null,
  constraint note_audience check (audience in ('desk', 'shareable', 'person')),
  constraint note_author check ((author is null) = (audience = 'person'))
);
create index note_inquiry on intake.note (inquiry_id, at);
create table intake.draft (
  account_id uuid not null references people.account (id),
  inquiry_id uuid not null references intake.inquiry (id),
  saved_at timestamptz not null default now(),
  body bytea not null,
  primary key (account_id, inquiry_id)
);

create table pages.visit (
  id_hash bytea primary key,
  data_key bytea not null,
  answers bytea not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null
);
create index visit_ends on pages.visit (ends_at);

do $$ declare s text; begin
  foreach s in array array['platform', 'people', 'settings', 'intake', 'pages'] loop
    execute format('grant usage on schema %I to desk_app', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to desk_app', s);
    execute format('grant usage on all sequences in schema %I to desk_app', s);
  end loop;
end $$;
grant usage on schema audit to desk_app;
grant select, insert on audit.entry, audit.seal to desk_app;
grant usage on all sequences in schema audit to desk_app;
revoke update, delete, truncate on audit.entry, audit.seal from desk_app;
`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop schema pages, intake, settings, people, audit cascade; drop table platform.event, platform.event_cursor; drop schema pgboss cascade; revoke usage on schema platform from desk_app');
  }
}
