/** How a database reads letters: its locale says whether those beyond ASCII are letters. */
export type Letters = 'ascii' | 'all';

const WORDS: Readonly<Record<Letters, RegExp>> = { ascii: /[a-z0-9]+/g, all: /[\p{L}\p{N}]+/gu };
const lower: Readonly<Record<Letters, (text: string) => string>> = { ascii: (text) => text.replace(/[A-Z]+/g, (some) => some.toLowerCase()), all: (text) => text.toLowerCase() };

/** Runs of three letters as pg_trgm makes them, in the order in which they stand: two blanks before each word and one after it. */
export function trigramsOf(text: string, letters: Letters): string[] {
  const found: string[] = [];
  for (const [word] of lower[letters](text).matchAll(WORDS[letters])) {
    const padded = [...`  ${word} `];
    for (let at = 0; at + 3 <= padded.length; at++) found.push(padded.slice(at, at + 3).join(''));
  }
  return found;
}

const share = (both: number, one: number, other: number): number => Math.fround(both / (one + other - both));

/**
 * How alike words are to the part of a text that is most like them: `word_similarity` of pg_trgm, step by step as
 * `iterate_word_similarity` goes (contrib/pg_trgm/trgm_op.c), so that memory and database find the same. Made for the words once,
 * and asked of many texts.
 */
export class WordSimilarity {
  /** Where a trigram stands last in the part that is looked at; -1 where it does not. */
  private readonly last = new Map<number, number>();
  private lower = -1;
  private both = 0;
  private other = 0;

  /** `asked` are those of the words' trigrams that any text has; `size` is how many different ones the words have. */
  constructor(
    private readonly asked: ReadonlySet<number>,
    private readonly size: number,
  ) {}

  /** Of a text, by its trigrams in order. */
  to(text: Uint32Array): number {
    this.last.clear();
    [this.lower, this.both, this.other] = [-1, 0, 0];
    let most = 0;
    for (let at = 0; at < text.length; at++) {
      const trigram = text[at] as number;
      const isAsked = this.asked.has(trigram);
      if (this.lower >= 0 || isAsked) this.meet(trigram, at, isAsked);
      if (isAsked) most = Math.max(most, this.endsAt(text, at));
    }
    return most;
  }

  private meet(trigram: number, at: number, isAsked: boolean): void {
    if (!this.last.has(trigram)) {
      this.other++;
      if (isAsked) this.both++;
    }
    this.last.set(trigram, at);
  }

  /** The part that ends here begins where it is most alike. */
  private endsAt(text: Uint32Array, to: number): number {
    if (this.lower === -1) [this.lower, this.other] = [to, 1];
    const from = this.lower;
    let most = share(this.both, this.size, this.other);
    let [both, other] = [this.both, this.other];
    for (let begin = from; begin <= to; begin++) {
      const now = share(both, this.size, other);
      if (now > most) [most, this.lower, this.both, this.other] = [now, begin, both, other];
      const trigram = text[begin] as number;
      if (this.last.get(trigram) !== begin) continue;
      other--;
      if (this.asked.has(trigram)) both--;
    }
    for (let gone = from; gone < this.lower; gone++) if (this.last.get(text[gone] as number) === gone) this.last.delete(text[gone] as number);
    return most;
  }
}
