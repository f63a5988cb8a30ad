import type { OrderingView, ReplayView, WeightsVersionView, WeightView } from '../api/match-types';
import { plain } from '../ui/plain';
import { moment } from '../ui/time';

/** Groups of weights in words, in the order in which they are read. */
export const GROUPS: readonly { code: WeightView['group']; name: string; means: string }[] = [
  { code: 'need', name: 'The need', means: 'How well a place fits what is asked for. Everything else is multiplied by it: nearness cannot buy a weak need.' },
  { code: 'kind', name: 'The kind of help', means: 'A group, talking one to one, advice: whether it is the kind that was asked for or usually helps.' },
  { code: 'people', name: 'For whom it is made', means: 'A place made for them gains a little, one made for others loses.' },
  { code: 'practical', name: 'Practical things', means: 'Only what was asked counts. Numbers that go up to 10 say how much a thing counts beside the others.' },
  { code: 'checked', name: 'How true the listing is', means: 'Who was checked lately goes before who was not.' },
  { code: 'words', name: 'Strong, possible, weak', means: 'From which score on each word is said.' },
  { code: 'order', name: 'Among equals', means: 'What decides between places that fit as well.' },
  { code: 'experience', name: 'What came of it', means: 'Whether people got in earlier. Never what somebody clicked, and never whose request it was.' },
];

/** The weights group by group. */
export const grouped = (weights: readonly WeightView[]): { code: string; name: string; means: string; weights: WeightView[] }[] => GROUPS.map((group) => ({ ...group, weights: weights.filter((one) => one.group === group.code) })).filter((group) => group.weights.length);

/** Where accents and case make no difference. */
const NAMES = new Map(GROUPS.map(({ code, name }) => [code, name]));

/** Weights whose name, explanation or group holds every word. */
export function found(weights: readonly WeightView[], words: string): WeightView[] {
  const each = plain(words).split(/\s+/).filter(Boolean);
  return weights.filter(({ title, does, group }) => {
    const text = plain(`${title} ${does} ${NAMES.get(group) ?? ''}`);
    return each.every((word) => text.includes(word));
  });
}

/** "from 0 to 10", "a whole number from 1 to 5". */
export const boundsOf = ({ least, most, whole }: Pick<WeightView, 'least' | 'most' | 'whole'>): string => `${whole ? 'A whole number' : 'A number'} from ${least} to ${most}`;

/** Since when, by whom and why it orders; undefined for a draft. */
export function sinceOf({ turns }: Pick<WeightsVersionView, 'turns'>, now: Date): string[] {
  return turns.map(({ since, by, why }) => `${moment(since, now)}${by ? `, by ${by}` : ''}: ${why}`);
}

/** "Distance 3 instead of 1.5", one for each. */
export const changesIn = ({ changes }: Pick<WeightsVersionView, 'changes'>): string[] => changes.map(({ title, from, to }) => `${title}: ${to} instead of ${from}`);

/** What stands in a number's box, as the number that it is; NaN where it is none. */
export const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

/** Only what is otherwise than the product has it, as it is sent: numbers that are none go as text, so that the server names them. */
export function valuesOf(typed: Readonly<Record<string, string>>): Record<string, number | string> {
  return Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, Number.isNaN(numberIn(text)) ? text : numberIn(text)]));
}

/** How much more or less, in words. */
function timesOf(from: number, to: number): string {
  if (!to) return 'nothing any more';
  if (!from) return 'from nothing';
  const times = Math.round((10 * Math.max(from, to)) / Math.min(from, to)) / 10;
  const [more, much] = to > from ? ['more', 'much'] : ['less', 'little'];
  return times < 1.1 ? `a little ${more}` : `${times === 2 ? 'twice' : `${times.toLocaleString('en-US')} times`} as ${much}`;
}

/** The three numbers that a draft moves most, beside how far each may be moved, with what each does. */
export function movedMost(changes: WeightsVersionView['changes'], weights: readonly WeightView[]): { title: string; words: string; does: string }[] {
  const moves = changes.flatMap((change) => {
    const weight = weights.find(({ name }) => name === change.name);
    return weight && weight.most > weight.least ? [{ change, weight, by: Math.abs(change.to - change.from) / (weight.most - weight.least) }] : [];
  });
  return moves.sort((a, b) => b.by - a.by).slice(0, 3).map(({ change: { title, from, to }, weight: { does } }) => ({ title, words: `${to} instead of ${from}, ${timesOf(from, to)}`, does }));
}

const requests = (count: number): string => (count === 1 ? '1 past request' : `${count} past requests`);

/** What a replay says, in one sentence. */
export function toldOf({ asked, otherFirst, otherFive }: ReplayView): string {
  if (!asked) return 'There is no past request with offered places yet: nothing could be answered again.';
  const kept = asked - otherFive;
  const first = otherFirst ? `for ${otherFirst} another place stands first` : 'no first place changed';
  return `${requests(asked)} answered again: ${kept === asked ? 'all' : kept || 'none'} kept the same first five, ${first}.`;
}

export interface Figure { name: string; value: string; means: string }

/** The figures of a replay, each with what it means. */
export function figuresOf(replay: ReplayView): Figure[] {
  const { asked, of, otherFirst, otherFive, rise, fall, same, violations, peerGaps, organizations, busiestTen } = replay;
  const pair = ({ before, after }: { before: number; after: number }, unit = ''): string => `${before}${unit} now, ${after}${unit} then`;
  return [
    { name: 'Past requests', value: `${asked} of ${of}`, means: asked < of ? 'Answered again in 15 seconds; for more it would take longer.' : 'The latest with offered places, at most 200, by topics, ZIP code, age band and language alone: nobody’s words were read.' },
    { name: 'Another first place', value: `${otherFirst} of ${asked}`, means: 'Requests for which another place would stand first.' },
    { name: 'Others in the first five', value: `${otherFive} of ${asked}`, means: 'Requests for which at least one of the first five would be another.' },
    { name: 'Places people chose', value: `${rise} higher, ${fall} lower`, means: `And ${same} as they were. Chosen by the person, or the place said yes.` },
    { name: 'Forbidden by a rule', value: `${violations}`, means: 'Has to be 0. Rules do not depend on these numbers.' },
    { name: 'Without any peer service', value: pair(peerGaps), means: 'Requests for which nobody with lived experience is found.' },
    { name: 'Organizations in first fives', value: pair(organizations), means: 'More means that help is spread over more places.' },
    { name: 'Share of the ten busiest', value: pair(busiestTen, ' %'), means: 'How much of all first fives ten organizations have.' },
  ];
}

/** The version that orders now. */
export const liveOf = ({ versions, live }: OrderingView): WeightsVersionView | undefined => versions.find(({ number }) => number === live);
