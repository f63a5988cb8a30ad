/** The form's plain topics, read as needs of the vocabulary. The specialist corrects them. */
export const TOPIC_NEEDS: Readonly<Record<string, readonly string[]>> = {
  'low-mood': ['depression'],
  worry: ['anxiety', 'panic'],
  'hard-memories': ['ptsd-trauma'],
  grief: ['grief'],
  'alcohol-drugs': ['alcohol', 'drugs', 'opioids'],
  'after-hospital': ['hospital-discharge'],
  'child-teen': ['child-behavior', 'school-bullying'],
  'new-baby': ['perinatal'],
  'family-support': ['family-mi', 'caregiver-stress'],
  abuse: ['domestic-violence'],
  lonely: ['loneliness'],
  'not-sure': [],
};

/** The form's topics under which some of the needs fall, in the form's order. */
export const topicsOf = (needs: readonly string[]): string[] => Object.entries(TOPIC_NEEDS).filter(([, under]) => under.some((need) => needs.includes(need))).map(([topic]) => topic);

/** The form's age bands in years, inclusive. */
export const BAND_AGES: Readonly<Record<string, { from: number; to: number }>> = {
  'under-13': { from: 0, to: 12 },
  '13-17': { from: 13, to: 17 },
  '18-24': { from: 18, to: 24 },
  '25-59': { from: 25, to: 59 },
  '60-plus': { from: 60, to: 110 },
};

/** Needs that a service for another one often helps with too, at about 0.6 (matching.md 4.4). */
const RELATED: readonly (readonly string[])[] = [
  ['depression', 'anxiety', 'panic', 'loneliness', 'chronic-smi'],
  ['anxiety', 'panic', 'ocd', 'sleep', 'work-burnout'],
  ['ptsd-trauma', 'sexual-trauma', 'military-transition', 'domestic-violence'],
  ['grief', 'suicide-loss', 'pregnancy-loss'],
  ['suicidality', 'self-harm', 'depression'],
  ['psychosis', 'bipolar', 'chronic-smi', 'hospital-discharge'],
  ['alcohol', 'drugs', 'opioids', 'gambling', 'tobacco'],
  ['family-mi', 'family-substance', 'caregiver-stress', 'dementia-family'],
  ['child-behavior', 'school-bullying', 'adhd', 'parenting', 'family-conflict'],
  ['perinatal', 'pregnancy-loss', 'parenting'],
  ['couples', 'divorce', 'family-conflict'],
  ['lgbtq-identity', 'gender-transition'],
  ['homelessness-mh', 'reentry', 'chronic-smi'],
];

const neighbours = new Map<string, Set<string>>();
for (const family of RELATED) for (const need of family) neighbours.set(need, new Set([...(neighbours.get(need) ?? []), ...family.filter((other) => other !== need)]));

export const related = (need: string): ReadonlySet<string> => neighbours.get(need) ?? new Set();

/** Asked needs and everything related: what the first look in the database may not leave out. */
export const reachable = (needs: readonly string[]): string[] => [...new Set(needs.flatMap((need) => [need, ...related(need)]))];
