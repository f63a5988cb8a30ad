import type { FieldDecision, ProposalView, ProposedFieldView, PublishingView, SheetDone, SheetView } from '../api/types';

export type Field = ProposedFieldView['field'];
export const FIELDS: Readonly<Record<Field, string>> = { hours: 'Opening hours', phones: 'Phone', website: 'Website', eligibility: 'Who it is for', cost: 'Cost', payments: 'Ways to pay', documents: 'What to bring', languages: 'Languages', description: 'Description' };

/** What a steward has decided so far; `why` is kept also while the field is taken over. */
export interface Choice { accepted: boolean | null; why: string }
export type Choices = Readonly<Partial<Record<Field, Choice>>>;

/** One line or stretch of a value; `odd`: it stands on one side alone. */
export interface Piece { text: string; odd: boolean }

/** What the listing says now, paragraph by paragraph, and where they say something else. */
export const nowPieces = ({ now, they, words }: ProposedFieldView): Piece[][] => (words ? paragraphs(words.filter(({ is }) => is !== 'new').map(({ is, text }) => ({ text, odd: is === 'gone' }))) : lines(now, they));
/** What they say, and where the listing says something else. */
export const theirPieces = ({ now, they, words }: ProposedFieldView): Piece[][] => (words ? paragraphs(words.filter(({ is }) => is !== 'gone').map(({ is, text }) => ({ text, odd: is === 'new' }))) : lines(they, now));

const lines = (these: readonly string[], others: readonly string[]): Piece[][] => these.map((text) => [{ text, odd: !others.includes(text) }]);

function paragraphs(pieces: readonly Piece[]): Piece[][] {
  const all: Piece[][] = [[]];
  for (const { text, odd } of pieces) {
    text.split(/\n+/).forEach((part, place) => {
      if (place) all.push([]);
      if (part) all.at(-1)?.push({ text: part, odd });
    });
  }
  return all.filter((one) => one.length);
}

/** Decisions as they are sent; undefined while one is missing or has no reason. */
export function decisionsOf(fields: readonly ProposedFieldView[], choices: Choices): FieldDecision[] | undefined {
  const decided = fields.map(({ field, mark }) => ({ field, mark, ...(choices[field] ?? { accepted: null, why: '' }) }));
  if (decided.some(({ accepted, why }) => accepted === null || (!accepted && !why.trim()))) return undefined;
  return decided.map(({ field, mark, accepted, why }) => ({ field, mark, accepted: accepted === true, ...(!accepted && { why: why.trim() }) }));
}

/** The button: what it does. Nothing is published before each field is decided on; of a listing that nobody sees yet, nothing becomes public by it. */
export function publishLabel(fields: readonly ProposedFieldView[], choices: Choices, inclusion: ProposalView['inclusion'] = 'included'): string {
  const publish = inclusion === 'included' ? 'Publish' : 'Write into the draft';
  if (fields.some(({ field }) => (choices[field]?.accepted ?? null) === null)) return `${publish}: decide on each field first`;
  const taken = fields.filter(({ field }) => choices[field]?.accepted).length;
  const refused = fields.length - taken;
  if (!taken) return 'Write back: nothing taken over';
  return refused ? `${publish} ${taken}, write back ${refused}` : publish;
}

/** Every part that is published, also those that only stewards change. */
const PARTS: Readonly<Record<PublishingView['fields'][number], string>> = { ...FIELDS, areas: 'Where they help', peer: 'Peer support' };

export const publishedLine = ({ fields }: PublishingView): string => fields.map((field) => PARTS[field].toLowerCase()).join(', ');

/** Who published it. */
export const publishedBy = ({ by, atOnce }: PublishingView): string => (atOnce ? 'published at once, by their own word' : `by ${by ?? 'somebody who left'}`);

/** A sheet in a sentence. */
export function sheetWords({ open, published }: SheetView): string {
  const waits = open ? `${open} ${open === 1 ? 'listing waits' : 'listings wait'}` : '';
  const done = published ? `${published} published` : '';
  return [waits, done].filter(Boolean).join(', ');
}

/** What was done of a sheet, and what is left to look at. */
export function sheetDone(organization: string, what: string, { done, left }: SheetDone): string {
  const rest = left ? ` ${left} ${left === 1 ? 'is' : 'are'} left for a look of their own.` : '';
  return `${done} ${done === 1 ? 'listing' : 'listings'} of ${organization} ${what}.${rest}`;
}
