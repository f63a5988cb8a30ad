import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFRESH = (more: { columns: string; values: string; set: string }): string => `
create or replace function directory.refresh_listings(ids uuid[]) returns void language sql as $$ 
  insert into directory.listing (service_id, status, facts, last_modified${more.columns})
  select f.service_id, f.status, f.facts || coalesce(directory.room_said(f.service_id), '{}') || coalesce(directory.trust_of(f.service_id), '{}'), now()${more.values} from directory.facts_of(ids) f
  on conflict (service_id) do update set status = excluded.status, facts = excluded.facts, last_modified = excluded.last_modified${more.set} $$;`;

/** Each listing says which transaction wrote it, and what is gone leaves a mark: a reader knows what changed since it read the last time. */
export class ListingPool1764000000042 implements MigrationInterface {
  readonly name = 'ListingPool1764000000042';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table directory.listing add column changed_in bigint not null default 0;
create index listing_changed_in on directory.listing (changed_in);
create table directory.listing_gone (
  service_id uuid constraint listing_gone_pkey primary key,
  changed_in bigint not null
);
create index listing_gone_changed_in on directory.listing_gone (changed_in);
${REFRESH({ columns: ', changed_in', values: ', pg_current_xact_id()::text::bigint', set: ', changed_in = excluded.changed_in' })}
create function directory.remember_gone() returns trigger language plpgsql as $$ begin
  insert into directory.listing_gone (service_id, changed_in) select distinct service_id, pg_current_xact_id()::text::bigint from former
  on conflict (service_id) do update set changed_in = excluded.changed_in;
  return null;
end $$;
create trigger listing_gone_kept after delete on directory.listing referencing old table as former for each statement execute function directory.remember_gone();
grant select, insert, update, delete on directory.listing_gone to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop trigger listing_gone_kept on directory.listing;
drop function directory.remember_gone;
drop table directory.listing_gone;
${REFRESH({ columns: '', values: '', set: '' })}
drop index directory.listing_changed_in;
alter table directory.listing drop column changed_in;`);
  }
}
