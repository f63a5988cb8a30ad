import type { Families } from './families.js';

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
  abuse: ['domestic-violence', 'safety'],
  lonely: ['loneliness'],
  home: ['housing', 'utilities'],
  'food-money': ['food', 'money', 'goods'],
  'work-law': ['work', 'school', 'legal'],
  'getting-care': ['health-cover', 'transport', 'family-care'],
  'not-sure': [],
};

/** The form's topics under which some of the needs fall, themselves or by a broader term, in the form's order. */
export function topicsOf(needs: readonly string[], families: Families): string[] {
  const wide = new Set(needs.flatMap((need) => [need, ...families.broader(need)]));
  return Object.entries(TOPIC_NEEDS).filter(([, under]) => under.some((need) => wide.has(need))).map(([topic]) => topic);
}

/** The form's age bands in years, inclusive. */
export const BAND_AGES: Readonly<Record<string, { from: number; to: number }>> = {
  'under-13': { from: 0, to: 12 },
  '13-17': { from: 13, to: 17 },
  '18-24': { from: 18, to: 24 },
  '25-59': { from: 25, to: 59 },
  '60-plus': { from: 60, to: 110 },
};
