import type { DecideAdvocacy, OnBehalfView, WriteAdvocacy, WriteTransfer } from '../../api/types';
import type { Choice } from '../../ui/choices';
import type { LogLine } from '../history';

export type Deed = OnBehalfView['kind'];

export const TRANSFER_RESULTS: readonly Choice<WriteTransfer['result']>[] = [
  { code: 'taken-over', name: 'They spoke together, and it goes on there' },
  { code: 'no-help', name: 'They spoke together, and it does not help' },
  { code: 'not-joined', name: 'Reached, but the person was not on the call' },
  { code: 'not-reached', name: 'Nobody was reached' },
];
export const ASKS: readonly Choice<WriteAdvocacy['asked']>[] = [
  { code: 'take-them', name: 'to take them' },
  { code: 'sooner', name: 'for an earlier day' },
  { code: 'exception', name: 'for an exception to a rule or a fee' },
  { code: 'explain', name: 'to explain a refusal' },
  { code: 'restore', name: 'to give back a help that was stopped' },
  { code: 'other', name: 'for something else' },
];
export const ADVOCACY_RESULTS: readonly Choice<WriteAdvocacy['result']>[] = [
  { code: 'granted', name: 'Granted' },
  { code: 'in-part', name: 'Granted in part' },
  { code: 'refused', name: 'Refused' },
  { code: 'pending', name: 'Not decided yet' },
];

const nameOf = (choices: readonly Choice<string>[], code: string | null): string => choices.find((each) => each.code === code)?.name ?? '';

const RESULTS: readonly Choice<string>[] = [...TRANSFER_RESULTS, ...ADVOCACY_RESULTS];
interface Named { who: string; whom: string }
type Told = Pick<LogLine, 'icon' | 'text'>;
const called = ({ who, whom }: Named): Told => ({ icon: 'phone', text: `${who} called ${whom} together with the person.` });
const spokeUp = ({ who, whom }: Named, asked: OnBehalfView['asked']): Told => ({ icon: 'peer', text: `${who} asked ${whom} ${nameOf(ASKS, asked)}, for the person.` });

/** What somebody was asked for, while nothing is known of it: "The clinic, for an earlier day". */
export const pendingWords = ({ whom, asked }: Pick<OnBehalfView, 'whom' | 'asked'>): string => `${whom || 'Somebody'}, asked ${nameOf(ASKS, asked)}`;
export const isPending = ({ kind, result, decided }: OnBehalfView): boolean => kind === 'advocacy' && result === 'pending' && !decided;
export const DECISIONS = ADVOCACY_RESULTS.filter((each): each is Choice<DecideAdvocacy['decision']> => each.code !== 'pending');

/** What was decided later, beside what was written first. */
function decidedLines({ whom, decided }: OnBehalfView, meId: string): LogLine[] {
  if (!decided) return [];
  const who = decided.by.id === meId ? 'You' : decided.by.name;
  return [{ at: decided.at, icon: 'peer', text: `${who} wrote down what ${whom || 'they'} decided.`, small: nameOf(RESULTS, decided.decision), ...(decided.words && { note: decided.words }) }];
}

/** Each entry in the request's history. */
export function onBehalfLines(entries: readonly OnBehalfView[], meId: string): LogLine[] {
  return entries.flatMap((entry) => {
    const { kind, whom, asked, result, minutes, words, by, at } = entry;
    const of = { who: by.id === meId ? 'You' : by.name, whom: whom || 'somebody' };
    const { icon, text } = kind === 'transfer' ? called(of) : spokeUp(of, asked);
    const small = [nameOf(RESULTS, result), minutes === null ? '' : `${minutes} min`].filter(Boolean).join(', ');
    return [{ at, icon, text, small, ...(words && { note: words }) }, ...decidedLines(entry, meId)];
  });
}
