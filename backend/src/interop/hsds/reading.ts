import { isEmail, readWebAddress } from './domain/wire-text.js';
import type { Origin, Report } from './domain/report.js';
import { plainText } from './plain-text.js';

export type Raw = Record<string | symbol, unknown>;
/** Where an object was read, when it is not where its parent was. */
export const ORIGIN = Symbol('origin');
/** The source's own names of an object's members, where they have others: findings name those. */
export const COLUMNS = Symbol('columns');

const REPAIRS = {
  'literal-newline': 'Line breaks were written as backslash-n.',
  'internal-mark': "An internal mark of the source's own system was taken out.",
  'wrong-encoding': 'Quotes and dashes broken by a wrong character set were mended.',
  html: 'HTML was turned into plain text.',
} as const;

/** PostgreSQL holds neither NUL nor half a character. */
const asText = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : typeof value === 'number' ? String(value) : '');
/** Letters of a text for people, and of an id, a number or an address. */
const LONGEST = { text: 20_000, code: 2000, id: 500 } as const;
/** Letters of a name in a finding. */
const NAMED = 80;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One object of a source, read with mistrust: every value is checked, mended or left out, and the report says so. */
export class Reading {
  readonly origin: Origin;

  constructor(
    readonly raw: Raw,
    readonly report: Report,
    parent: Origin,
  ) {
    this.origin = (raw[ORIGIN] as Origin | undefined) ?? parent;
  }

  /** As written, trimmed; null when empty. What is longer than any id or address is left out. */
  code(column: string, longest: number = column === 'id' ? LONGEST.id : LONGEST.code): string | null {
    const written = asText(this.raw[column]).trim();
    if (written.length <= longest) return written || null;
    this.refused(column, 'value-too-long', `The value has ${written.length} letters and was left out.`);
    return null;
  }

  /** Plain text for people; null when empty. */
  text(column: string): string | null {
    const written = this.short(column, asText(this.raw[column]));
    if (!written) return null;
    const { text, repairs } = plainText(written);
    for (const repair of repairs) this.repaired(column, repair, REPAIRS[repair]);
    return text || null;
  }

  private short(column: string, written: string): string {
    if (written.length <= LONGEST.text) return written;
    this.repaired(column, 'text-cut', `The text has ${written.length} letters; it was cut after ${LONGEST.text}.`);
    return written.slice(0, LONGEST.text).toWellFormed();
  }

  /** HSDS 3 requires a description of services, organizations and programs: the name stands in for one that is not there. */
  described(what: 'service' | 'organization' | 'program', name: string): string {
    const description = this.text('description');
    const code = what === 'service' ? 'description-missing' : (`${what}-description-missing` as const);
    if (!description) this.repaired('description', code, `The ${what} “${name.slice(0, NAMED).replace(/\p{Cc}/gu, ' ')}” has no description: it is listed without one, by its name alone.`);
    return description ?? name;
  }

  web(column: string): string | null {
    const written = this.code(column);
    if (!written) return null;
    const read = readWebAddress(written);
    if (!read) this.refused(column, 'url-unreadable', 'This is not a web address and was left out.');
    else if (read.repaired) this.repaired(column, 'url-scheme', 'https:// was put before the host name.');
    return read?.url ?? null;
  }

  email(column: string): string | null {
    const written = this.code(column);
    if (!written || isEmail(written)) return written;
    this.refused(column, 'email-unreadable', 'This is not an e-mail address and was left out.');
    return null;
  }

  number(column: string, { least, most }: { least: number; most: number }): number | null {
    const written = this.code(column);
    if (written === null) return null;
    const value = Number(written);
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    this.refused(column, 'number-out-of-range', `A number from ${least} to ${most} was expected; the value was left out.`);
    return null;
  }

  /** A whole number; a fraction is cut off, and said. */
  whole(column: string, range: { least: number; most: number }): number | null {
    const value = this.number(column, range);
    if (value === null || Number.isInteger(value)) return value;
    this.repaired(column, 'number-cut', `${value} was cut to a whole number.`);
    return Math.floor(value);
  }

  /** YYYY-MM-DD, or a whole date-time when `whole`. */
  date(column: string, whole = false): string | null {
    const written = this.code(column);
    if (written === null) return null;
    const at = /^\d{4}-\d{2}-\d{2}/.test(written) ? new Date(written) : new Date(NaN);
    if (!Number.isNaN(at.getTime())) return whole ? at.toISOString() : written.slice(0, 10);
    this.refused(column, 'date-unreadable', 'A date such as 2026-03-01 was expected; the value was left out.');
    return null;
  }

  /** The objects of an array; anything else in it is passed over. */
  list(column: string): Reading[] {
    const value = this.raw[column];
    return (Array.isArray(value) ? value : []).filter(isRaw).map((raw) => new Reading(raw, this.report, this.origin));
  }

  /** The texts of an array, each once. */
  texts(column: string): string[] {
    const value = this.raw[column];
    return [...new Set((Array.isArray(value) ? value : []).map((one) => asText(one).trim().slice(0, LONGEST.id)).filter(Boolean))];
  }

  one(column: string): Reading | undefined {
    const value = this.raw[column];
    return isRaw(value) ? new Reading(value, this.report, this.origin) : undefined;
  }

  repaired(column: string | null, code: string, detail: string): void {
    this.report.repaired(this.origin, this.named(column), code, detail);
  }

  refused(column: string | null, code: string, detail: string): void {
    this.report.refused(this.origin, this.named(column), code, detail);
  }

  private named(column: string | null): string | null {
    const names = this.raw[COLUMNS] as Readonly<Record<string, string>> | undefined;
    return column === null ? null : names?.[column] || column;
  }
}
