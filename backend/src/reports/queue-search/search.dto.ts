import { IsOptional, IsString, MaxLength } from 'class-validator';
import { LONGEST_SEARCH, ReadQueue, type SearchView } from '../../intake/index.js';

/** What somebody typed into the box. It travels in the body: no log of addresses has it. */
export class ReadSearch {
  @IsString() @MaxLength(LONGEST_SEARCH, { message: 'text|Use at most 300 letters' })
  text: string;
}

/** The one way to write it. */
export class SearchReadView {
  /** null where it names none. */
  view: SearchView | null;
  /** Each word of it, without the view. */
  words: string[];
}

/** A view, and words that narrow it. */
export class SearchQueue extends ReadQueue {
  /** As it was printed: words that are understood, or 422. */
  @IsOptional() @IsString() @MaxLength(LONGEST_SEARCH)
  q = '';
}

export class SearchTotalView {
  total: number;
}

/** A word of the search, and what may stand after it. */
export class SearchWordView {
  word: string;
  /** `days` has signs besides the colon: < <= >= > */
  kind: 'codes' | 'days';
  values: string[];
}

/** A search that is kept. */
export class SavedViewView {
  id: string;
  name: string;
  /** For everybody, and kept by supervisors. */
  team: boolean;
  version: number;
  view: SearchView;
  /** Its words, without the view. */
  q: string;
  /** As it is kept, with the view. */
  query: string;
  /** null where a word of it is no word any more. */
  count: number | null;
  /** The words of it that are no words any more. */
  dead: string[];
}

export class WaitingView {
  person: number;
  agency: number;
}

export class SavedViewsView {
  /** Requests that wait on the person, and on an agency. */
  waiting: WaitingView;
  views: SavedViewView[];
  /** How many somebody, and how many the team, may keep. */
  most: number;
}
