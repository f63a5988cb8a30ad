export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The first line as far as it is known, without what stands in quotes. */
const bare = (text: string): string => /^[^\r\n]*/.exec(text.replace(/^\uFEFF/, '').replace(/"(?:[^"]|"")*"?/g, ''))?.[0] ?? '';

/** What stands between the cells of a table: the sign that its first line holds most often. */
export function delimiterOf(head: string): Delimiter {
  const line = bare(head);
  const counted = DELIMITERS.map((sign) => ({ sign, times: line.split(sign).length - 1 }));
  return counted.reduce((best, one) => (one.times > best.times ? one : best)).sign;
}
