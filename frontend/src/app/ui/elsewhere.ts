import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { deskZone, HERE } from './zone';

/** A time that reads otherwise than the desk's. */
export interface OtherTime { time: string; where: string }

const formats = new Map<string, Intl.DateTimeFormat>();
function clockIn(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone: zone });
  formats.set(zone, format);
  return format;
}
/** The hour on the wall, without the zone's name: zones that agree at this instant are one. */
const wall = (zone: string, at: Date): string => clockIn(zone).formatToParts(at).filter(({ type }) => type !== 'timeZoneName').map(({ value }) => value).join('');

/** S12: `at` where the person is and where the reader is, as far as that is another hour than at `desk`; null where a zone is not known. */
export function otherTimes(at: Date, { desk, person, here }: { desk: string | null; person: string | null; here: string }): OtherTime[] {
  const own = desk ?? here;
  const places = [{ zone: person, where: 'where they are' }, { zone: here, where: 'where you are' }];
  const told = places.flatMap(({ zone, where }) => (zone && wall(zone, at) !== wall(own, at) ? [{ zone, where }] : []));
  const [first, second] = told;
  if (first && second && wall(first.zone, at) === wall(second.zone, at)) return [{ time: clockIn(first.zone).format(at), where: 'where they and you are' }];
  return told.map(({ zone, where }) => ({ time: clockIn(zone).format(at), where }));
}

/** Beside a time of the desk: the same instant where the person and the reader are, where that differs. */
@Component({
  selector: 'desk-elsewhere',
  template: `@for (each of times(); track each.where) {<span class="muted">{{ $first ? ' (' : ', ' }}{{ each.time }} {{ each.where }}{{ $last ? ')' : '' }}</span>}`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Elsewhere {
  readonly at = input.required<string>();
  /** IANA zone of the person's place; null where it is not known. */
  readonly person = input<string | null>(null);
  protected readonly times = computed(() => otherTimes(new Date(this.at()), { desk: deskZone(), person: this.person(), here: HERE }));
}
