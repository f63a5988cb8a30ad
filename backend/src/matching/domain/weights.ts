/** What a group of weights decides, in the order in which a page tells them. */
export const WEIGHT_GROUPS = ['need', 'kind', 'people', 'practical', 'checked', 'words', 'order', 'experience'] as const;
export type WeightGroup = (typeof WEIGHT_GROUPS)[number];

/** One number of the order: what it does in plain words, the product's own value, and how far it may be moved. */
interface Weight {
  group: WeightGroup;
  name: string;
  does: string;
  own: number;
  least: number;
  most: number;
  /** Only whole numbers. */
  whole?: true;
}

const share = (group: WeightGroup, name: string, does: string, own: number): Weight => ({ group, name, does, own, least: 0.05, most: 1 });
const counts = (name: string, does: string, own: number): Weight => ({ group: 'practical', name, does, own, least: 0, most: 10 });

/**
 * Every number by which places are ordered. Nothing here can bring in what a hard rule keeps out, and no bound lets a score become 0:
 * what may be offered is decided without weights. Tables of the vocabulary (which kinds stand in for which) are no weights.
 */
export const WEIGHTS = {
  needSuggested: share('need', 'A need that only words suggest', 'What a listing is worth that nobody confirmed for the need, beside 1 for one that somebody did.', 0.6),
  suggestedFade: share('need', 'Later suggestions', 'What each further need that words suggest is worth beside the one before it: the first is what they speak of most.', 0.9),
  needGeneral: share('need', 'No need is named', 'What a listing is worth that names no need, where its kind of help usually fits the one asked for.', 0.4),
  needWider: share('need', 'A wider need', 'What a listing is worth that names a wider need than the one asked for.', 0.85),
  needRelated: share('need', 'A related need', 'What a listing is worth that only names a need near the one asked for.', 0.36),
  needBest: share('need', 'The best met need', 'How much the best met need decides; the rest is how well all of them are met.', 0.8),
  needFade: share('need', 'Later needs', 'What each further need counts beside the one before it.', 0.85),
  needClaims: { group: 'need', name: 'Needs named without loss', does: 'How many needs a listing may name before each counts less.', own: 5, least: 1, most: 30, whole: true },
  otherSituation: share('need', 'Made for another situation', 'What is left of a programme for one situation (such as loss to suicide) for everybody else.', 0.5),
  byTheWay: share('need', 'Words about something else', 'What is left of a listing that names the need, and whose words are all about something else.', 0.7),
  kindFloor: share('kind', 'Another kind of help', 'What is left of the score where the kind of help does not fit at all.', 0.4),
  kindUnsaid: share('kind', 'No kind was said', 'How well any kind fits where nobody said which.', 0.75),
  kindBeside: share('kind', 'A kind beside the main one', 'What a kind counts that a listing names, but not first.', 0.8),
  kindUnknown: share('kind', 'No kind is named', 'How well a listing fits that does not say which kind of help it is.', 0.5),
  kindOther: share('kind', 'A kind that is not meant', 'How well a kind fits that nothing speaks for.', 0.2),
  kindUsual: share('kind', 'What usually fits', 'What the usual kind for the need counts where another kind was asked for.', 0.6),
  peopleTheirs: { group: 'people', name: 'Made for them', does: 'What a service is worth that is made for a group the person is in.', own: 1.05, least: 0.5, most: 1.5 },
  peopleAll: { group: 'people', name: 'Made for everybody', does: 'What a service for everybody is worth.', own: 0.95, least: 0.5, most: 1.5 },
  peopleOthers: { group: 'people', name: 'Made for others', does: 'What is left of a service that is made for a group the person is not in.', own: 0.65, least: 0.05, most: 1 },
  wordsOthers: share('people', 'Words say it is for others', 'What is left of a service whose own words say that it is for another age or group, and nobody confirmed it.', 0.35),
  practicalFloor: share('practical', 'All practical things against it', 'What is left of the score where every practical wish is missed.', 0.6),
  practicalUnknown: share('practical', 'Not known', 'What a practical thing is worth that the listing does not say.', 0.4),
  distance: counts('Distance', 'How much the way there counts among practical things.', 1.5),
  distanceHalf: { group: 'practical', name: 'Miles that halve', does: 'At so many miles a place is worth half of one next door.', own: 8, least: 1, most: 60 },
  distanceRemote: share('practical', 'By phone or video', 'What help is worth by phone or video, beside 1 for a place next door.', 0.8),
  outOfReachMiles: { group: 'practical', name: 'Out of reach', does: 'Beyond so many miles nobody travels, and distance counts for more than anything.', own: 100, least: 30, most: 500 },
  outOfReach: counts('Weight out of reach', 'How much distance counts beyond that.', 6),
  format: counts('In person or not', 'How much the wished way of meeting counts.', 1),
  language: counts('Language', 'How much the language counts where one is asked for.', 1.5),
  interpreter: share('practical', 'An interpreter', 'What an interpreter is worth beside somebody who speaks the language.', 0.5),
  payment: counts('Payment', 'How much it counts that the payment is accepted, or that it is free.', 1),
  sliding: share('practical', 'A fee by income', 'What a fee by income is worth for somebody without insurance.', 0.8),
  time: counts('Evenings and weekends', 'How much the wished hours count.', 1),
  wheelchair: counts('Wheelchair', 'How much it counts that access with a wheelchair is known.', 1),
  peer: counts('Peers', 'How much it counts that peers help, where that is wished for or not wished for.', 2),
  peerOther: share('practical', 'Not as wished of peers', 'What a service is worth that is not as it was wished of peers.', 0.2),
  room: counts('Room', 'How much it counts whether there is room.', 1),
  roomUnknown: share('practical', 'Room not known', 'What a service is worth of which nobody knows whether it has room.', 0.6),
  roomFull: share('practical', 'Full', 'What a service is worth that said it is full.', 0.3),
  waitSoon: share('practical', 'A waiting list, help needed soon', 'What a waiting list is worth where help is needed within the week.', 0.2),
  waitLater: share('practical', 'A waiting list, no hurry', 'What a waiting list is worth otherwise.', 0.5),
  ageUnknown: counts('Age not certain', 'How much it counts that the age may not fit.', 0.5),
  areaUnknown: counts('Area not told', 'How much it counts that a listing does not say whether it serves the place.', 1),
  groupUnknown: counts('Group not certain', 'How much it counts that a service is for a group and nobody knows whether the person is in it.', 1),
  checked: { group: 'checked', name: 'Checked', does: 'How much it counts when a listing was last checked.', own: 1.5, least: 0, most: 10 },
  checkedDays: { group: 'checked', name: 'Days that are fresh', does: 'For so many days a check counts in full.', own: 180, least: 30, most: 365, whole: true },
  checkedYear: share('checked', 'Checked within the year', 'What a check is worth after that, within a year.', 0.6),
  checkedOld: share('checked', 'Checked longer ago', 'What a check is worth that is older than a year.', 0.3),
  checkedNever: share('checked', 'Never checked', 'What a listing is worth here that nobody ever checked.', 0.2),
  doubt: { group: 'checked', name: 'Found wrong', does: 'How much each finding counts that a listing is wrong.', own: 6, least: 1, most: 20 },
  afterDoubt: share('checked', 'After a finding', 'What each finding leaves of what was sure.', 0.3),
  strong: { group: 'words', name: 'A strong fit', does: 'From this score on a service is called a strong fit, if it was confirmed and checked within a year.', own: 0.7, least: 0.5, most: 0.95 },
  possible: { group: 'words', name: 'A possible fit', does: 'From this score on it is called possible; below it, weak.', own: 0.4, least: 0.1, most: 0.7 },
  band: { group: 'order', name: 'As good as', does: 'Places whose score is so near the best of their band count as equally good: who has room now goes first. 0 turns it off.', own: 0.1, least: 0, most: 0.3 },
  peerFits: { group: 'order', name: 'A peer service that fits', does: 'A peer service is brought among the first five where its score is at least this part of the best one.', own: 0.33, least: 0.05, most: 0.6 },
  ofOneOrganization: { group: 'order', name: 'Of one organization', does: 'At most so many of one organization stand among the first five.', own: 2, least: 1, most: 5, whole: true },
  experience: { group: 'experience', name: 'What came of it', does: 'By how much a score may rise or fall by what came of earlier referrals, at most. 0 turns it off.', own: 0.1, least: 0, most: 0.1 },
  pseudo: { group: 'experience', name: 'Slow to believe', does: 'With how many imagined referrals of the usual kind each place begins, so that a few do not decide.', own: 15, least: 5, most: 50, whole: true },
  halfLife: { group: 'experience', name: 'Days that halve', does: 'After so many days a referral counts half.', own: 180, least: 30, most: 730, whole: true },
  fewest: { group: 'experience', name: 'Enough to speak of', does: 'With fewer referrals nothing counts and nothing is shown.', own: 5, least: 5, most: 30, whole: true },
} as const satisfies Record<string, Weight>;

export type WeightName = keyof typeof WEIGHTS;
export type Weights = Readonly<Record<WeightName, number>>;
export const WEIGHT_NAMES = Object.keys(WEIGHTS) as WeightName[];
export const weight = (name: WeightName): Weight => WEIGHTS[name];

/** The product's own. */
export const OWN_WEIGHTS = Object.fromEntries(WEIGHT_NAMES.map((name) => [name, weight(name).own])) as Weights;

/** All weights, where a version from before a weight existed says nothing of it: the product's own stands in. What is no weight any more is left out. */
export const complete = (values: Readonly<Record<string, unknown>>): Weights => Object.fromEntries(WEIGHT_NAMES.map((name) => [name, typeof values[name] === 'number' ? values[name] : weight(name).own])) as Weights;

export interface WeightFault {
  /** Of the value, such as `values.distance`. */
  field: string;
  detail: string;
}

function faultOf(name: string, value: unknown): string | undefined {
  if (!isWeight(name)) return 'No weight has this name; take it out';
  const { name: called, least, most, whole } = weight(name);
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${called}: write a number from ${least} to ${most}`;
  if (value < least || value > most) return `${called}: write a number from ${least} to ${most}, not ${value}`;
  return whole && !Number.isInteger(value) ? `${called}: write a whole number` : undefined;
}
export const isWeight = (name: string): name is WeightName => Object.hasOwn(WEIGHTS, name);

/** What is wrong with changed values, field by field; a version may change some of the weights and leave the others. */
export function faultsOf(values: Readonly<Record<string, unknown>>): WeightFault[] {
  const single = Object.entries(values).flatMap(([name, value]) => {
    const detail = faultOf(name, value);
    return detail ? [{ field: `values.${name}`, detail }] : [];
  });
  return single.length ? single : betweenFields(complete(values));
}

/** Numbers that only make sense beside each other. */
function betweenFields({ strong, possible, checkedYear, checkedOld }: Weights): WeightFault[] {
  const possibleFault = possible < strong ? [] : [{ field: 'values.possible', detail: 'A possible fit has to begin below a strong one' }];
  const oldFault = checkedOld <= checkedYear ? [] : [{ field: 'values.checkedOld', detail: 'An older check cannot be worth more than a newer one' }];
  return [...possibleFault, ...oldFault];
}
