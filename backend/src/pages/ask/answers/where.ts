import type { PageName } from '../page-names.js';
import { Rule, text, type Raw } from './raw.js';

const ZIP = /^\d{5}(-\d{4})?$/;

export class WhereAnswer {
  @Rule<WhereAnswer>((value, { nowhere }) => WhereAnswer.fault(value as string | undefined, nowhere))
  place: string | undefined;

  nowhere = false;

  static of(raw: Raw): WhereAnswer {
    return Object.assign(new WhereAnswer(), { place: text(raw, 'place'), nowhere: text(raw, 'nowhere') !== undefined });
  }

  private static fault(place: string | undefined, nowhere: boolean): string | undefined {
    if (!place) return nowhere ? undefined : 'where.missing';
    const zip = /^[\d\s-]+$/.test(place);
    return (zip && !ZIP.test(place)) || place.length > 80 ? 'where.zip' : undefined;
  }

  /** The place as a request holds it. */
  static placeOf({ place, nowhere }: Pick<WhereAnswer, 'place' | 'nowhere'>): { zip?: string; town?: string; fixed: boolean } {
    if (!place) return { fixed: !nowhere };
    return ZIP.test(place) ? { zip: place.slice(0, 5), fixed: !nowhere } : { town: place, fixed: !nowhere };
  }

  next(): PageName {
    return 'reach';
  }
}
