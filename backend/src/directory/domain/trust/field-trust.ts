import { confidence, type Check, type CheckedField, type CheckMethod } from './confidence.js';

/** A check with who said it. */
export interface Known extends Check {
  by: string | null;
}

export interface FieldTrust {
  field: CheckedField;
  sure: 'sure' | 'likely' | 'unsure' | 'unknown';
  checkedOn: string | null;
  method: CheckMethod | null;
  by: string | null;
  doubtedOn: string | null;
}

const NOBODY = { day: null, method: null, by: null };
const SURE = 0.6;
const LIKELY = 0.25;

function inWords(value: number): FieldTrust['sure'] {
  if (value >= SURE) return 'sure';
  return value >= LIKELY ? 'likely' : value > 0 ? 'unsure' : 'unknown';
}

/** One field in words: how sure it is today, the last word for it, and the last one against it that nobody answered. A machine's look is no word. `known` begins with the newest. */
export function trustOf(field: CheckedField, known: readonly Known[], today: string): FieldTrust {
  const own = known.filter((one) => one.field === field || one.field === 'whole');
  const { day: checkedOn, method, by } = own.find((one) => one.right && one.method !== 'machine') ?? NOBODY;
  const doubt = own.find(({ right }) => !right);
  return { field, sure: inWords(confidence(field, own, today)), checkedOn, method, by, doubtedOn: doubt && doubt.day >= (checkedOn ?? '') ? doubt.day : null };
}
