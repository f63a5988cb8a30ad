/** What PostgreSQL shows at this moment, as text: who reads after it can ask what has changed since. And whether its locale takes an ñ for a letter. */
export const MOMENT = `select pg_current_snapshot()::text as moment, cardinality(show_trgm('ñu')) = 3 as letters`;

/** The next $2 listings after $1, or from the first for null. */
export const PAGE = `
select service_id as id, facts, changed_in::float8 as revision from directory.listing where ($1::uuid is null or service_id > $1) order by service_id limit $2`;

/** What a transaction wrote that was not done at the moment $1. */
const SINCE_THEN = 'changed_in >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint and not pg_visible_in_snapshot(changed_in::text::xid8, $1::pg_snapshot)';

/**
 * What was written by whoever was not done at the moment $1, at most $2 of it, with the moment of this reading. Transactions end in
 * another order than they begin: a number alone would miss those that were still at work.
 */
export const SINCE = `
with changed as (
  select service_id as id, facts, changed_in from directory.listing where ${SINCE_THEN}
  union all
  select service_id, null, changed_in from directory.listing_gone g where ${SINCE_THEN}
    and not exists (select from directory.listing l where l.service_id = g.service_id)
  limit $2)
select pg_current_snapshot()::text as moment, coalesce((select jsonb_agg(jsonb_build_object('id', id, 'facts', facts, 'revision', changed_in)) from changed), '[]') as changed`;
