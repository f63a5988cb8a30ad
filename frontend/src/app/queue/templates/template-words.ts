import type { ReadyTextView } from '../../api/types';
import { plain } from '../../ui/plain';

export const KIND_WORDS: Readonly<Record<ReadyTextView['kind'], string>> = { message: 'To say or write', note: 'For a note' };

const REFUSED: Readonly<Record<NonNullable<ReadyTextView['refused']>, string>> = {
  self: 'They contact us. Nothing is said or written to them first.',
  'not-neutral': 'Not neutral: on the way they chose, somebody else may read or hear it.',
};

/** Why a text cannot be used here; empty where it can. */
export function whyNot({ refused, missing }: Pick<ReadyTextView, 'refused' | 'missing'>): string {
  if (refused) return REFUSED[refused];
  return missing.length ? `Cannot be filled: ${missing.map((name) => MISSING[name] ?? name).join(', ')}.` : '';
}
const MISSING: Readonly<Record<string, string>> = {
  'first name': 'first name (none was given, or it is not safe to say)',
  service: 'service (they chose none yet)',
  'service phone': 'service phone (no service chosen, or it has none)',
  'desk phone': 'desk phone (see Settings)',
};

/** Those in whose title each typed word is; what can be used first. */
export function foundTexts(all: readonly ReadyTextView[], typed: string): readonly ReadyTextView[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return all.filter(({ title }) => words.every((each) => plain(title).includes(each))).toSorted((a, b) => Number(a.text === null) - Number(b.text === null));
}

/** A text put where the caret is. Two strokes that asked for it go. */
export function inserted(box: { value: string; selectionStart: number; selectionEnd: number }, text: string): { value: string; caret: number } {
  const before = box.value.slice(0, box.selectionStart).replace(/\/\/$/, '');
  return { value: before + text + box.value.slice(box.selectionEnd), caret: before.length + text.length };
}

/** Two strokes at the beginning of a word ask for a ready text. */
export const asksForText = (value: string, caret: number): boolean => /(^|\s)\/\/$/.test(value.slice(0, caret));
