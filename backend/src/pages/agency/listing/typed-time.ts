/** One time as somebody typed it. */
export interface TypedTime {
  hour: number;
  minute: number;
  /** Half of the day, where it was written or named. */
  half: 'a' | 'p' | undefined;
  /** Such as 09, as clocks of 24 hours write it. */
  padded: boolean;
}

const HALF_DAY = 720;
export const DAY = 1440;

/** What `timeOf` reads: five groups. */
const NUMBER = String.raw`(\d{1,2})(?:[:.h](\d{2})|\s?h(?:rs?)?\b)?\s*(?:([ap])\.?\s?m?\b\.?|de\sla\s(manana|tarde|noche))?`;
const NAMED = String.raw`(?:12\s)?(?:del\s)?(noon|midday|midnight|mediodia|medianoche)`;
export const TIME = `(?:at\\s|las?\\s)?(?:${NUMBER}|${NAMED})`;
export const GROUPS = 5;

const NOON = /^(noon|midday|mediodia)$/;

export function timeOf([hour, minute, half, part, name]: readonly (string | undefined)[]): TypedTime {
  if (name) return { hour: 12, minute: 0, half: NOON.test(name) ? 'p' : 'a', padded: false };
  const said = part ? (part === 'manana' ? 'a' : 'p') : half;
  return { hour: Number(hour), minute: Number(minute ?? 0), half: said as TypedTime['half'], padded: /^0[1-9]$/.test(hour ?? '') };
}

export const isTime = ({ hour, minute, half }: TypedTime): boolean => minute < 60 && (half ? hour >= 1 && hour <= 12 : hour < 24 || (hour === 24 && minute === 0));

/** Only a clock of 24 hours has such an hour. */
export const isOf24 = ({ hour, half }: TypedTime): boolean => !half && (hour === 0 || hour > 12);
/** Nobody has to guess which half of the day it is. */
export const isTold = (time: TypedTime): boolean => Boolean(time.half) || isOf24(time);
/** The end of a day as 24:00, which has no place of its own. */
export const isDaysEnd = ({ hour, half }: TypedTime): boolean => !half && hour === 24;

/** Minutes of the day that a time can mean: one, or the morning's and the evening's. */
export function meanings(time: TypedTime): number[] {
  const { hour, minute, half } = time;
  if (isOf24(time)) return [(hour % 24) * 60 + minute];
  const early = (hour % 12) * 60 + minute;
  return half ? [early + (half === 'p' ? HALF_DAY : 0)] : [early, early + HALF_DAY];
}
/** As a clock of 24 hours means it. */
export const on24 = (time: TypedTime): number[] => (time.half ? meanings(time) : [(time.hour % 24) * 60 + time.minute]);
