import { yearsOf, type Ask } from './ask.js';
import type { Factor } from './factors.js';
import { judgedByAsker } from './hard-rules.js';
import type { Listing } from './listing.js';
import { OWN_WEIGHTS, type Weights } from './weights.js';

/** Groups that only words name: no term of the vocabulary stands for them. */
export const WORD_GROUPS = ['hiv', 'court', 'relatives', 'school', 'profession'] as const;
export type WordGroup = (typeof WORD_GROUPS)[number];

/** For whom a listing's own words say that it is. Nobody confirmed it: it is asked and ranks lower, and keeps nobody out. */
export interface Limits {
  /** Whole years, inclusive; null is no limit. */
  least: number | null;
  most: number | null;
  only: readonly WordGroup[];
}

type Years = Pick<Limits, 'least' | 'most'>;
const ANY: Years = { least: null, most: null };

const ADULT = 18;
const OLDEST = 110;
/** A year or two is no age of people: "2 years of experience". */
const MONTHS = /\b\d{1,2}\s*(?:months?|weeks?|meses|semanas)\b/g;

/** "ages 6-12", "children 2 to 7 years", "entre 6 y 12 años". */
const BETWEEN = [/\b(?:ages?|aged|edad(?:es)?)\s*(?:of\s*|from\s*|between\s*|de\s*)?(\d{1,2})\s*(?:-|–|to|through|and|a|y)\s*(?:age\s*)?(\d{1,2})\b/g, /\b(?:between|entre)\s*(?:the ages of\s*|los\s*)?(\d{1,2})\s*(?:and|y|-)\s*(\d{1,2})\b(?!\s*(?:people|weeks|months|hours|days|beds|sessions|semanas|meses|horas))/g, /\b(\d{1,2})\s*(?:-|–|to|through|a)\s*(\d{1,2})\s*(?:years?|yrs?|anos)\b(?!\s*(?:in prison|of experience|sentence))/g, /\b(?:children|kids|youth|teens?|adolescents|boys|girls|ninos|jovenes)\s*(\d{1,2})\s*(?:-|–|to|a)\s*(\d{1,2})\b/g];
const FROM = [/\b(?:ages?|aged|over age|over the age of)\s*(\d{1,2})\s*(?:\+|and (?:over|older|up|above)|or (?:over|older|above)|years (?:and|or) (?:over|older))/g, /\b(\d{1,2})\s*(?:years?|yrs?)?(?: old| of age)?\s*(?:and|or) (?:over|older|up|above)\b/g, /\b(?:over|above) (?:the )?age (?:of )?(\d{1,2})\b/g, /\b(\d{1,2})\s*anos (?:o mas|en adelante)/g, /\bmayores de (\d{1,2})\b/g];
const UP_TO = [/\b(?:under|up to|through|until|to|younger than|below)\s*(?:the )?age\s*(?:of )?(\d{1,2})\b/g, /\b(?:under|younger than|up to)\s*(\d{1,2})\s*(?:years|yrs)\b/g, /\b(?:from )?birth\s*(?:to|through|-|–)\s*(?:age\s*)?(\d{1,2})\b/g, /\bmenores de (\d{1,2})\b/g];

const CHILDREN = /\b(child(?:rens?)?|kids?|youth|teens?|teenagers?|adolescents?|adolescence|pediatric|juvenile|toddlers?|preschool\w*|infants?|ninos?|adolescentes?|jovenes|infantil)\b/;
const ADULTS = /\b(adults?|couples?|seniors?|elderly|women|men|all ages|everyone|anyone|people of all|adultos?|parejas?|mujeres|hombres|todas las edades)\b/;
const FAMILIES = /\b(famil(?:y|ies|ias?)|parents?|parenting|padres|adult\w*)\b/;
/** Only for grown people, where no word speaks of children. */
const GROWN = /\b(adults? (?:only|outpatient|psychiatr\w*|mental|case|services|residential)|for adults?|solo adultos)\b/;

const GROUPS: Readonly<Record<WordGroup, { name: RegExp; words: RegExp }>> = {
  hiv: { name: /\b(hiv|aids|vih|ryan white)\b/, words: /\b(?:(?:people|persons?|individuals?|clients?|patients?|those|anyone|personas)\s+(?:who are\s+)?(?:living\s+|infected\s+|diagnosed\s+|que viven\s+)?(?:with|con|el)\s+(?:hiv|aids|vih|sida)|hiv.{0,6}positive (?:people|persons|individuals|clients|patients))/ },
  court: { name: /\b(dui|dwi|drug court|court|juvenile justice|probation|diversion|batterers?|offenders?|inmates?|jail|prosecut\w*|state attorney|domestic violence division|traffic cases|marchman petition|law unit)\b/, words: /\b(?:drivers who received|charged with|convicted of|court.supervised|criminally charged|defendants?\b.{0,60}\b(?:program|treatment)|(?:for|of|to|serves?) (?:juvenile |adult |youthful |criminal )?(?:offenders?|inmates?|probationers?)|prosecutes|hears (?:cases|.{0,40}misdemeanors))/ },
  relatives: { name: /\b(al.?anon|nar.?anon|alateen|families anonymous)\b/, words: /\bfor (?:the )?(?:families|family|relatives|friends)(?: members)?(?:,? (?:and|or|&) (?:the )?(?:friends|families|family|loved ones|relatives))? of (?:people|persons|those|someone|somebody|individuals|alcoholics|addicts|problem drinkers)\b|\bpara (?:familias|familiares)(?: y amigos)? de (?:personas|quienes|alcoholicos)\b/ },
  school: { name: /\b(students? only)\b/, words: /\b(?:available only to|exclusively (?:for|to)|services? (?:all )?)\s*[\w ]{0,25}\bstudents?\b,? (?:faculty|and staff)|\bto students in [\w -]{0,40}(?:public )?schools?\b|\bfor (?:currently )?enrolled students\b/ },
  profession: { name: /\b(lawyers? assistance|for nurses|physicians? (?:health|recovery)|employee assistance)\b/, words: /\b(?:for|of|to) (?:nurses|lawyers|attorneys|physicians|police officers|firefighters|employees) (?:whose|who|and their|with)\b/ },
};

const numbers = (text: string, patterns: readonly RegExp[]): number[][] => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, ...years]) => years.map(Number))).filter((years) => years.every((year) => year <= OLDEST));

const WRITTEN: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, twenty: 20, sixty: 60 };
const YEARS_WRITTEN = new RegExp(`\\b(ages?|aged|between|to|through|and|age of) (${Object.keys(WRITTEN).join('|')})\\b`, 'g');
/** "ages two to seven" as "ages 2 to 7": only where years are spoken of. */
const inDigits = (text: string): string => text.replace(YEARS_WRITTEN, (_, before: string, word: string) => `${before} ${WRITTEN[word]}`);

/** What the ranges and limits of a text leave together: who speaks of several groups takes all of them. */
function yearsSaid(text: string): Years | undefined {
  const between = numbers(text, BETWEEN).filter(([from = 0, to = 0]) => from < to);
  const from = numbers(text, FROM).flat();
  const upTo = numbers(text, UP_TO).flat().filter((years) => years > 1);
  if (!between.length && !from.length && !upTo.length) return undefined;
  const least = upTo.length ? 0 : Math.min(...between.map(([one = 0]) => one), ...from);
  const most = from.length ? OLDEST : Math.max(...between.map(([, one = 0]) => one), ...upTo);
  return { least: least > 0 ? least : null, most: most < OLDEST ? most : null };
}

/** Who is meant where no years are told: a name is chosen with care. */
function agesByName(name: string, text: string): Years {
  if (CHILDREN.test(name) && !ADULTS.test(name) && !FAMILIES.test(name)) return { least: null, most: ADULT };
  if (GROWN.test(name) && !CHILDREN.test(text)) return { least: ADULT, most: null };
  return ANY;
}

/** One agency does many things: years that leave out grown people say nothing beside words about them, and the other way round. */
function isBeside({ least, most }: Years, name: string, text: string): boolean {
  if (most !== null) return ADULTS.test(text) && !CHILDREN.test(name);
  return (least ?? 0) >= ADULT && CHILDREN.test(text);
}

function agesIn(name: string, text: string): Years {
  const said = yearsSaid(inDigits(text).replace(MONTHS, ' '));
  if (!said) return agesByName(name, text);
  return isBeside(said, name, text) ? ANY : said;
}

/** What words of a listing limit it to. `name` and `text` (the name and what it says) are folded: small letters without accents. */
export function limitsIn(name: string, text: string): Limits {
  return { ...agesIn(name, text), only: WORD_GROUPS.filter((group) => GROUPS[group].name.test(name) || GROUPS[group].words.test(text)) };
}

/** Who asks about these asks as a relative, or has lost one. */
const AS_RELATIVE = ['family-substance', 'family-mi', 'caregiver-stress', 'dementia-family', 'grief', 'suicide-loss', 'pregnancy-loss'];

/** Of which of these groups somebody is, as far as they said. */
const isOf: Readonly<Record<WordGroup, (ask: Ask) => boolean>> = {
  hiv: ({ circumstances = [] }) => circumstances.includes('hiv'),
  court: ({ circumstances = [], needs, populations }) => circumstances.includes('court') || needs.includes('reentry') || populations.includes('justice'),
  relatives: ({ forOther, needs, populations }) => forOther || populations.includes('caregivers') || needs.some((code) => AS_RELATIVE.includes(code)),
  school: ({ populations }) => populations.includes('students'),
  profession: ({ needs }) => needs.includes('first-responder-stress'),
};

export interface LimitsFit {
  /** A factor on the score. */
  value: number;
  factors: Factor[];
}

/** Help in which parents take part tells the age of the child; who asks for themselves may ask as one. */
const WITH_PARENTS = ['parents', 'caregivers'];
const AS_PARENT = ['parenting', 'perinatal', 'child-behavior', 'school-bullying', 'autism', 'adhd', 'idd-mh', 'foster-adoption', 'caregiver-stress', 'family-conflict'];

/** Confirmed ages are a hard rule's, and a class that parents take part in is not for their age. */
function isByWords(ask: Ask, listing: Listing): boolean {
  if (listing.minAge !== null || listing.maxAge !== null || judgedByAsker(ask, listing)) return false;
  return ask.forOther || !ask.needs.some((code) => AS_PARENT.includes(code)) || !listing.populations.some((code) => WITH_PARENTS.includes(code));
}

function ageFactor(ask: Ask, listing: Listing, { least, most }: Years): Factor | undefined {
  const years = yearsOf(ask);
  if (!years || !isByWords(ask, listing) || (years.to >= (least ?? 0) && years.from <= (most ?? OLDEST))) return undefined;
  return { code: 'age', outcome: 'unknown', value: 0, weight: 0, about: { least, most, asker: 0, words: 1 } };
}

const groupFactors = (ask: Ask, { restrictions }: Listing, { only }: Limits): Factor[] =>
  (restrictions.length ? [] : only.filter((group) => !isOf[group](ask)).slice(0, 1)).map((words): Factor => ({ code: 'group', outcome: 'unknown', value: 0, weight: 0, about: { words } }));

/** How well a listing fits by whom its own words say that it is for. 1 where they say nothing, or just this. */
export function limitsFit(ask: Ask, listing: Listing, weights: Weights = OWN_WEIGHTS): LimitsFit {
  const limits = listing.speaks?.limits;
  if (!limits) return { value: 1, factors: [] };
  const factors = [ageFactor(ask, listing, limits), ...groupFactors(ask, listing, limits)].filter((factor) => factor !== undefined);
  return { value: weights.wordsOthers ** factors.length, factors };
}
