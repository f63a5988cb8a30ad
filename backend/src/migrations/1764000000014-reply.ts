import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the person lets an agency know that asked. Its agency reads it while the referral's facts are open to it, and writes nothing here. */
export class Reply1764000000014 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [TABLE, GUARD, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
drop table partner.reply;
drop function partner.guard_reply;`);
  }
}

const TABLE = `
create table partner.reply (
  id uuid primary key,
  agency_id uuid not null constraint reply_agency references directory.organization (id),
  disclosure_id uuid not null constraint reply_disclosure references partner.disclosure (id),
  body bytea,
  declined boolean not null,
  made_at timestamptz not null default now(),
  made_by uuid not null constraint reply_made_by references people.account (id),
  constraint reply_said check (declined = (body is null))
);
create index reply_disclosure_id on partner.reply (disclosure_id);
alter table partner.reply enable row level security, force row level security;
create policy desk on partner.reply to desk_app using (true) with check (true);
create policy owner on partner.reply to current_user using (true) with check (true);
create policy own on partner.reply to partner_app using (agency_id = partner.agency() and exists (select from partner.disclosure d where d.id = disclosure_id)) with check (false);`;

/* Whoever writes: nothing goes to another agency than the one that was asked, nor after the person took their consent back. */
const GUARD = `
create function partner.guard_reply() returns trigger language plpgsql as $$ begin
  perform 1 from partner.disclosure d join referrals.consent c on c.id = d.consent_id
    where d.id = new.disclosure_id and d.agency_id = new.agency_id and d.withdrawn_at is null and c.withdrawn_at is null for share of c;
  if not found then
    raise exception 'nothing is said to an agency that may not read it' using errcode = '23514', constraint = 'reply_consented';
  end if;
  return new;
end $$;
create trigger reply_guard before insert on partner.reply for each row execute function partner.guard_reply();
create trigger reply_same before update on partner.reply for each row execute function audit.refuse();`;

const RIGHTS = `
grant select, insert on partner.reply to desk_app;
grant select (id, agency_id, disclosure_id, body, declined, made_at) on partner.reply to partner_app;`;
