/** What somebody or something really is about: codes with 1 (also) to 3 (mainly). */
export interface Truth {
  needs: Readonly<Record<string, number>>;
  kinds: Readonly<Record<string, number>>;
  populations: readonly string[];
}

/** People for whom a service is made say more than its words: it is of little use to others. */
const OTHERS = 1;

/** How well the one thing that is asked for most is met: 0 to 3. */
function met(asked: Truth['needs'], offered: Truth['needs']): number {
  return Math.max(0, ...Object.entries(asked).map(([code, weight]) => Math.min(weight, offered[code] ?? 0) * (weight === 3 ? 1 : weight / 3)));
}

/**
 * The grade of a service for an inquiry by what both are really about, hard rules apart: the need decides, a kind of help that
 * was not meant takes one away, so does a service made for other people. 0 to 3.
 */
export function gradeOf(asked: Truth, offered: Truth): number {
  const need = met(asked.needs, offered.needs);
  if (need < 1) return 0;
  const kinds = Object.keys(asked.kinds);
  const kind = kinds.length && !kinds.some((code) => offered.kinds[code]) ? 1 : 0;
  const others = offered.populations.length && !offered.populations.some((code) => asked.populations.includes(code)) ? OTHERS : 0;
  return Math.max(0, Math.min(3, Math.round(need - kind - others)));
}
