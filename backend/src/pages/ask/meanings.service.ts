import { Injectable } from '@nestjs/common';
import { labelOf, Places } from '../../directory/index.js';
import type { Answer } from './answers/answers.js';
import type { Raw } from './answers/raw.js';
import { WhereAnswer } from './answers/where.js';

const MOST_CHOICES = 5;

/** What a place may mean that nobody can find as it was typed. It is asked once, and an answer is never a condition. */
@Injectable()
export class Meanings {
  constructor(private readonly places: Places) {}

  /** Places to choose from; none when the words are clear, were asked about before, or come near nothing. */
  async of(answer: Answer, raw: Raw): Promise<readonly string[]> {
    if (!(answer instanceof WhereAnswer) || !answer.place || WhereAnswer.isSettled(raw)) return [];
    const { certainty, places } = await this.places.find(answer.place);
    if (certainty === 'sure') return [];
    return places.slice(0, MOST_CHOICES).map((place) => (place.kind === 'zip' ? [labelOf(place), place.zips[0]?.city].join(' ') : labelOf(place)));
  }
}
