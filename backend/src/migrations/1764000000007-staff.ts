import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people of the desk: links that belong to an account, when somebody was last here, and an administrator who always stays. */
export class Staff1764000000007 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
alter table people.account add column seen_at timestamptz;
alter table people.setup_link
  add column account_id uuid constraint setup_link_account_id_fkey references people.account (id),
  add constraint setup_link_purpose check (purpose in ('first-administrator', 'invitation', 'reset')),
  add constraint setup_link_whose check ((account_id is null) = (purpose = 'first-administrator'));
create index setup_link_account on people.setup_link (account_id) where account_id is not null;

create function people.keep_administrator() returns trigger language plpgsql as $$ begin
  perform pg_advisory_xact_lock(hashtext('people.administrators'));
  if not exists (select from people.account where active and 'ADM' = any(roles) and password_hash is not null and demo = old.demo) then
    raise exception 'the last administrator stays' using errcode = '23514', constraint = 'account_last_administrator';
  end if;
  return null;
end $$;
create trigger account_last_administrator after update on people.account for each row
  when (old.active and 'ADM' = any(old.roles) and old.password_hash is not null and not (new.active and 'ADM' = any(new.roles) and new.password_hash is not null))
  execute function people.keep_administrator();

alter table notifications.mail drop constraint mail_kind, add constraint mail_kind check (kind ~ '^[a-z-]{3,40}$');`);
  }

  /** The check on kinds stays wide: what it was before belongs to whoever narrows it. */
  async down(run: QueryRunner): Promise<void> {
    await run.query(`
delete from notifications.mail where kind in ('account-invited', 'account-reset', 'account-granted');
drop trigger account_last_administrator on people.account;
drop function people.keep_administrator();
delete from people.setup_link where account_id is not null;
alter table people.setup_link drop constraint setup_link_whose, drop constraint setup_link_purpose, drop column account_id;
alter table people.account drop column seen_at;`);
  }
}
