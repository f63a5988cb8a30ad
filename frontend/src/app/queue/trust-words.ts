import type { FieldTrustView } from '../api/match-types';
import { daysAgo } from '../ui/time';

const NAMES: Readonly<Partial<Record<FieldTrustView['field'], string>>> = { phones: 'Phone', hours: 'Hours', description: 'What they do' };
const HOW: Readonly<Record<string, string>> = { agency: ' by the agency', 'staff-phone': ' by phone', 'staff-web': ' on their website', 'site-visit': ' on a visit', import: ' by its source' };

/** One line a field: checked 12 days ago by the agency; found wrong yesterday. */
export const trustWords = (fields: readonly FieldTrustView[], now: Date): { field: string; name: string; text: string }[] =>
  fields.flatMap((each) => {
    const name = NAMES[each.field];
    return name ? [{ field: each.field, name, text: textOf(each, now) }] : [];
  });

function textOf({ checkedOn, method, doubtedOn }: FieldTrustView, now: Date): string {
  const checked = checkedOn ? `checked ${daysAgo(checkedOn, now)}${HOW[method ?? ''] ?? ''}` : 'never checked by anybody';
  return doubtedOn ? `found wrong ${daysAgo(doubtedOn, now)}; ${checked} before` : checked;
}
