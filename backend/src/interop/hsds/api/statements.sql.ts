import type { ListName, Name, Values } from './domain/parameters.js';
import { SECRET } from './parts.sql.js';
import { MINIMAL, SHAPES, WITH_FULL_SERVICES, type Places, type Shape, type ShapeName } from './shapes.sql.js';

export interface Statement {
  sql: string;
  parameters: unknown[];
}

function membersOf(list: ShapeName, { minimal, full, full_service: services }: Values): string {
  if (minimal) return MINIMAL;
  if (services) return WITH_FULL_SERVICES;
  return full ? SHAPES[list].whole : SHAPES[list].item;
}

/** Conditions of the given parameters, which all hold together. Flags that say false ask for nothing. */
function conditions(list: ShapeName, values: Values, parameters: unknown[]): string {
  const { where, text } = SHAPES[list];
  const filters: Shape['where'] = { search: (at) => `(select bool_and(${text} ilike w) from unnest(${at.search}::text[]) w)`, ...where };
  const given = (Object.keys(filters) as Name[]).filter((name) => values[name] !== undefined && values[name] !== false);
  const at = Object.fromEntries(given.map((name) => [name, values[name] === true ? '' : `$${parameters.push(values[name])}`])) as Places;
  return given.map((name) => `and ${filters[name]?.(at)}`).join(' ');
}

/** What a list finds, as `hit`; of it what is shown, as `shown`; and that as JSON, as `item`. */
function items(list: ShapeName, { values, where, shown }: { values: Values; where: string; shown: string }): string {
  const { from, id, name } = SHAPES[list];
  return `with ${SECRET},
    hit as materialized (select ${id} as id, ${name} as name from ${from} where true ${where}),
    shown as materialized (select * from hit order by name, id ${shown}),
    item as (select w.name, w.id, json_strip_nulls(json_build_object(${membersOf(list, values)})) as json from shown w join ${from} on w.id = ${id})`;
}

/** One page as the API reference's Page object, in one statement, as text. $1 how many, $2 which page. */
export function pageStatement(list: ListName, values: Values, { size, page }: { size: number; page: number }): Statement {
  const parameters: unknown[] = [size, page];
  const where = conditions(list, values, parameters);
  const sql = `${items(list, { values, where, shown: 'limit $1::bigint offset ($2::bigint - 1) * $1::bigint' })}
    select json_build_object('total_items', t.n, 'total_pages', t.pages, 'page_number', $2::bigint, 'size', i.n, 'first_page', $2::bigint = 1, 'last_page', $2::bigint >= t.pages, 'empty', i.n = 0, 'contents', i.contents)::text as page
    from (select count(*) as n, ceil(count(*)::numeric / $1::bigint)::bigint as pages from hit) t, (select count(*) as n, coalesce(json_agg(json order by name, id), '[]') as contents from item) i`;
  return { sql, parameters };
}

/** Up to $1 objects behind the one named by $2 and $3, one a line, and where they end. */
export function linesStatement(list: ShapeName, values: Values, { size, after }: { size: number; after: readonly [name: string, id: string] | undefined }): Statement {
  const parameters: unknown[] = [size, ...(after ?? [null, null])];
  const { id, name } = SHAPES[list];
  const where = `and ($3::uuid is null or (${name}, ${id}) > ($2::text, $3::uuid)) ${conditions(list, values, parameters)}`;
  const sql = `${items(list, { values, where, shown: 'limit $1::bigint' })}
    select string_agg(json::text || E'\\n', '' order by name, id) as lines, (array_agg(name order by name desc, id desc))[1] as name, (array_agg(id order by name desc, id desc))[1] as id from item`;
  return { sql, parameters };
}

/** One object, fully nested, as text. $1 its id. */
export function oneStatement(list: ListName, id: string, { full_service: services = false }: Values): Statement {
  const shape = SHAPES[list];
  return { sql: `with ${SECRET} select json_strip_nulls(json_build_object(${membersOf(list, { full: true, full_service: services })}))::text as one from ${shape.from} where ${shape.id} = $1::uuid`, parameters: [id] };
}
