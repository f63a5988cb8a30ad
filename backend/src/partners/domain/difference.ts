/** A stretch of a text: in both, only in the old one, or only in the new one. */
export interface Stretch {
  is: 'same' | 'gone' | 'new';
  text: string;
}

const MOST_WORDS = 1500;
const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
/** Words are the same when they are but for the space behind them. */
const same = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim();

const at = (table: readonly Uint16Array[], row: number, column: number): number => table[row]?.[column] ?? 0;

/** Lengths of the longest common run of words of every pair of endings. */
function common(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j--) row[j] = same(a[i], b[j]) ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
  }
  return table;
}

/** Stretches side by side of one kind are one. */
function joined(steps: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { is, text } of steps) {
    const last = stretches.at(-1);
    if (last?.is === is) last.text += text;
    else stretches.push({ is, text });
  }
  return stretches;
}

/** What stands next: a word of both, or one of that text whose rest has more in common without it. */
function nextIs(table: readonly Uint16Array[], [i, j]: readonly [number, number], [a, b]: readonly [string | undefined, string | undefined]): Stretch['is'] {
  if (a === undefined) return 'new';
  if (b === undefined) return 'gone';
  if (same(a, b)) return 'same';
  return at(table, i + 1, j) >= at(table, i, j + 1) ? 'gone' : 'new';
}

/** Word by word through both texts. */
function stepsOf(a: readonly string[], b: readonly string[]): Stretch[] {
  const table = common(a, b);
  const steps: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const is = nextIs(table, [i, j], [a[i], b[j]]);
    steps.push({ is, text: (is === 'gone' ? a[i] : b[j]) ?? '' });
    if (is !== 'new') i++;
    if (is !== 'gone') j++;
  }
  return steps;
}

/** The new text word by word against the old one: all stretches but `gone` make the new text, all but `new` the old one. Very long texts are told apart as wholes. */
export function difference(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return [{ is: 'gone', text: before }, { is: 'new', text: after }];
  return joined(stepsOf(a, b));
}
