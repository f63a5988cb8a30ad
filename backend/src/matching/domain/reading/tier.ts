import type { Lexicon, Match } from './lexicon.js';
import { denied, denies } from './negation.js';
import { spelt, type Nearest } from './read.js';
import { tokens, type Token } from './tokens.js';
import type { Likelihood } from './understand.js';

export const TIERS = ['hard', 'soft', 'none'] as const;
/** How urgent own words sound: `hard` danger now, `soft` a heavy heart, `none` nothing of the kind was read, which says nothing of the person. */
export type Tier = (typeof TIERS)[number];

export interface Sounded {
  tier: Tier;
  /** The words that made it so, in UTF-16 units of the text. */
  because: { from: number; to: number }[];
}

/** What the lexicon's `crisis/…` lines stand for: danger of some kind, a heavy heart, and what takes the edge off in its sentence. */
const DANGER: readonly string[] = ['now', 'intent', 'others', 'violence', 'child'];
const HEAVY: readonly string[] = ['passive', 'selfharm', 'before', 'hurt'];
/** Danger that what was long ago, or only thought of, does not soften. */
const PRESENT: readonly string[] = ['violence', 'child'];
/** Somebody speaks of themselves: a professional may, too. */
const OWN = new Set(['myself', 'me', 'my', 'i', 'im', 'matarme', 'suicidarme', 'quitarme', 'mi', 'me']);

interface Mark extends Match {
  of: string;
  sentence: number;
}

/** A text with its marks, asked about one of them. */
class Scene {
  readonly marks: readonly Mark[];

  constructor(
    readonly words: readonly Token[],
    lexicon: Lexicon,
  ) {
    this.marks = lexicon.find(words).filter(({ entry }) => entry.gives.startsWith('crisis/')).map((match) => ({ ...match, of: match.entry.gives.slice('crisis/'.length), sentence: words[match.at]?.sentence ?? 0 }));
  }

  /** Whether the same sentence says so, or the one behind it. */
  near(mark: Mark, ...of: string[]): boolean {
    return this.marks.some((other) => of.includes(other.of) && (other.sentence === mark.sentence || other.sentence === mark.sentence + 1));
  }

  anywhere(...of: string[]): boolean {
    return this.marks.some((mark) => of.includes(mark.of));
  }

  isDenied({ at, end, of }: Mark): boolean {
    return of !== 'now' && !denies(this.words, at, end) && denied(this.words, at);
  }

  /** Of somebody who has died. */
  isMourned(mark: Mark): boolean {
    return !PRESENT.includes(mark.of) && this.marks.some((other) => other.of === 'bereaved' && other.sentence === mark.sentence && (other.at <= mark.end && mark.at <= other.end));
  }

  /** Somebody's work, a film, a walk for a cause. */
  isWork({ at, end, of }: Mark): boolean {
    return !PRESENT.includes(of) && this.anywhere('work') && !this.words.slice(Math.max(0, at - 4), end).some(({ whole }) => OWN.has(whole));
  }
}

const isOver = (scene: Scene, mark: Mark): boolean => scene.isDenied(mark) || scene.isMourned(mark) || scene.isWork(mark);
const isPast = (scene: Scene, mark: Mark): boolean => !PRESENT.includes(mark.of) && scene.near(mark, 'past');
const isOnlyThought = (scene: Scene, mark: Mark): boolean => mark.of === 'intent' && scene.near(mark, 'calm');

/** What one mark makes of the text. */
function tierOf(scene: Scene, mark: Mark): Tier {
  if (isOver(scene, mark)) return 'none';
  const past = isPast(scene, mark);
  if ((past || mark.of === 'before') && scene.anywhere('well')) return 'none';
  return past || HEAVY.includes(mark.of) || isOnlyThought(scene, mark) ? 'soft' : 'hard';
}

/** From here on it is danger by itself, or, with what is no danger, a heavy heart. */
const HARD_FROM = 0.3;
const SOFT_FROM = 0.3;
/** Words of danger in a text that is otherwise surely ordinary are looked at, and not more. */
const SURELY_NONE = 0.9;

/** The lexicon's words and what was learned together: either can raise what the other heard, and only what was learned can calm. */
export function together(said: Sounded, likely: readonly Likelihood[]): Sounded {
  const of = (tier: Tier): Likelihood => likely.find(({ code }) => code === tier) ?? { code: tier, chance: 0, because: [] };
  const [hard, soft, none] = [of('hard'), of('soft'), of('none')];
  const because = said.because.length ? said.because : (hard.chance > soft.chance ? hard : soft).because;
  if (hard.chance >= HARD_FROM || (said.tier === 'hard' && none.chance < SURELY_NONE)) return { tier: 'hard', because };
  return said.tier !== 'none' || hard.chance + soft.chance >= SOFT_FROM ? { tier: 'soft', because } : { tier: 'none', because: [] };
}

/** Reads the whole text: what is buried behind a routine request counts as much. The lexicon's `crisis/…` lines decide; a person always looks. */
export function sound(text: string, lexicon: Lexicon, nearest?: Nearest): Sounded {
  const scene = new Scene(spelt(tokens(text), nearest), lexicon);
  const marks = scene.marks.filter(({ of }) => DANGER.includes(of) || HEAVY.includes(of)).map((mark) => ({ mark, tier: tierOf(scene, mark) }));
  const tier = TIERS.find((each) => marks.some((one) => one.tier === each)) ?? 'none';
  const spans = tier === 'none' ? [] : marks.filter((one) => one.tier === tier).map(({ mark }) => ({ from: scene.words[mark.at]?.from ?? 0, to: scene.words[mark.end - 1]?.to ?? 0 }));
  return { tier, because: spans };
}
