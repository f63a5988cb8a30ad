/** Where words stand in a text, in UTF-16 units; `to` is behind them. */
export interface Span { from: number; to: number }

/** A stretch of a text, and whether it caused something. */
export interface Stretch { text: string; look: 'plain' | 'understood' | 'urgent' }

/** The whole text in stretches, in its order: nothing is left out and nothing stands twice. Where both cover the same words, urgent wins. */
export function stretchesOf(words: string, understood: readonly Span[], urgent: readonly Span[]): Stretch[] {
  const edges = new Set([0, words.length]);
  for (const { from, to } of [...understood, ...urgent]) for (const edge of [from, to]) if (edge > 0 && edge < words.length) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  const covers = (spans: readonly Span[], at: number): boolean => spans.some(({ from, to }) => from <= at && at < to);
  const all = sorted.slice(1).map((end, index): Stretch => {
    const start = sorted[index] ?? 0;
    return { text: words.slice(start, end), look: covers(urgent, start) ? 'urgent' : covers(understood, start) ? 'understood' : 'plain' };
  });
  return all.reduce<Stretch[]>((joined, one) => {
    const last = joined.at(-1);
    if (last?.look !== one.look) return [...joined, one];
    return [...joined.slice(0, -1), { ...last, text: last.text + one.text }];
  }, []);
}
