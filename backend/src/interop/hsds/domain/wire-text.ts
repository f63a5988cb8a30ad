/** What was mended in a text, as finding codes. */
export type TextRepair = 'literal-newline' | 'internal-mark' | 'wrong-encoding' | 'html';

/** A text with its wire damage undone. */
export interface CleanText {
  text: string;
  repairs: TextRepair[];
}

/** UTF-8 punctuation that was read as code page 437 and written again: the last of its three characters tells which it was. */
const BROKEN: Readonly<Record<string, string>> = { Ö: '’', ÿ: '‘', '£': '“', '¥': '”', ô: '–', ö: '—', ó: '•', ª: '…' };
const BROKEN_RUN = /[GΓ]Ç([Öÿ£¥ôöóª])/g;
const MARK = /#{2,}[A-Z]{3}#*|\b[A-Z]{3}#{2,}/g;

/** Undoes literal `\n`, internal marks such as `###COL###` and broken quotes, then folds blanks. HTML is the caller's. */
export function mendText(raw: string): CleanText {
  const repairs: TextRepair[] = [];
  const step = (text: string, pattern: RegExp, by: string | ((...match: string[]) => string), repair: TextRepair): string => {
    const mended = text.replace(pattern, by as string);
    if (mended !== text) repairs.push(repair);
    return mended;
  };
  let text = step(raw, /\\+r?\\?n|\\r/g, '\n', 'literal-newline');
  text = step(text, MARK, '', 'internal-mark');
  text = step(text, BROKEN_RUN, (_, last = '') => BROKEN[last] ?? '', 'wrong-encoding');
  return { text: folded(text), repairs };
}

/** Single blanks, at most one empty line, no control characters, nothing at the ends. */
export function folded(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A web address, or why it is none. */
export type ReadAddress = { url: string; repaired: boolean } | undefined;

const HOST = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** `https://` is added for a host name only (directory.md, pitfall 5); anything else that is no http address is refused. */
export function readWebAddress(raw: string): ReadAddress {
  const text = raw.trim();
  const bare = HOST.test(text);
  const candidate = bare ? `https://${text}` : text;
  if (!/^https?:\/\/[^/\s]/i.test(candidate) || !HOST.test(candidate.replace(/^https?:\/\//i, ''))) return undefined;
  return URL.canParse(candidate) ? { url: candidate, repaired: bare } : undefined;
}

export const isEmail = (text: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$/i.test(text);

/** A telephone number as text; the extension stands apart when the source wrote it into the number (`x1210`, `ext. 4`). */
export function readPhone(raw: string): { number: string; extension: string | null } | undefined {
  const [, number = '', extension] = /^(.*?)(?:\s*(?:x|ext\.?|extension)\s*([0-9a-z]+))?$/i.exec(raw.trim()) ?? [];
  return /\d/.test(number) ? { number: number.trim(), extension: extension ?? null } : undefined;
}
