import type { FieldTrustView } from '../api/match-types';
import { daysAgo } from '../ui/time';
import { CHECK_WORDS } from '../ui/words';

const NAMES: Readonly<Partial<Record<FieldTrustView['field'], string>>> = { phones: 'Phone', hours: 'Hours', description: 'What they do' };

/** One line a field: checked 12 days ago by the agency; found wrong yesterday. */
export const trustWords = (fields: readonly FieldTrustView[], now: Date): { field: string; name: string; text: string }[] =>
  fields.flatMap((each) => {
    const name = NAMES[each.field];
    return name ? [{ field: each.field, name, text: textOf(each, now) }] : [];
  });

function textOf({ checkedOn, method, doubtedOn }: FieldTrustView, now: Date): string {
  const checked = checkedOn ? ['checked', daysAgo(checkedOn, now), CHECK_WORDS[method ?? '']].filter(Boolean).join(' ') : 'never checked by anybody';
  return doubtedOn ? `found wrong ${daysAgo(doubtedOn, now)}; ${checked} before` : checked;
}
