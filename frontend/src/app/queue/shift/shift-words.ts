import type { ShiftRowView } from '../../api/types';
import { longDay, moment } from '../../ui/time';

/** What there is to do, in few words. */
const DUES: Readonly<Record<string, string>> = {
  task: 'A task of yours', 'needs-open': 'A need has no option yet', 'did-it-help': 'Ask whether it helped', 'call-options': 'Tell them about the options', 'call-answer': 'Tell them what the agency answered', 'agency-declined': 'The agency cannot help',
  'agency-asks': 'The agency asks something', 'agency-left': 'Nobody answers at the agency’s address', 'agency-to-tell': 'Call the agency: something was taken back', 'no-answer': 'The agency has not answered', 'person-wrote': 'The person wrote',
};

/** What is due in a request, soonest first; that nothing is is said, too. */
export function dueWords({ dues, asleep, wakesAt, woke, draft }: Pick<ShiftRowView, 'dues' | 'asleep' | 'wakesAt' | 'woke' | 'draft'>, now: Date): string[] {
  const told = dues.map(({ kind, on, late }) => `${DUES[kind] ?? kind}${on ? `, ${late ? 'overdue since' : 'due'} ${longDay(on)}` : ''}`);
  const rest = [woke ? 'It woke' : '', asleep ? (wakesAt ? `Asleep until ${moment(wakesAt, now)}` : 'Asleep until an answer or a word') : '', draft ? 'A note of yours is not saved yet' : ''].filter(Boolean);
  const all = [...told, ...rest];
  return all.length ? all : ['Nothing is due'];
}
