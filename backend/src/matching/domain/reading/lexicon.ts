import { beginnings, compile, endOf, type Groups, type Pattern } from './pattern.js';
import { fold, singular, type Token } from './tokens.js';

/** One line of the lexicon: what people write, and what it points to. */
export interface Entry {
  id: string;
  /** ISO 639-1; `*` for any. */
  language: string;
  pattern: string;
  /** `taxonomy/code`, `fact/name=value`, or empty: then it only keeps shorter patterns from being read in it. */
  gives: string;
  /** How strongly the words point there, above 0 and at most 1. */
  weight: number;
  /** It says something beside what its words say alone: "my son drinks" is also "drinks". */
  beside?: boolean;
}

export interface Match {
  entry: Entry;
  /** Index of its first token, and of the one behind its last. */
  at: number;
  end: number;
  length: number;
}

interface Compiled {
  entry: Entry;
  pattern: Pattern;
}

const taxonomyOf = ({ gives }: Entry): string => gives.split('/')[0] ?? '';
const within = (inner: Match, outer: Match): boolean => inner.at >= outer.at && inner.end <= outer.end;
const sameSpan = (a: Match, b: Match): boolean => a.at === b.at && a.end === b.end;

const hides = (longer: Entry, shorter: Entry): boolean => !longer.gives || (!longer.beside && taxonomyOf(longer) === taxonomyOf(shorter));

/** So many first letters find the lines that begin with a beginning of a word. */
const LETTERS = 3;
function put(index: Map<string, Compiled[]>, key: string, compiled: Compiled): void {
  const there = index.get(key);
  if (there) there.push(compiled);
  else index.set(key, [compiled]);
}

/** Patterns by how they are written, for one set of groups: reading one takes longer than putting it in its place. */
export type Patterns = Map<string, Pattern>;

function patternOf(written: string, groups: Groups, known: Patterns | undefined): Pattern {
  const pattern = known?.get(written) ?? compile(written, groups);
  known?.set(written, pattern);
  return pattern;
}

/** All lines, made ready to be looked for. Throws `RangeError` for a line whose pattern says nothing. */
export class Lexicon {
  private readonly byWord = new Map<string, Compiled[]>();
  /** Lines that begin with a beginning of a word, by its first letters. */
  private readonly byStart = new Map<string, Compiled[]>();
  private readonly open: Compiled[] = [];
  /** How each line is written, by its id. */
  private readonly written = new Map<string, string>();
  private readonly words = new Set<string>();
  private readonly starts = new Set<string>();
  /** Words, or beginnings of words (`open`), that point to a need, a kind of help or danger by themselves. */
  readonly telling: { word: string; open: boolean }[] = [];

  /** Lines under this one, but those that it takes the place of. */
  private under: { lexicon: Lexicon; without: ReadonlySet<string> } | undefined;

  constructor(entries: readonly Entry[], groups: Groups = {}, known?: Patterns) {
    for (const entry of entries) this.add({ entry, pattern: patternOf(entry.pattern, groups, known) });
    for (const words of Object.values(groups)) for (const word of words) this.words.add(fold(word));
  }

  /** The same with some lines in the place of others, made ready in no time. Words that only those had are still known. */
  changed(without: readonly string[], entries: readonly Entry[], groups: Groups): Lexicon {
    const changed = new Lexicon(entries, groups);
    changed.under = { lexicon: this, without: new Set(without) };
    changed.telling.push(...this.telling);
    return changed;
  }

  private add(compiled: Compiled): void {
    const first = beginnings(compiled.pattern);
    this.written.set(compiled.entry.id, compiled.entry.pattern);
    this.learn(compiled);
    if (!first) this.open.push(compiled);
    for (const word of new Set(first?.words.map(singular))) put(this.byWord, word, compiled);
    for (const start of new Set(first?.starts.map((one) => one.slice(0, LETTERS)))) put(this.byStart, start, compiled);
  }

  /** Lines that may begin with a token. */
  private beginningWith(token: Token): Compiled[] {
    const { word, whole } = token;
    const starts = Array.from({ length: LETTERS }, (_, letters) => this.byStart.get(whole.slice(0, letters + 1)) ?? []);
    const under = this.under?.lexicon.beginningWith(token).filter(({ entry }) => !this.under?.without.has(entry.id)) ?? [];
    return [...new Set([...(this.byWord.get(word) ?? []), ...(this.byWord.get(whole) ?? []), ...starts.flat(), ...this.open, ...under])];
  }

  private learn({ entry, pattern: { steps } }: Compiled): void {
    const telling = steps.length === 1 && /^(need|service-type|crisis)\//.test(entry.gives);
    for (const step of steps) {
      if (!('words' in step)) continue;
      for (const word of step.words) this.words.add(word);
      for (const start of step.starts) this.starts.add(start);
      if (telling) this.telling.push(...[...step.words].map((word) => ({ word, open: false })), ...step.starts.map((word) => ({ word, open: true })));
    }
  }

  /** How a line is written. */
  patternOf(id: string): string | undefined {
    return this.written.get(id) ?? this.under?.lexicon.patternOf(id);
  }

  /** Whether some line has the word, or a beginning of it. */
  knows(word: string): boolean {
    if (this.words.has(word) || this.words.has(singular(word))) return true;
    for (let length = 2; length <= word.length; length++) if (this.starts.has(word.slice(0, length))) return true;
    return this.under?.lexicon.knows(word) ?? false;
  }

  /** What stands in the text: the longest and most special of each taxonomy; a line that gives nothing keeps shorter ones out of it. */
  find(text: readonly Token[]): Match[] {
    const all = text.flatMap((token, at) =>
      this.beginningWith(token).flatMap(({ entry, pattern }) => {
        const end = endOf(pattern, text, at);
        return end === undefined ? [] : [{ entry, at, end, length: pattern.length }];
      }),
    );
    all.sort((a, b) => b.length - a.length || b.entry.weight - a.entry.weight || a.at - b.at || (a.entry.id < b.entry.id ? -1 : 1));
    const kept: Match[] = [];
    for (const one of all) {
      const over = kept.some((other) => within(one, other) && !sameSpan(one, other) && hides(other.entry, one.entry));
      const silenced = kept.some((other) => !other.entry.gives && sameSpan(one, other));
      if (!over && !silenced) kept.push(one);
    }
    return kept.filter(({ entry }) => entry.gives).sort((a, b) => a.at - b.at || b.length - a.length);
  }
}
