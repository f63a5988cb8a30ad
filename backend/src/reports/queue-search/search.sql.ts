import { ALSO_ASLEEP, AWAKE, daysOf, IN_CRISIS, IN_VIEW, isDayTerm, queuePage, RESTRICTED, VALUES, type CodeWord, type DayTerm, type DayWord, type Search, type SearchView, type Term } from '../../intake/index.js';

/** What named days and "late" are measured by: the desk's day and zone; and whether who looks may open restricted requests: a search tells nothing of them that their row does not. */
export interface Here { now: Date; today: string; zone: string; restricted: boolean }

/** What is bound, from `$first` on; only what a search asks for. */
export class Bound {
  readonly values: unknown[] = [];
  constructor(
    private readonly first: number,
    readonly here: Here,
  ) {}

  /** Its place in the statement. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.first + this.values.length - 1}`;
  }
}

/** $1 of each statement is who looks. */
const ME = '$1::uuid';
/** One of ours is the last word: it sleeps until they write, or a message was left and their answer is waited for. */
const ON_PERSON = `(i.asleep and 'wrote' = any(i.wakes_on) or i.reply_by is not null)`;
/** A referral by link that the agency has not answered. */
const ON_AGENCY = `i.id in (select r.inquiry_id from referrals.referral r where r.way = 'link' and r.state = 'sent')`;

type Conditions = Readonly<Record<string, string | ((bound: Bound) => string)>>;
const STATES: Conditions = {
  new: `i.status = 'new'`,
  claimed: `i.status = 'claimed'`,
  late: (bound) => `(i.contacted_at is null and i.promise_due < ${bound.add(bound.here.now)}::timestamptz)`,
  contacted: 'i.contacted_at is not null',
  snoozed: 'i.asleep',
  woke: 'i.woke is not null',
  minor: 'i.minor',
  unsafe: `i.safety = 'no'`,
  crisis: (bound) => `(${IN_CRISIS} and (${bound.add(bound.here.restricted)}::boolean or not ${RESTRICTED}))`,
};
const BY: Conditions = { me: `i.assignee = ${ME}`, others: `i.assignee <> ${ME}`, nobody: 'i.assignee is null' };
const WAITING: Conditions = { person: ON_PERSON, agency: ON_AGENCY };

type Ask = (values: readonly string[], bound: Bound) => string;
const anyOf = (conditions: Conditions): Ask => (values, bound) => values.map((value) => { const one = conditions[value] ?? 'false'; return typeof one === 'string' ? one : one(bound); }).join(' or ');
const oneOf = (column: string): Ask => (values, bound) => `${column} = any(${bound.add(values)}::text[])`;

/** Who has it: one of the words, or a colleague by their account. */
const BY_WHOM: Ask = (values, bound) => {
  const accounts = values.filter((value) => !Object.hasOwn(BY, value));
  const words = values.filter((value) => Object.hasOwn(BY, value));
  return [...(words.length ? [anyOf(BY)(words, bound)] : []), ...(accounts.length ? [`i.assignee = any(${bound.add(accounts)}::uuid[])`] : [])].join(' or ');
};

/** What each word asks of the request `i`. */
const ASKS: Readonly<Record<CodeWord, Ask>> = {
  need: (values, bound) => `exists (select from intake.need n where n.inquiry_id = i.id and n.topic = any(${bound.add(values)}::text[]))`,
  lang: oneOf(`split_part(i.language, '-', 1)`),
  age: oneOf('i.age_band'),
  urgency: (values, bound) => `i.priority = any(${bound.add(values.map((value) => VALUES.urgency.indexOf(value)))}::smallint[])`,
  is: anyOf(STATES),
  by: BY_WHOM,
  waiting: anyOf(WAITING),
  contact: oneOf('i.channel'),
  asker: oneOf('i.asker'),
};

type Span = (column: string, compared: '<' | '>=', day: string) => string;
/** From the first day until before the last; an instant belongs to the desk's day. */
function within(term: DayTerm, bound: Bound, column: string, as: 'date' | 'instant'): string {
  const { from, until } = daysOf(term, bound.here.today);
  const side: Span = (of, compared, day) => `${of} ${compared} ${as === 'date' ? `${bound.add(day)}::date` : `${bound.add(day)}::date::timestamp at time zone ${bound.add(bound.here.zone)}`}`;
  return [...(from ? [side(column, '>=', from)] : []), ...(until ? [side(column, '<', until)] : [])].join(' and ');
}

const DAYS: Readonly<Record<DayWord, (term: DayTerm, bound: Bound) => string>> = {
  due: (term, bound) => `exists (select from follow_up.due d where d.inquiry_id = i.id and d.done_at is null and ${within(term, bound, 'd.due_on', 'date')}) or i.contacted_at is null and ${within(term, bound, 'i.promise_due', 'instant')}`,
  opened: (term, bound) => within(term, bound, 'i.opened_at', 'instant'),
};

function asked(term: Term, bound: Bound): string {
  const condition = isDayTerm(term) ? DAYS[term.word](term, bound) : ASKS[term.word](term.values, bound);
  return term.not ? `not coalesce(${condition}, false)` : `(${condition})`;
}

/** What speaks of sleep, or of waiting, which is mostly slept over, looks at what is asleep, too. */
const looksAtSleep = (terms: readonly Term[]): boolean => terms.some((term) => term.word === 'waiting' || (term.word === 'is' && term.values.includes('snoozed')));

/** The view that a search narrows; without words it holds what the queue's own view holds. */
function base(view: SearchView, terms: readonly Term[]): string {
  if (view !== 'all' && view !== 'mine') return IN_VIEW[view];
  return looksAtSleep(terms) ? ALSO_ASLEEP[view] : `${ALSO_ASLEEP[view]} and ${AWAKE}`;
}

/** Which requests a search finds. */
export function found({ view, terms }: Search, bound: Bound): string {
  return [`i.status <> 'closed'`, base(view ?? 'all', terms), ...terms.map((term) => asked(term, bound))].join(' and ');
}

/** $1 to $7 as the queue's page, then what is bound. */
export const searchPage = (search: Search, bound: Bound): string => queuePage(found(search, bound));

/** How many each finds, in one reading of the open requests. $1 who looks, then what is bound. */
export const searchCounts = (searches: readonly Search[], bound: Bound): string =>
  `select json_build_array(${searches.map((search) => `count(*) filter (where ${found(search, bound)})`).join(', ')}) as counts from intake.inquiry i where ${ME} is not null and i.status <> 'closed'`;
