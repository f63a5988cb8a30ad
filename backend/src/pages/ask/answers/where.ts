import type { PageName } from '../page-names.js';
import { Rule, text, type Raw } from './raw.js';

const ZIP = /(?<!\d)(\d{5})(-\d{4})?(?!\d)/;
const MOST = 80;

export class WhereAnswer {
  @Rule<WhereAnswer>((value, { nowhere }) => WhereAnswer.fault(value as string | undefined, nowhere))
  place: string | undefined;

  nowhere = false;

  /** A place that was offered and taken stands for what was typed. */
  static of(raw: Raw): WhereAnswer {
    const typed = text(raw, 'place');
    const meant = typed === text(raw, 'asked') ? text(raw, 'meant') : undefined;
    return Object.assign(new WhereAnswer(), { place: meant === AS_TYPED ? typed : (meant ?? typed), nowhere: text(raw, 'nowhere') !== undefined });
  }

  /** They were asked about these very words before: whatever they chose or left is taken, and nobody is asked twice. */
  static isSettled(raw: Raw): boolean {
    return text(raw, 'place') === text(raw, 'asked');
  }

  private static fault(place: string | undefined, nowhere: boolean): string | undefined {
    if (!place) return nowhere ? undefined : 'where.missing';
    if (place.length > MOST) return 'about.long';
    return /^[\d\s-]+$/.test(place) && !ZIP.test(place) ? 'where.zip' : undefined;
  }

  /** The place as a request holds it: people write "06854", "Norwalk" or both. */
  static placeOf({ place, nowhere }: Pick<WhereAnswer, 'place' | 'nowhere'>): { zip?: string; town?: string; fixed: boolean } {
    const [all = '', zip] = ZIP.exec(place ?? '') ?? [];
    const town = (place ?? '').replace(all, '').replace(/^[\s,]+|[\s,]+$/g, '');
    return { ...(zip && { zip }), ...(town && { town }), fixed: !nowhere };
  }

  next(): PageName {
    return 'reach';
  }
}

/** The choice to leave what was typed. No place is called so. */
export const AS_TYPED = '=';
