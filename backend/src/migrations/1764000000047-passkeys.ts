import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passkeys of members of agencies, and the questions that are put to them. A passkey goes with its membership; what was opened
 * with it goes with the passkey. The partner's role reads neither table.
 */
export class Passkeys1764000000047 implements MigrationInterface {
  readonly name = 'Passkeys1764000000047';

  async up(run: QueryRunner): Promise<void> {
    for (const part of [PASSKEYS, OPENED, guard('delete from partner.member_passkey p where p.member_id = old.id;'), RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(guard(''));
    await run.query(`
delete from partner.member_session where passkey_id is not null;
delete from partner.member_door where passkey_id is not null;
alter table partner.member_session drop constraint session_passkey_proof, drop column passkey_id;
alter table partner.member_door drop constraint door_passkey_proof, drop column passkey_id;
drop table partner.member_challenge, partner.member_passkey;
drop function partner.guard_member_passkey;`);
  }
}

const PASSKEYS = `
create table partner.member_passkey (
  id uuid primary key,
  member_id uuid not null,
  agency_id uuid not null,
  credential_id bytea not null constraint member_passkey_credential unique,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  stopped_at timestamptz,
  constraint passkey_member foreign key (member_id, agency_id) references partner.member (id, agency_id),
  constraint passkey_name check (char_length(name) between 1 and 60),
  constraint passkey_counter check (counter >= 0)
);
create index member_passkey_member on partner.member_passkey (member_id);

create function partner.guard_member_passkey() returns trigger language plpgsql as $$ begin
  perform 1 from partner.member m where m.id = new.member_id and m.accepted_at is not null and m.ended_at is null for share;
  if not found then
    raise exception 'only a member of today has a passkey' using errcode = '23514', constraint = 'passkey_of_member';
  end if;
  return new;
end $$;
create trigger member_passkey_guard before insert on partner.member_passkey for each row execute function partner.guard_member_passkey();

create table partner.member_challenge (
  cookie_hash bytea primary key,
  purpose text not null,
  value bytea not null,
  ends_at timestamptz not null,
  constraint challenge_purpose check (purpose in ('add', 'use'))
);
create index member_challenge_ends on partner.member_challenge (ends_at);`;

const OPENED = `
alter table partner.member_session add column passkey_id uuid constraint session_passkey references partner.member_passkey (id) on delete cascade,
  add constraint session_passkey_proof check ((assurance = 'passkey') = (passkey_id is not null));
create index member_session_passkey on partner.member_session (passkey_id);
alter table partner.member_door add column passkey_id uuid constraint door_passkey references partner.member_passkey (id) on delete cascade,
  add constraint door_passkey_proof check (passkey_id is null or proven_at is not null);
create index member_door_passkey on partner.member_door (passkey_id);`;

/** The guard of memberships as it was made, and what an end takes along besides the sessions. */
const guard = (besides: string): string => `
create or replace function partner.guard_member() returns trigger language plpgsql as $$ begin
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
    delete from partner.member_session s where s.member_id = old.id;${besides && `\n    ${besides}`}
  end if;
  return new;
end $$;`;

const RIGHTS = `
do $$ declare t text; begin
  foreach t in array array['member_passkey', 'member_challenge'] loop
    execute format('alter table partner.%I enable row level security, force row level security', t);
    execute format('create policy desk on partner.%I to desk_app using (true) with check (true)', t);
    execute format('create policy owner on partner.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
grant select, insert, update, delete on partner.member_passkey, partner.member_challenge to desk_app;`;
