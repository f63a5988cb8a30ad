import { plain } from '../ui/plain';
/** Something that the palette can do. `also` are other words that find it. */
export interface Entry { name: string; also: readonly string[]; key?: string; does: () => void }

const wordsOf = (text: string): string[] => plain(text).split(/[^\p{L}\p{N}?/]+/u).filter(Boolean);

/** Entries in which each typed word begins a word, those whose name begins so first; all of them when nothing is typed. */
export function found(entries: readonly Entry[], typed: string): Entry[] {
  const asked = wordsOf(typed);
  const fits = (words: readonly string[]): boolean => asked.every((one) => words.some((word) => word.startsWith(one)));
  const named = entries.filter(({ name }) => fits(wordsOf(name)));
  return [...named, ...entries.filter((entry) => !named.includes(entry) && fits([entry.name, ...entry.also].flatMap(wordsOf)))];
}
