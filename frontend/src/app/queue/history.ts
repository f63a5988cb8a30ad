import type { HistoryView, InquiryView, NoteView } from '../api/types';
import type { IconName } from '../ui/icons';

/** One line of what happened: a sentence with who and when; a note keeps its text. */
export interface LogLine { at: string; icon: IconName; text: string; small: string; note?: string }

type Teller = (who: string, body: Record<string, unknown>) => { icon: IconName; text: string; small?: string };

const reasonOf = (body: Record<string, unknown>): string => (typeof body['reason'] === 'string' ? body['reason'] : '');

/** Every event that a request's history may hold. Unknown ones are told by their name rather than dropped. */
const TELLERS: Readonly<Record<string, Teller>> = {
  'inquiry.submitted': () => ({ icon: 'form', text: 'The form was sent.' }),
  'inquiry.added-to': () => ({ icon: 'form', text: 'The person added something on their page.' }),
  'inquiry.claimed': (who) => ({ icon: 'user', text: `${who} claimed it.` }),
  'inquiry.released': (who, body) => ({ icon: 'undo', text: `${who} gave it back.`, small: reasonOf(body) }),
  'inquiry.need-added': (who) => ({ icon: 'plus', text: `${who} added a need.` }),
  'options.offered': (who) => ({ icon: 'mark', text: `${who} offered options.` }),
  'option.decided': (who) => ({ icon: 'check', text: `${who} wrote down a decision.` }),
  'card.handed-out': (who, body) => ({ icon: 'print', text: `${who} handed out a card.`, small: body['how'] === 'read-aloud' ? 'Read aloud' : 'Printed' }),
};

/** Newest first. A note's own event is left out: the note itself stands there. */
export function logOf({ history, notes }: Pick<InquiryView, 'history' | 'notes'>, meId: string): LogLine[] {
  const lines = [...history.filter(({ type }) => type !== 'inquiry.noted').map((entry) => lineOf(entry, meId)), ...notes.map((note) => noteLine(note, meId))];
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

function lineOf({ at, type, actor, body }: HistoryView, meId: string): LogLine {
  const teller: Teller = TELLERS[type] ?? ((who) => ({ icon: 'slow', text: `${who}: ${type.replace('.', ' ')}.` }));
  const { icon, text, small = '' } = teller(nameOf(actor, meId), body);
  return { at, icon, text, small };
}

function noteLine({ author, at, audience, text }: NoteView, meId: string): LogLine {
  if (!author) return { at, icon: 'text', text: 'The person wrote:', small: '', note: text };
  return { at, icon: 'note', text: `${nameOf(author, meId)} noted:`, small: audience === 'shareable' ? 'May be shared' : 'Desk only', note: text };
}

const nameOf = (actor: { id: string; name: string } | null, meId: string): string => (actor ? (actor.id === meId ? 'You' : actor.name) : 'The desk');
