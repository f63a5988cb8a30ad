import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The optional account of agencies: members, their sessions, and the door at which a mailed code is asked for. The partner's role
 * reads none of these tables; it learns of each disclosure whether it travels by link, so that what goes by phone alone is in no inbox.
 */
export class Members1764000000035 implements MigrationInterface {
  readonly name = 'Members1764000000035';

  async up(run: QueryRunner): Promise<void> {
    for (const part of [MEMBERS, GUARDS, DOORS, BY_LINK, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
delete from partner.code where door_id is not null;
drop index partner.code_door_id;
alter table partner.code drop constraint code_of, drop constraint code_door, drop column door_id, alter column link_id set not null, alter column agency_id set not null;
delete from partner.code where link_id in (select id from partner.link where purpose = 'invitation');
delete from partner.visit where link_id in (select id from partner.link where purpose = 'invitation');
delete from partner.link where purpose = 'invitation';
alter table partner.link drop constraint link_purpose,
  add constraint link_purpose check (purpose in ('referral', 'listing', 'room', 'receipt') and (purpose = 'referral') = (disclosure_id is not null) and (purpose in ('room', 'receipt')) = (about is not null));
drop table partner.member_door, partner.member_session, partner.member;
drop function partner.guard_member, partner.guard_member_session;
create or replace function partner.guard_disclosure() returns trigger language plpgsql as $$ begin
  perform 1 ${CONSENTED}
  return new;
end $$;
alter table partner.disclosure drop column by_link;`);
  }
}

const MEMBERS = `
create table partner.member (
  id uuid primary key,
  agency_id uuid not null constraint member_agency references directory.organization (id),
  name text not null,
  email text,
  mail_hash bytea,
  may text[] not null,
  language text not null default 'en',
  invited_at timestamptz not null,
  invited_by uuid constraint member_invited_by references people.account (id),
  invited_by_member uuid,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_by uuid constraint member_ended_by references people.account (id),
  ended_by_member uuid,
  constraint member_of_agency unique (id, agency_id),
  constraint member_invited_by_colleague foreign key (invited_by_member, agency_id) references partner.member (id, agency_id),
  constraint member_ended_by_colleague foreign key (ended_by_member, agency_id) references partner.member (id, agency_id),
  constraint member_may check (cardinality(may) > 0 and may <@ array['listings', 'referrals', 'team']),
  constraint member_language check (language in ('en', 'es')),
  constraint member_invited check (num_nonnulls(invited_by, invited_by_member) = 1),
  constraint member_ended check ((ended_at is not null)::int = num_nonnulls(ended_by, ended_by_member)),
  constraint member_living check ((ended_at is null) = (email is not null) and (ended_at is null) = (mail_hash is not null))
);
create unique index member_once on partner.member (agency_id, mail_hash) where ended_at is null;
create index member_mail on partner.member (mail_hash);

create table partner.member_session (
  id_hash bytea primary key,
  member_id uuid not null,
  agency_id uuid not null,
  assurance text not null default 'code',
  made_at timestamptz not null,
  seen_at timestamptz not null,
  proven_at timestamptz not null,
  ends_at timestamptz not null,
  constraint session_member foreign key (member_id, agency_id) references partner.member (id, agency_id),
  constraint session_assurance check (assurance in ('code', 'passkey')),
  constraint session_hours check (ends_at <= made_at + interval '12 hours')
);
create index member_session_member on partner.member_session (member_id);`;

/* An end ends the sessions with it; whoever comes in takes the row's share lock, so that one of two at once always sees the other. */
const GUARDS = `
create function partner.guard_member() returns trigger language plpgsql as $$ begin
  if old.ended_at is not null then
    raise exception 'an ended membership does not change' using errcode = '23514', constraint = 'member_over';
  end if;
  if new.ended_at is not null then
    if new.ended_by_member is not null and old.accepted_at is not null and 'team' = any(old.may) then
      perform 1 from partner.member m where m.agency_id = old.agency_id and m.id <> old.id and m.ended_at is null and m.accepted_at is not null and 'team' = any(m.may) for update;
      if not found then
        raise exception 'somebody of an agency keeps its team' using errcode = '23514', constraint = 'member_last_team';
      end if;
    end if;
    delete from partner.member_session s where s.member_id = old.id;
  end if;
  return new;
end $$;
create trigger member_guard before update on partner.member for each row execute function partner.guard_member();

create function partner.guard_member_session() returns trigger language plpgsql as $$ begin
  perform 1 from partner.member m where m.id = new.member_id and m.accepted_at is not null and m.ended_at is null for share;
  if not found then
    raise exception 'only a member of today has a session' using errcode = '23514', constraint = 'session_of_member';
  end if;
  return new;
end $$;
create trigger member_session_guard before insert on partner.member_session for each row execute function partner.guard_member_session();`;

const DOORS = `
create table partner.member_door (
  id uuid primary key,
  cookie_hash bytea not null constraint member_door_cookie unique,
  mail_hash bytea not null,
  proven_at timestamptz,
  ends_at timestamptz not null
);
create index member_door_ends on partner.member_door (ends_at);
alter table partner.code alter column link_id drop not null, alter column agency_id drop not null,
  add column door_id uuid constraint code_door references partner.member_door (id) on delete cascade,
  add constraint code_of check (num_nonnulls(link_id, door_id) = 1 and (link_id is null) = (agency_id is null));
create index code_door_id on partner.code (door_id, made_at);
alter table partner.link drop constraint link_purpose,
  add constraint link_purpose check (purpose in ('referral', 'listing', 'room', 'receipt', 'invitation') and (purpose = 'referral') = (disclosure_id is not null) and (purpose in ('room', 'receipt', 'invitation')) = (about is not null));`;

const CONSENTED = `from referrals.consent c join referrals.referral r on r.consent_id = c.id
    where c.id = new.consent_id and r.id = new.referral_id and c.agency_id = new.agency_id and r.agency_id = new.agency_id
      and new.fields <@ c.fields and c.withdrawn_at is null and c.expires_at > now() for share of c;
  if not found then
    raise exception 'nothing is shared without a consent that covers it' using errcode = '23514', constraint = 'disclosure_consented';
  end if;`;

/* What the desk told on the phone is kept the same way and shown on no page. */
const BY_LINK = `
alter table partner.disclosure add column by_link boolean not null default false;
update partner.disclosure d set by_link = true from referrals.referral r where r.id = d.referral_id and r.way = 'link';
create or replace function partner.guard_disclosure() returns trigger language plpgsql as $$ begin
  select r.way = 'link' into new.by_link ${CONSENTED}
  return new;
end $$;`;

const RIGHTS = `
do $$ declare t text; begin
  foreach t in array array['member', 'member_session', 'member_door'] loop
    execute format('alter table partner.%I enable row level security, force row level security', t);
    execute format('create policy desk on partner.%I to desk_app using (true) with check (true)', t);
    execute format('create policy owner on partner.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
grant select, insert, update on partner.member to desk_app;
grant select, insert, update, delete on partner.member_session, partner.member_door to desk_app;
grant select (by_link) on partner.disclosure to partner_app;`;
