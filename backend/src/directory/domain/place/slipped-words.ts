import { slips } from './near-names.js';
import { nearState } from './states.js';

const BEFORE = /^(?:in|near|around|close to|en|cerca de)\s+/i;
/** "count" and "country" are nearer to a county than to anything else that stands there. */
const MOST = 2;

const wordsOf = (text: string): string[] => text.replace(/[,;()]/g, ' ').split(/\s+/).filter(Boolean);

/** "Norwolk, Conneticut": the state behind a name, misspelt. */
const stateMended = (words: readonly string[]): string[] =>
  [2, 1].flatMap((many) => {
    const state = words.length > many ? nearState(words.slice(-many).join(' ')) : undefined;
    return state ? [`${words.slice(0, -many).join(' ')}, ${state}`] : [];
  });

const isNearly = (word: string | undefined, meant: string): boolean => word !== undefined && word.toLowerCase() !== meant && slips(word.toLowerCase(), meant, MOST) <= MOST;

/** "Fairfield conty", "condado de" misspelt. */
function countyMended(words: readonly string[]): string[] {
  const at = words.findIndex((word, place) => place > 0 && isNearly(word, 'county'));
  if (at > 0) return [words.with(at, 'county').join(' ')];
  return isNearly(words[0], 'condado') && words[1]?.toLowerCase() === 'de' ? [`county of ${words.slice(2).join(' ')}`] : [];
}

/** Other ways to read a text whose name alone could not be found: without what stands before it, with its state or its "county" set right. The likeliest first. */
export function otherwise(text: string): string[] {
  const bare = text.trim().replace(BEFORE, '');
  const words = wordsOf(bare);
  return [...(bare === text.trim() ? [] : [bare]), ...stateMended(words), ...countyMended(words)];
}
