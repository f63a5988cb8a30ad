import type { ImportFinding } from '../../directory/index.js';

/** One defect, wherever it occurs: the operator reads it once, with its places. */
interface Group {
  action: ImportFinding['action'];
  code: string;
  /** The first one's sentence; others of the group may name another id. */
  detail: string;
  alike: boolean;
  file: string;
  column: string | null;
  rows: number[];
}

const ROWS_SHOWN = 5;
const COLUMNS = ['action', 'code', 'file', 'row', 'column', 'detail'] as const;

/** Refusals before repairs, the frequent ones first. */
export function groupsOf(findings: readonly ImportFinding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { action, code, detail, file, column, row } of findings) {
    const key = JSON.stringify([action, code, file, column]);
    const group = groups.get(key) ?? { action, code, detail, alike: true, file, column, rows: [] };
    group.rows.push(row);
    group.alike &&= group.detail === detail;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.action === 'repaired') - Number(b.action === 'repaired') || b.rows.length - a.rows.length);
}

/** Row 0 is the whole file (interop's report). */
function placeOf({ file, column, rows }: Group): string {
  const numbered = rows.filter((row) => row > 0);
  const shown = numbered.slice(0, ROWS_SHOWN).join(', ');
  const more = numbered.length - ROWS_SHOWN;
  return [file, column && `column ${column}`, numbered.length && `${numbered.length === 1 ? 'row' : 'rows'} ${shown}${more > 0 ? ` and ${more} more` : ''}`].filter(Boolean).join(', ');
}

/** Two lines for each defect: what and how often, then where. */
export function linesOf(findings: readonly ImportFinding[]): string[] {
  return groupsOf(findings).flatMap((group) => [`  ${group.action === 'refused' ? 'Refused ' : 'Repaired'} ${String(group.rows.length).padStart(6)}  ${group.code}: ${group.alike ? '' : 'for instance: '}${group.detail}`, `                   ${placeOf(group)}`]);
}

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const cell = (value: string | number | null): string => `"${String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

export const csvOf = (findings: readonly ImportFinding[]): string => [COLUMNS.join(','), ...findings.map((finding) => COLUMNS.map((column) => cell(finding[column])).join(','))].map((line) => `${line}\r\n`).join('');

/** A source's name from a path's last part: small letters, digits and hyphens, since ids are made of it. */
export const sourceName = (name: string): string =>
  name
    .replace(/\.json$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
