import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFRESH = (then: string): string => `
create or replace function directory.refresh_stale() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  with done as (delete from directory.stale_listing returning service_id) select array_agg(service_id) into ids from done;
  if ids is not null then ${then} end if;
  return null;
end $$;`;
const LISTINGS = 'perform directory.refresh_listings(ids);';

/** What a source said of a service the last time, so that an import need not compare what says the same again. Whoever else writes a row of the service makes it void, in the same transaction. */
export class Fingerprints1764000000033 implements MigrationInterface {
  readonly name = 'Fingerprints1764000000033';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table directory.fingerprint (
  service_id uuid constraint fingerprint_pkey primary key constraint fingerprint_service references directory.service (id) on delete cascade,
  source text not null,
  value bytea not null,
  origins bytea,
  findings jsonb,
  rows bytea not null,
  told_before bytea not null,
  told_here bytea not null,
  told_nowhere bytea not null,
  constraint fingerprint_findings check ((findings is null) = (origins is null))
);
grant select, insert, update, delete on directory.fingerprint to desk_app;`);
    await db.query(
      REFRESH(`${LISTINGS}
    delete from directory.fingerprint f where f.service_id = any(ids) and f.source is distinct from nullif(current_setting('app.importing', true), '');`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(REFRESH(LISTINGS));
    await db.query('drop table directory.fingerprint');
  }
}
