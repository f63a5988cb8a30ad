import type { FoundNeed, NeedChoice } from '../api/match-types';

/** A need as a line of the list. */
export interface NeedLine { code: string; name: string; hint: string }
export interface NeedGroup { name: string; lines: NeedLine[] }

/** What is known besides the words: codes. */
export interface Asked {
  /** Asked for already: not offered again. */
  taken: readonly string[];
  /** Near what the person asked for, the likeliest first. */
  likely: readonly string[];
  /** Chosen lately, the last first. */
  lately: readonly string[];
}

const MOST_LIKELY = 8;
const NONE = 'No listing yet';
const ALONE = 'More needs';

const line = ({ code, name, listings }: NeedChoice, said: string | null = null): NeedLine => ({ code, name, hint: [said && `“${said}”`, listings ? `${listings} ${listings === 1 ? 'listing' : 'listings'}` : 'no listing yet'].filter(Boolean).join(' · ') });
const full = (groups: readonly NeedGroup[]): NeedGroup[] => groups.filter(({ lines }) => lines.length);

/** All needs by their families: likely ones and those chosen lately first, those that no listing offers last. Each stands once. */
export function allGroups(needs: readonly NeedChoice[], { taken, likely, lately }: Asked): NeedGroup[] {
  const free = needs.filter(({ code }) => !taken.includes(code));
  const offered = new Map(free.filter(({ listings }) => listings).map((need) => [need.code, need]));
  const take = (codes: readonly string[]): NeedLine[] => codes.flatMap((code) => {
    const need = offered.get(code);
    offered.delete(code);
    return need ? [line(need)] : [];
  });
  const first = [{ name: 'Near what they asked for', lines: take(likely.slice(0, MOST_LIKELY)) }, { name: 'Chosen lately', lines: take(lately) }];
  const left = [...offered.values()];
  const families = [...new Set(left.flatMap(({ family }) => family ?? [])), null];
  const named = families.map((one) => ({ name: one ?? ALONE, lines: left.filter(({ family }) => family === one).map((need) => line(need)) }));
  return full([...first, ...named, { name: NONE, lines: free.filter(({ listings }) => !listings).map((need) => line(need)) }]);
}

/** What was found, the best first; what no listing offers last. */
export function foundGroups(needs: readonly NeedChoice[], found: readonly FoundNeed[], taken: readonly string[]): NeedGroup[] {
  const known = new Map(needs.map((need) => [need.code, need]));
  const lines = (offered: boolean): NeedLine[] => found.flatMap(({ code, said }) => {
    const need = known.get(code);
    return need && !taken.includes(code) && need.listings > 0 === offered ? [line(need, said)] : [];
  });
  return full([{ name: 'Found', lines: lines(true) }, { name: NONE, lines: lines(false) }]);
}

/** Near what the person asked for: what is asked, then what is related to it, each once. */
export function likelyOf(needs: readonly NeedChoice[], asked: readonly string[]): string[] {
  const related = new Map(needs.map(({ code, related: near }) => [code, near]));
  return [...new Set([...asked, ...asked.flatMap((code) => related.get(code) ?? [])])];
}
