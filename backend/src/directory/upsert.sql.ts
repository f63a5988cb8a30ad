import type { OwnField } from './domain/own-facts.js';
import { CROSSWALK_SOURCE } from './vocabulary/crosswalk.sql.js';
import { publishedHere } from './published-here.sql.js';

/** One column as PostgreSQL knows it: its name and its type. */
export interface SqlColumn {
  property: string;
  name: string;
  type: string;
}

/** A table, its columns, and those by which a row is found when its owner no longer brings it. */
export interface SqlTable {
  name: string;
  columns: readonly SqlColumn[];
  owners: readonly string[];
}

/** How a table's rows meet the rows that are there. `t` is the standing row; what comes is named by the argument. */
export interface Meeting {
  /** Columns that decide whether it is the same row. Default: id. */
  key?: readonly string[];
  /** Columns that only the desk writes. */
  ours?: readonly string[];
  /** SQL condition on the standing row: others are left alone. */
  unless?: string;
  /** SQL for a column when the row is there already, instead of the new value. */
  merge?: Readonly<Record<string, (next: string) => string>>;
  /** SQL condition on the standing row: a report does not tell its values. */
  withheld?: string;
  /** The same condition once the places of the run are written: of $4 those that it hides, of $5 those that it opens, where no steward decided and the source is theirs. */
  foreseen?: string;
}

/** Who verified last is named with their day. */
const whoseDay = (column: string) => (next: string): string => `case when t.assured_date > coalesce(${next}.assured_date, '-infinity'::date) then t.${column} else ${next}.${column} end`;
const latest = (column: string) => (next: string): string => `greatest(t.${column}, ${next}.${column})`;
const WITHHELD_PLACE = `exists (select from directory.location l where l.id = t.location_id and l.confidentiality <> 'open')`;

const FORESEEN_PLACE = `exists (select from directory.location l where l.id = t.location_id
  and case when l.confidentiality_at is not null or l.source is distinct from b.source then l.confidentiality <> 'open' when l.id = any($4::uuid[]) then true when l.id = any($5::uuid[]) then false else l.confidentiality <> 'open' end)`;

/** What an agency gave, and nobody took back, stands. */
const unlessPublished = (column: string, field: OwnField) => (next: string): string => `case when ${publishedHere(field, 't.id')} then t.${column} else ${next}.${column} end`;

/** What people decided here stands above what a source says again. */
export const MEETINGS: Readonly<Record<string, Meeting>> = {
  attribute: { key: ['service_id', 'taxonomy_term_id'], ours: ['rejected', 'confirmed_by', 'confirmed_at'], unless: 't.rejected or t.confirmed_at is not null' },
  location: {
    ours: ['confidentiality_by', 'confidentiality_at'],
    merge: { confidentiality: (next) => `case when t.confidentiality_at is null then ${next}.confidentiality else t.confidentiality end` },
    withheld: `t.confidentiality <> 'open'`,
  },
  address: { withheld: WITHHELD_PLACE, foreseen: FORESEEN_PLACE },
  phone: { withheld: WITHHELD_PLACE, foreseen: FORESEEN_PLACE },
  contact: { withheld: WITHHELD_PLACE, foreseen: FORESEEN_PLACE },
  service: {
    ours: ['status_at', 'status_by', 'inclusion'],
    merge: {
      assured_date: latest('assured_date'),
      assured_by: whoseDay('assured_by'),
      assured_method: whoseDay('assured_method'),
      status: (next) => `case when t.status_at is null then ${next}.status else t.status end`,
      last_modified: latest('last_modified'),
      description: unlessPublished('description', 'description'),
      url: unlessPublished('url', 'website'),
      eligibility_description: unlessPublished('eligibility_description', 'eligibility'),
      fees_description: unlessPublished('fees_description', 'cost'),
    },
  },
};

/** Columns that tell a reader nothing. */
const SILENT = ['id', 'source', 'source_id', 'position', 'organization_id', 'service_id', 'location_id', 'service_at_location_id', 'phone_id', 'contact_id', 'taxonomy_term_id'];
const quoted = (name: string): string => `"${name}"`;
const list = (columns: readonly SqlColumn[], written: (column: SqlColumn) => string): string => columns.map(written).join(', ');

interface Parts {
  theirs: readonly SqlColumn[];
  kept: readonly SqlColumn[];
  key: readonly string[];
  /** Whether a standing row `t` would be another after what comes. */
  differs(next: string): string;
  value(next: string): (column: SqlColumn) => string;
}

function partsOf({ name, columns }: SqlTable): Parts {
  const { key = ['id'], ours = [], unless = 'false', merge = {} } = MEETINGS[name] ?? {};
  const theirs = columns.filter((column) => !ours.includes(column.name));
  const kept = theirs.filter((column) => column.name !== 'id' && !key.includes(column.name));
  const value = (next: string) => (column: SqlColumn): string => merge[column.name]?.(next) ?? `${next}.${quoted(column.name)}`;
  const differs = (next: string): string => `t.source in (${next}.source, '${CROSSWALK_SOURCE}') and not (${unless}) and (${list(kept, (column) => `t.${quoted(column.name)}`)}) is distinct from (${list(kept, value(next))})`;
  return { theirs, kept, key, differs, value };
}

const object = (columns: readonly SqlColumn[], value: (column: SqlColumn) => string): string => `jsonb_build_object(${list(columns, (column) => `'${column.name}', ${value(column)}`)})`;

/** Columns come after the other parameters, each as one array: PostgreSQL reads them five times as fast as objects of JSON. */
const FIRST_COLUMN = 6;
const broughtSql = (theirs: readonly SqlColumn[]): string => {
  const arrays = theirs.map(({ type }, index) => `$${FIRST_COLUMN + index}::${type.endsWith('[]') ? 'text' : type}[]`).join(', ');
  const read = list(theirs, ({ name, type }) => (type.endsWith('[]') ? `r.${quoted(name)}::${type} as ${quoted(name)}` : `r.${quoted(name)}`)); // a list in a list would have to be as long as its neighbours: it comes as text
  return `select ${read} from unnest(${arrays}) as r(${list(theirs, ({ name }) => quoted(name))})`;
};

/** What stands in each column of these rows, for the statements below. A column in which nothing stands is null as a whole. */
export function columnsOf(table: SqlTable, rows: readonly object[]): (readonly (string | null)[] | null)[] {
  return partsOf(table).theirs.map(({ property, type }) => {
    const cells = (rows as Readonly<Record<string, Cell>>[]).map((row) => cellOf(row[property], type));
    return property !== 'id' && cells.every((cell) => cell === null) ? null : cells;
  });
}

/** What a row may hold; an object stands in a column of JSON alone. */
type Cell = string | number | boolean | Date | readonly unknown[] | null | undefined;

/** A value as PostgreSQL's own text of it. */
function cellOf(value: Cell, type: string): string | null {
  if (value === null || value === undefined) return null;
  if (type.startsWith('json')) return JSON.stringify(value);
  if (Array.isArray(value)) return `{${value.map((one) => (one === null ? 'NULL' : `"${String(one).replace(/[\\"]/g, '\\$&')}"`)).join(',')}}`;
  return value instanceof Date ? value.toISOString() : String(value);
}

/**
 * What a batch would do to a table, as rows of `differing`: brought rows that are new (`_standing` is null) or would change one.
 * $1 are the standing ids that count as gone, $4 and $5 places (see `compareSql`), the rest the columns.
 */
function differingSql(table: SqlTable, withheld = MEETINGS[table.name]?.withheld ?? 'false'): string {
  const { theirs, kept, key, differs, value } = partsOf(table);
  const told = (side: string): string => `case when ${withheld} then '"(withheld)"'::jsonb else ${side}.value end`;
  const moved = table.owners.length ? table.owners.map((owner) => `t.${owner} is distinct from b.${owner}`).join(' or ') : 'false';
  return `with brought as materialized (
    ${broughtSql(theirs)}),
  differing as materialized (
    select b.*, t.id as _standing, t.id is not null and (${moved}) as _moved,
      case when t.id is not null then (
        select jsonb_object_agg(n.key, jsonb_build_array(${told('o')}, ${told('n')})) from jsonb_each(${object(kept, value('b'))}) n join jsonb_each(${object(kept, ({ name }) => `t.${quoted(name)}`)}) o on o.key = n.key where o.value is distinct from n.value
      ) end as _fields
    from brought b left join directory.${table.name} t on ${key.map((column) => `t.${column} = b.${column}`).join(' and ')} and not (t.id = any($1::uuid[]))
    where t.id is null or (${differs('b')}))`;
}

/** Samples: at most $2 changed rows, at most $3 new ones. */
function toldSql({ name, columns }: SqlTable): string {
  const said = columns.filter((column) => !SILENT.includes(column.name) && !(MEETINGS[name]?.ours ?? []).includes(column.name));
  return `coalesce((select jsonb_agg(jsonb_build_object('id', x._standing, 'fields', x._fields) order by x._standing) from (select * from differing where _standing is not null order by _standing limit $2) x), '[]') as changes,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'fields', jsonb_strip_nulls(${object(said, (column) => `x.${quoted(column.name)}`)})) order by x.id) from (select * from differing where _standing is null order by id limit $3) x), '[]') as news`;
}

/** Both statements take the same parameters. */
const DECIDED = 'select $4::uuid[], $5::uuid[]';

/** The comparison alone: gives `{added, changed, moved, changes, news}` and writes nothing. $4 and $5 are places that the run would hide and open. */
export function compareSql(table: SqlTable): string {
  return `${differingSql(table, MEETINGS[table.name]?.foreseen)},
  decided as (${DECIDED})
  select count(*) filter (where _standing is null)::int as added, count(*) filter (where _standing is not null)::int as changed, coalesce(array_agg(_standing) filter (where _moved), '{}') as moved, ${toldSql(table)} from differing`;
}

/** An id that another pair of the table bears already cannot be taken. */
const freeId = ({ name }: SqlTable, key: readonly string[]): string =>
  key.includes('id') ? 'd.id' : `case when exists (select from directory.${name} o where o.id = d.id and (${key.map((column) => `o.${column}`).join(', ')}) is distinct from (${key.map((column) => `d.${column}`).join(', ')})) then gen_random_uuid() else d.id end`;

/**
 * The comparison and the writing of what differs, in one statement. A row that would not change is not touched and not locked, so
 * that nothing moves when a source is read again. Gives the same as the comparison.
 */
export function upsertSql(table: SqlTable): string {
  const { theirs, kept, key, differs, value } = partsOf(table);
  return `${differingSql(table)},
  decided as (${DECIDED}),
  done as (
    insert into directory.${table.name} as t (${list(theirs, ({ name }) => quoted(name))})
    select ${list(theirs, ({ name }) => (name === 'id' ? freeId(table, key) : `d.${quoted(name)}`))} from differing d
    on conflict (${key.join(', ')}) do update set ${list(kept, (column) => `${quoted(column.name)} = ${value('excluded')(column)}`)}
    where ${differs('excluded')}
    returning old.id is null as added)
  select (select count(*) filter (where added)::int from done) as added, (select count(*) filter (where not added)::int from done) as changed, '{}'::uuid[] as moved, ${toldSql(table)}`;
}

/** Properties by which a row of the table is the same row. */
export const keyProperties = ({ name, columns }: SqlTable): string[] => columns.filter((column) => (MEETINGS[name]?.key ?? ['id']).includes(column.name)).map(({ property }) => property);

/** Rows that the batch's owners no longer bring, with what they said. $1 source, $2 kept rows as JSON, then one array of owner ids for each owner column. */
export function goneSql({ name, owners, columns }: SqlTable): string {
  const { unless = 'false', withheld = 'false', key = ['id'] } = MEETINGS[name] ?? {};
  const said = columns.filter((column) => !SILENT.includes(column.name));
  const owned = owners.map((owner, index) => `t.${owner} = any($${index + 3}::uuid[])`).join(' or ');
  const kept = columns.filter((column) => key.includes(column.name));
  return `select t.id, ${owners.map((owner) => `t.${owner}`).join(', ')}, case when ${withheld} then '{"": "(withheld)"}'::jsonb else jsonb_strip_nulls(${object(said, (column) => `t.${quoted(column.name)}`)}) end as fields
    from directory.${name} t where t.source = $1 and (${owned}) and not (${unless})
      and not exists (select from jsonb_to_recordset($2::jsonb) as k(${list(kept, ({ property, type }) => `${quoted(property)} ${type}`)}) where ${kept.map((column) => `k.${quoted(column.property)} = t.${column.name}`).join(' and ')})
    order by t.id`;
}

/** $1 ids. */
export const deleteSql = (table: string): string => `delete from directory.${table} where id = any($1::uuid[])`;
