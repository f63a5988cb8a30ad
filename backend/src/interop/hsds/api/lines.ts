import type { Actor, Db } from '../../../platform/index.js';
import type { Values } from './domain/parameters.js';
import type { ShapeName } from './shapes.sql.js';
import { linesStatement } from './statements.sql.js';

/** Objects that are read at a time. */
const LINES = 200;

/** Everything of a list, as NDJSON, a part at a time, each beginning behind the last one's end: what is added or goes meanwhile moves nothing else. */
export async function* linesOf(db: Db, actor: Actor, list: ShapeName, values: Values): AsyncGenerator<string> {
  for (let after: readonly [string, string] | undefined, more = true; more; ) {
    const { sql, parameters } = linesStatement(list, values, { size: LINES, after });
    const [row] = await db.statement<{ lines: string | null; name: string; id: string }>(actor, sql, parameters);
    if (row?.lines) yield row.lines;
    more = Boolean(row?.lines);
    if (row) after = [row.name, row.id];
  }
}
