/** One column as PostgreSQL knows it: its name and its type. */
export interface SqlColumn {
  property: string;
  name: string;
  type: string;
}

/** How a table's rows meet the rows that are there. */
export interface Meeting {
  /** Columns that decide whether it is the same row. Default: id. */
  key?: readonly string[];
  /** Columns that only the desk writes. */
  ours?: readonly string[];
  /** SQL condition on the standing row `t`: others are left alone. */
  unless?: string;
  /** SQL for a column when the row is there already, instead of the new value. */
  merge?: Readonly<Record<string, string>>;
}

/** Who verified last is named with their day. */
const whoseDay = (column: string): string => `case when t.assured_date > coalesce(excluded.assured_date, '-infinity'::date) then t.${column} else excluded.${column} end`;

/** What an agency gave, and nobody took back, stands. */
const unlessPublished = (column: string, field: string): string =>
  `case when exists (select from directory.publishing p where p.service_id = t.id and p.reverted_at is null and '${field}' = any(p.fields)) then t.${column} else excluded.${column} end`;

/** What people decided here stands above what a source says again. */
export const MEETINGS: Readonly<Record<string, Meeting>> = {
  attribute: { key: ['service_id', 'taxonomy_term_id'], ours: ['rejected', 'confirmed_by', 'confirmed_at'], unless: 't.rejected or t.confirmed_at is not null' },
  location: {
    ours: ['confidentiality_by', 'confidentiality_at'],
    merge: { confidentiality: 'case when t.confidentiality_at is null then excluded.confidentiality else t.confidentiality end' },
  },
  service: {
    merge: {
      assured_date: 'greatest(t.assured_date, excluded.assured_date)',
      assured_by: whoseDay('assured_by'),
      assured_method: whoseDay('assured_method'),
      last_modified: 'greatest(t.last_modified, excluded.last_modified)',
      description: unlessPublished('description', 'description'),
      url: unlessPublished('url', 'website'),
      eligibility_description: unlessPublished('eligibility_description', 'eligibility'),
      fees_description: unlessPublished('fees_description', 'cost'),
    },
  },
};

const quoted = (name: string): string => `"${name}"`;

/**
 * One statement for a batch of rows: $1 is a JSON array of objects named by property. A row that would not change is not
 * touched, so that nothing moves when a source is read again. Gives `{added, changed}`.
 */
export function upsertSql(table: string, columns: readonly SqlColumn[]): string {
  const { key = ['id'], ours = [], unless = 'false', merge = {} } = MEETINGS[table] ?? {};
  const theirs = columns.filter((column) => !ours.includes(column.name));
  const kept = theirs.filter((column) => column.name !== 'id' && !key.includes(column.name));
  const value = ({ name }: SqlColumn): string => merge[name] ?? `excluded.${quoted(name)}`;
  return `with done as (
    insert into directory.${table} as t (${theirs.map((column) => quoted(column.name)).join(', ')})
    select ${theirs.map((column) => quoted(column.property)).join(', ')} from jsonb_to_recordset($1::jsonb) as r(${theirs.map((column) => `${quoted(column.property)} ${column.type}`).join(', ')})
    on conflict (${key.join(', ')}) do update set ${kept.map((column) => `${quoted(column.name)} = ${value(column)}`).join(', ')}
    where t.source = excluded.source and not (${unless}) and (${kept.map((column) => `t.${quoted(column.name)}`).join(', ')}) is distinct from (${kept.map(value).join(', ')})
    returning old.id is null as added)
  select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from done`;
}

/** Removes what the batch's owners no longer bring. $1 source, $2 kept ids, then one array of owner ids for each owner column. */
export function pruneSql(table: string, owners: readonly string[]): string {
  const owned = owners.map((name, index) => `${name} = any($${index + 3}::uuid[])`).join(' or ');
  const unless = MEETINGS[table]?.unless ?? 'false';
  return `delete from directory.${table} t where source = $1 and (${owned}) and not (id = any($2::uuid[])) and not (${unless}) returning id`;
}
