import { readPython } from './python-list.js';

/** A cell as it was read, and what was done to it. */
export interface ReadCell {
  value: string;
  repair?: 'zip-padded' | 'date-form' | 'quoted-formula';
  refusal?: 'formula' | 'date-unreadable';
}

const WRAPPED = /^="([^"]*)"$/;
/** Signs with which a spreadsheet begins to compute; a telephone number may begin with a plus. */
const FORMULA = /^\s*(?:[=@]|[+-]\s*[a-z(@=])/i;

/** A formula is never data: `="06854"`, which keeps a zero, is what stands in it; any other is left out. */
export function withoutFormula(written: string): ReadCell {
  const inside = WRAPPED.exec(written.trim())?.[1];
  if (inside !== undefined && !FORMULA.test(inside)) return { value: inside, repair: 'quoted-formula' };
  return FORMULA.test(written) ? { value: '', refusal: 'formula' } : { value: written.trim() };
}

/** A US ZIP code with the zeros that a spreadsheet took: `6708`, `6708-460`, `67082460` and `6708.0` are read. Others stay as they are: it takes all zeros or none, so of `0690` another digit is missing. */
export function readZip(written: string): ReadCell {
  const [, five, four = ''] = /^([1-9]\d{2,3}|\d{5})(?:\.0+)?(?:-(\d{2,4})(?:\.0+)?)?$/.exec(written) ?? /^(\d{4,5}?)(\d{4})$/.exec(written) ?? [];
  if (!five) return { value: written };
  const value = `${five.padStart(5, '0')}${four && `-${four.padStart(4, '0')}`}`;
  return value === written ? { value } : { value, repair: 'zip-padded' };
}

const dayOf = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** `3/1/2026` or `2026-03-01`, with or without a time, as `2026-03-01`. */
export function readDate(written: string): ReadCell {
  const american = written.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})\b.*$/s, (_, month: string, day: string, year: string) => dayOf(year, month, day));
  const value = /^\d{4}-\d{2}-\d{2}/.exec(american)?.[0];
  if (value === undefined || Number.isNaN(Date.parse(value))) return { value: '', refusal: 'date-unreadable' };
  return american === written ? { value } : { value, repair: 'date-form' };
}

const YES = ['yes', 'y', 'true', 't', '1', 'x'];
export const isYes = (written: string): boolean => YES.includes(written.trim().toLowerCase());

/** The values of a cell that holds several. */
export const readList = (written: string, split?: string): string[] => written.split(split ?? /[;|\n]/).map((one) => one.trim()).filter(Boolean);

/** The values of a list as Python prints it; of objects the picked members. Undefined when it cannot be read. */
export function readPicked(written: string, pick: readonly string[]): string[] | undefined {
  const read = readPython(written);
  if (read === undefined) return undefined;
  return [read].flat().map((one) => memberOf(one, pick)).filter(Boolean);
}

function memberOf(value: unknown, pick: readonly string[]): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  const members = new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member as unknown]));
  return pick.map((name) => memberOf(members.get(name.toLowerCase()) ?? '', [])).find(Boolean) ?? '';
}
