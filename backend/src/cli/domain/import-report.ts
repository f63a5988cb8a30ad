import type { FieldChange, ImportFinding, RowChange } from '../../directory/index.js';
import type { ColumnGuess, FindingGroup, ImportResult, PartCount } from '../../interop/index.js';

const COLUMNS = ['action', 'code', 'file', 'row', 'column', 'detail'] as const;
/** Changed rows and names shown; the counts are whole. */
const SHOWN = 20;
const LETTERS = 120;

/** Row 0 is the whole file (interop's report). */
function placeOf({ file, column, rows, count }: FindingGroup): string {
  const numbered = rows.filter((row) => row > 0);
  const more = numbered.length ? count - rows.length : 0;
  return [file, column && `column ${column}`, numbered.length && `${count === 1 ? 'row' : 'rows'} ${numbered.join(', ')}${more > 0 ? ` and ${more} more` : ''}`].filter(Boolean).join(', ');
}

/** Two lines for each defect: what and how often, then where. */
export function linesOf(groups: readonly FindingGroup[]): string[] {
  return groups.flatMap((group) => [`  ${group.action === 'refused' ? 'Refused ' : 'Repaired'} ${String(group.count).padStart(6)}  ${group.code}: ${group.alike ? '' : 'for instance: '}${group.detail}`, `                   ${placeOf(group)}`]);
}

/** As JSON, so that nothing in it moves a terminal's cursor. */
function valueOf(value: unknown): string {
  const written = value === null || value === undefined ? 'nothing' : JSON.stringify(value);
  return written.length > LETTERS ? `${written.slice(0, LETTERS)}…` : written;
}

const ACTS: Readonly<Record<RowChange['act'], string>> = { added: 'new', changed: 'changed', removed: 'removed' };
const fieldLine = (act: RowChange['act'], { field, before, after }: FieldChange): string => `      ${field ? `${field}: ` : ''}${act === 'added' ? valueOf(after) : act === 'removed' ? valueOf(before) : `${valueOf(before)} → ${valueOf(after)}`}`;

function named(what: string, names: readonly string[], count: number): string[] {
  if (!count) return [];
  const shown = names.slice(0, SHOWN).map((name) => `  ${name}`);
  return [`${what}: ${count}`, ...shown, ...(count > shown.length ? [`  and ${count - shown.length} more`] : [])];
}

const PARTS: Readonly<Record<PartCount['part'], readonly [string, string]>> = { service: ['service', 'services'], organization: ['organization', 'organizations'], place: ['place', 'places'], detail: ['detail', 'details'] };
const counted = (count: number, [one, many]: readonly [string, string]): string => `${count} ${count === 1 ? one : many}`;

/** The counts in words that people know; a detail is any line on a service, an organization or a place. */
export function sumLines({ services, retired }: Pick<ImportResult, 'services' | 'retired'>, parts: readonly PartCount[]): string[] {
  const line = (act: 'added' | 'changed' | 'removed', word: string): string => {
    const some = parts.filter((each) => each[act] > 0).map((each) => counted(each[act], PARTS[each.part]));
    return `  ${word} ${some.length ? some.join(', ') : 'nothing'}`;
  };
  return [
    `${counted(services, PARTS.service)} read. A detail is a number, an address, opening hours or the like.`,
    ...[line('added', 'New:    '), line('changed', 'Changed:'), line('removed', 'Removed:')],
    `  No longer named, so retired: ${counted(retired, PARTS.service)}`,
  ];
}

/** Columns of a table with what their names say that they fill, as JSON: nothing in a name moves a terminal's cursor. */
export function guessLines(columns: readonly string[], guessed: readonly ColumnGuess[]): string[] {
  const guesses = new Map(guessed.map(({ column, field }) => [column, field]));
  return columns.slice(0, 60).map((column) => `  ${JSON.stringify(column)}: ${guesses.get(column) ?? '(left out)'}`);
}

/** What changed, field by field, and which services are new or no longer named: samples after whole counts. */
export function changeLines({ tables, changes, news, vanished, retired }: Pick<ImportResult, 'tables' | 'changes' | 'news' | 'vanished' | 'retired'>): string[] {
  const touched = Object.entries(tables).filter(([, { added, changed, removed }]) => added + changed + removed > 0);
  const shown = changes.slice(0, SHOWN);
  return [
    ...touched.map(([table, { added, changed, removed }]) => `  ${table.padEnd(24)}${String(added).padStart(8)} new${String(changed).padStart(8)} changed${String(removed).padStart(8)} removed`),
    ...shown.flatMap(({ table, act, of, fields }) => [`  ${of || '(no name)'}, ${table} ${ACTS[act]}`, ...fields.map((field) => fieldLine(act, field))]),
    ...(changes.length > shown.length ? [`  and more: the first ${shown.length} are shown`] : []),
    ...named('New services', news, tables['service']?.added ?? 0),
    ...named('No longer named', vanished, retired),
  ];
}

/** Where the source says otherwise than what an agency or a steward published: what stands, and what it says. */
export function otherwiseLines({ conflicts, otherwise }: Pick<ImportResult, 'conflicts' | 'otherwise'>): string[] {
  if (!conflicts) return [];
  const shown = otherwise.slice(0, SHOWN);
  return [
    `Says otherwise than what was published here, which stays until a steward decides: ${conflicts}`,
    ...shown.flatMap(({ service, field, ours, theirs }) => [`  ${service}, ${field}`, `      here: ${valueOf(ours.join('; '))}`, `      source: ${valueOf(theirs.join('; '))}`]),
    ...(conflicts > shown.length ? [`  and ${conflicts - shown.length} more`] : []),
  ];
}

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const cell = (value: string | number | null): string => `"${String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

export const CSV_HEAD = `${COLUMNS.join(',')}\r\n`;
export const csvOf = (findings: readonly ImportFinding[]): string => findings.map((finding) => `${COLUMNS.map((column) => cell(finding[column])).join(',')}\r\n`).join('');

/** A source's name from a path's last part: small letters, digits and hyphens, since ids are made of it. */
export const sourceName = (name: string): string =>
  name
    .replace(/\.(?:json|ndjson|jsonl|csv|tsv|txt|xlsx)$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
