import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a listing says of peer support, and whether it belongs into the directory at all. */
export class PeerAndInclusion1764000000030 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [PEER, INCLUSION, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
drop table directory.inclusion, directory.peer;
alter table directory.service drop constraint service_included, drop column inclusion;
delete from directory.publishing where fields && array['areas', 'peer'];`);
  }
}

/* Null, or none of a list: nobody said. Nothing of it is ever worked out from other words. */
const PEER = `
create table directory.peer (
  service_id uuid primary key constraint peer_service references directory.service (id) on delete cascade,
  kinds text[] not null default '{}',
  certified text,
  credential text,
  credential_state text,
  lived text[] not null default '{}',
  open_to text,
  joining text,
  size smallint,
  trained_by text,
  line text,
  dispatch text,
  calls_a_day smallint,
  constraint peer_kinds check (kinds <@ array['one-to-one', 'group', 'warmline', 'respite', 'drop-in', 'family', 'youth', 'recovery-coach', 'bridger', 'reentry', 'veteran', 'workplace', 'online']),
  constraint peer_lived check (lived <@ array['voices', 'mood', 'trauma', 'eating', 'substance-use', 'suicide-attempt', 'suicide-loss', 'hospital', 'justice', 'homelessness', 'lgbtq', 'rural', 'faith', 'veteran', 'parent']),
  constraint peer_credential check (certified in ('yes', 'no') and (certified = 'yes' or num_nonnulls(credential, credential_state) = 0)),
  constraint peer_credential_said check (certified is not null or num_nonnulls(credential, credential_state) = 0),
  constraint peer_state check (credential_state ~ '^[A-Z]{2}$'),
  constraint peer_group check (open_to in ('person', 'family', 'both') and joining in ('drop-in', 'registration') and size between 1 and 500),
  constraint peer_line check (line in ('clinical', 'volunteer', 'peer') and dispatch in ('yes', 'no') and calls_a_day between 1 and 50),
  constraint peer_line_said check (line is not null or num_nonnulls(dispatch, calls_a_day) = 0)
);
create trigger peer_new after insert on directory.peer referencing new table as touched for each statement execute function directory.mark_stale('select service_id from touched');
create trigger peer_changed after update on directory.peer referencing old table as former new table as touched for each statement execute function directory.mark_stale('select service_id from touched');
create trigger peer_gone after delete on directory.peer referencing old table as touched for each statement execute function directory.mark_stale('select service_id from touched');`;

/* A new listing is included by its source, until somebody decides. What is not included is not active: the database holds the two together. */
const INCLUSION = `
alter table directory.service add column inclusion text not null default 'included',
  add constraint service_included check (inclusion in ('included', 'excluded', 'under-review') and (inclusion = 'included' or status <> 'active'));
create table directory.inclusion (
  id uuid primary key,
  service_id uuid not null constraint inclusion_service references directory.service (id) on delete cascade,
  decision text not null,
  reason text not null,
  clause text,
  status_before text,
  appeal text,
  decided_by uuid not null constraint inclusion_account references people.account (id),
  decided_at timestamptz not null default now(),
  constraint inclusion_decision check (decision in ('included', 'excluded', 'under-review') and length(reason) between 1 and 1000),
  constraint inclusion_clause check (clause in ('not-this-help', 'pays-for-people', 'hides-cost', 'faith', 'turns-away', 'harm', 'nobody-answers', 'unverified') and (decision <> 'excluded' or clause is not null)),
  constraint inclusion_appeal check (length(appeal) between 1 and 1000)
);
create index inclusion_service_id on directory.inclusion (service_id, decided_at);`;

const RIGHTS = `
grant select, insert, update, delete on directory.peer to desk_app;
grant select, insert on directory.inclusion to desk_app;`;
