import type { Chance } from './chance.js';
import type { Kind } from './kinds.js';

/** HSDS schedules of a kind of opening hours. */
export interface Hours {
  freq: 'WEEKLY' | 'MONTHLY';
  byday: string;
  opens_at: string;
  closes_at: string;
  description?: string;
}

const WEEK = 'MO,TU,WE,TH,FR';
const ALWAYS = 'MO,TU,WE,TH,FR,SA,SU';
const weekly = (byday: string, opens_at: string, closes_at: string): Hours => ({ freq: 'WEEKLY', byday, opens_at, closes_at });

const EVENINGS: readonly (readonly [string, string])[] = [['18:00', '19:30'], ['18:30', '20:00'], ['19:00', '20:30'], ['17:30', '19:00']];

/** A group meets every week, or on numbered weekdays of the month such as "2nd and 4th Wednesday". */
function group(chance: Chance): Hours[] {
  const [opens, closes] = chance.happens(80) ? chance.pick(EVENINGS) : (['10:00', '11:30'] as const);
  const day = chance.pick(['MO', 'TU', 'WE', 'TH', 'SA', 'SU']);
  if (chance.happens(45)) return [weekly(day, opens, closes)];
  const byday = chance.pick([`1${day},3${day}`, `2${day},4${day}`, `1${day}`, `-1${day}`]);
  return [{ freq: 'MONTHLY', byday, opens_at: opens, closes_at: closes }];
}

const MAKE: Readonly<Record<Kind['hours'], (chance: Chance) => Hours[]>> = {
  office: (chance) => [weekly(WEEK, chance.pick(['08:30', '09:00', '10:00']), chance.pick(['16:30', '17:00']))],
  evening: (chance) => [weekly('MO,WE,FR', '09:00', '17:00'), weekly('TU,TH', '11:00', chance.pick(['19:00', '20:00'])), ...(chance.happens(25) ? [weekly('SA', '09:00', '13:00')] : [])],
  group,
  always: () => [weekly(ALWAYS, '00:00', '23:59')],
  day: (chance) => [weekly(WEEK, '09:00', chance.pick(['15:00', '16:00'])), ...(chance.happens(30) ? [weekly('SA', '10:00', '14:00')] : [])],
  line: (chance) => [weekly(ALWAYS, chance.pick(['12:00', '16:00', '17:00']), chance.pick(['21:00', '22:00', '23:59']))],
  school: (chance) => [weekly(WEEK, '14:30', chance.pick(['18:00', '19:00'])), ...(chance.happens(20) ? [weekly('SA', '10:00', '13:00')] : [])],
};

export const hoursOf = (kind: Kind['hours'], chance: Chance): Hours[] => MAKE[kind](chance);
