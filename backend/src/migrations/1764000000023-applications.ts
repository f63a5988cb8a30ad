import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places that want to be listed: what they wrote, what a steward decided and why, and one appeal, which somebody else decides. */
export class Applications1764000000023 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
create table partner.application (
  id uuid primary key,
  token_hashes bytea[] not null default '{}',
  name text not null,
  email text not null,
  who text,
  phone text,
  website text,
  about text not null,
  language text not null default 'en',
  doubt text,
  state text not null default 'open',
  made_at timestamptz not null default now(),
  reason text,
  decided_at timestamptz,
  decided_by uuid constraint application_decided_by references people.account (id),
  appeal text,
  appealed_at timestamptz,
  appeal_reason text,
  appeal_decided_at timestamptz,
  appeal_decided_by uuid constraint application_appeal_decided_by references people.account (id),
  version integer not null default 1,
  constraint application_state check (state in ('open', 'accepted', 'refused', 'appealed', 'upheld')),
  constraint application_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null) and (state <> 'refused' or reason is not null)),
  constraint application_appeal check ((appeal is null) = (appealed_at is null) and (state not in ('appealed', 'upheld') or appeal is not null) and (appeal_decided_at is null) = (appeal_decided_by is null) and (appeal_decided_at is null or appeal is not null)),
  constraint application_second check (appeal_decided_by is distinct from decided_by or appeal_decided_by is null),
  constraint application_doubt check (doubt in ('honeypot', 'too-fast', 'many-from-one-address'))
);
create index application_state_made_at on partner.application (state, made_at);
alter table partner.application enable row level security, force row level security;
create policy desk on partner.application to desk_app using (true) with check (true);
create policy owner on partner.application to current_user using (true) with check (true);
grant select, insert, update on partner.application to desk_app;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table partner.application');
  }
}
