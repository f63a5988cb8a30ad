import { TOPICS, type Topic } from '../../../intake/index.js';
import type { PageName } from '../page-names.js';
import { list, Rule, text, type Raw } from './raw.js';

export const MOST_WORDS = 4000;

/** Own words are an answer by themselves. */
const UNSURE: Topic = 'not-sure';

export class HelpAnswer {
  @Rule((value) => ((value as Topic[]).length ? undefined : 'help.missing'))
  topics: Topic[] = [];

  @Rule((value) => (((value as string | undefined)?.length ?? 0) > MOST_WORDS ? 'help.words.long' : undefined))
  words: string | undefined;

  static of(raw: Raw): HelpAnswer {
    const words = text(raw, 'words');
    const ticked = list(raw, 'topics');
    const topics = TOPICS.filter((topic) => ticked.includes(topic));
    return Object.assign(new HelpAnswer(), { topics: words && !topics.length ? [UNSURE] : topics, words });
  }

  next(): PageName {
    return 'where';
  }
}
