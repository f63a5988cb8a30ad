import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/index.js';
import type { Entry } from '../domain/reading/lexicon.js';
import type { Meant } from '../domain/reading/understand.js';
import { saysOf } from '../texts/lexicon-words.js';
import type { Names } from '../texts/reason-texts.js';
import { Understanding, type Reading, type Ready } from '../understanding.service.js';
import { Vocabulary } from '../vocabulary.service.js';
import { LexiconEntries } from './lexicon-entries.js';
import type { TriedEntry, TriedReading, TriedTerm, TriedView, TryWords } from './try-out.dto.js';

/** The id of a line that is tried and was never saved: as a desk's new line would sort. */
export const UNSAVED = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** What the whole of the words makes less likely than this said nothing of a need. */
const SPOKE = 0.05;

/** Reads words as they are read now, and as they would be with a line that nobody has saved. Leaves nothing behind. */
@Injectable()
export class TryOut {
  constructor(
    private readonly entries: LexiconEntries,
    private readonly understanding: Understanding,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Throws 422 for a line that could not be saved, as saving it does. */
  async words(actor: Actor, { text, whom, entry }: TryWords): Promise<TriedView> {
    const [ready, names, heard] = await Promise.all([this.understanding.ready(), this.vocabulary.names(actor), this.understanding.heard(text)]);
    const by = (lexicon: Ready): TriedReading => viewOf(this.understanding.readingBy(lexicon, text, whom ?? null, heard), { names, patterns: patternsOf(lexicon) });
    const tried = entry && (await this.with(actor, ready, entry));
    return { before: by(ready), after: tried ? by(tried) : null, learning: this.understanding.isLearning };
  }

  /** The lexicon with the line in its place. */
  async with(actor: Actor, ready: Ready, entry: TriedEntry): Promise<Ready> {
    const { note: _, ...written } = await this.entries.checked(actor, entry);
    const id = entry.id ?? UNSAVED;
    const entries: Entry[] = entry.off ? [] : [{ id, ...written }];
    return this.understanding.changed(ready, [id], entries);
  }
}

const patternsOf = ({ lexicon }: Ready): ((id: string) => string) => (id) => lexicon.patternOf(id) ?? '';

interface Telling {
  names: Names;
  patterns: (id: string) => string;
}

/** What was read, with the lines that said so. */
function viewOf({ mentions, understood, sounded, likely }: Reading, { names, patterns }: Telling): TriedReading {
  const linesFor = (gives: string): string[] => [...new Set(mentions.filter((one) => !one.denied && one.gives === gives).map(({ entry }) => patterns(entry)))];
  const termsOf = (taxonomy: string, meant: readonly Meant[]): TriedTerm[] =>
    meant.map(({ code, weight, because }) => {
      const gives = `${taxonomy}/${code}`;
      return { gives, name: saysOf(gives, names) ?? code, sure: weight, because: spans(because), entries: linesFor(gives), learned: taxonomy === 'need' && likely.some((one) => one.code === code && one.chance >= SPOKE) };
    });
  return {
    needs: termsOf('need', understood.needs),
    kinds: termsOf('service-type', understood.kinds),
    populations: termsOf('population', understood.populations),
    facts: Object.entries(understood.facts).map(([name, value]) => {
      const gives = `fact/${name}=${value}`;
      return { gives, name: saysOf(gives, names) ?? value, sure: null, because: spans(mentions.filter((one) => !one.denied && one.gives === gives)), entries: linesFor(gives), learned: false };
    }),
    age: understood.age,
    away: understood.away.flatMap((gives) => names.get(gives) ?? []),
    sounds: sounded.tier === 'none' ? null : { tier: sounded.tier, because: spans(sounded.because) },
    heard: mentions.map(({ entry, gives, from, to, denied }) => ({ id: entry, pattern: patterns(entry), says: saysOf(gives, names) ?? gives, from, to, denied })),
  };
}

const spans = (all: readonly { from: number; to: number }[]): { from: number; to: number }[] => all.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from);
