import { linesOf, OWN_FIELDS, type OwnField, type OwnPhone, type OwnValues } from './own-facts.js';

/** What can be typed as lines of words; hours have a form of their own, what people can pay with is ticked. */
export type WordField = Exclude<OwnField, 'hours' | 'payments'>;
export const WORD_FIELDS = OWN_FIELDS.filter((field): field is WordField => field !== 'hours' && field !== 'payments');

const PHONE = /^(?<number>[+(\d][\d\s().-]{1,30}?)(?:\s*(?:ext\.?|x)\s*(?<extension>\d{1,8}))?(?:\s*\((?<description>[^()]{1,200})\))?$/i;

/** Reads `203-555-0142 ext. 12 (intake)`; undefined for what is no number. */
function phoneOf(line: string): OwnPhone | undefined {
  const { number, extension, description } = PHONE.exec(line.trim())?.groups ?? {};
  return number && number.replaceAll(/\D/g, '').length >= 3 ? { number: number.trim(), extension: extension ?? null, description: description ?? null } : undefined;
}

const READ: { readonly [F in WordField]: (lines: readonly string[]) => OwnValues[F] | undefined } = {
  phones: (lines) => {
    const read = lines.map(phoneOf);
    return read.every((one) => one !== undefined) ? read : undefined;
  },
  website: ([line = '', ...more]) => (!more.length && (line === '' || (URL.canParse(line) && /^https?:/i.test(line))) ? line : undefined),
  eligibility: (lines) => lines.join('\n'),
  cost: (lines) => lines.join('\n'),
  documents: (lines) => [...lines],
  languages: (lines) => [...lines],
  description: (lines) => (lines.length ? lines.join('\n') : undefined),
};

/** The value that a person typed as lines; undefined when it cannot be read. What `linesOf` writes, this reads back. */
export const valueOfLines = <F extends WordField>(field: F, lines: readonly string[]): OwnValues[F] | undefined => READ[field](lines.map((line) => line.trim()).filter(Boolean));

/** A value as one text for the history; null for nothing. */
export const textOf = <F extends OwnField>(field: F, value: OwnValues[F]): string | null => linesOf(field, value).join('\n') || null;
