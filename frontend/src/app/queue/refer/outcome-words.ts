import type { OutcomeView } from '../../api/refer-types';
import { at } from './refer-words';

type Asked = 'remembered' | 'tried' | 'reached' | 'served';
const SAYS: readonly [Asked, string, string][] = [
  ['remembered', 'remembered it', 'did not remember it'],
  ['tried', 'tried', 'did not try'],
  ['reached', 'reached them', 'reached nobody'],
  ['served', 'got help', 'got no help'],
];
const SOLVED: Readonly<Record<OutcomeView['solved'], string>> = { yes: 'It is solved.', partly: 'It is solved in part.', no: 'It is not solved.', unknown: 'Whether it is solved is not known.' };

/** One claim as a sentence, with who says so and who wrote it down. What is not known is left unsaid but for the last question. */
export function outcomeSentence(outcome: OutcomeView, now: Date): string {
  const { saidBy, served, recordedBy, saidAt } = outcome;
  if (saidBy === 'agency') return `The agency says: ${served === 'yes' ? 'help was given' : 'it came to nothing'}. Said ${at(saidAt, now)}.`;
  const known = SAYS.flatMap(([field, yes, no]) => (outcome[field] === 'unknown' ? [] : [outcome[field] === 'yes' ? yes : no]));
  const told = known.length ? `The person says that they ${list(known)}.` : 'The person could not say.';
  return `${told} ${SOLVED[outcome.solved]} ${recordedBy ? `Written down by ${recordedBy.name}` : 'They wrote it themselves'} ${at(saidAt, now)}.`;
}

const list = (words: readonly string[]): string => (words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? ''));
