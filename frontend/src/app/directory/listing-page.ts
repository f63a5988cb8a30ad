import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { failure, read } from '../api/api';
import type { ChangeView, ServiceView } from '../api/match-types';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { ListingEdit } from './listing-edit';
import { ListingNotes } from './listing-notes';
import { changedBy, checkedOn, fieldName } from './listing-words';

/** One listing as a steward works on it: what it says, what changed in it, what colleagues wrote of it. */
@Component({
  selector: 'desk-listing-page',
  imports: [ListingEdit, ListingNotes, RouterLink, Told],
  templateUrl: './listing-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListingPage {
  readonly id = input.required<string>();
  private readonly reading = read<ServiceView>(() => `/directory/services/${this.id()}`);
  private readonly history = read<ChangeView[]>(() => `/directory/services/${this.id()}/changes`);
  private readonly now = inject(Now).value;
  protected readonly field = fieldName;
  protected readonly by = changedBy;
  protected readonly service = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  protected readonly problem = failure(this.reading);
  /** Why it is not offered, where somebody decided so. */
  protected readonly leftOut = computed(() => ({ included: '', excluded: 'excluded from the directory', 'under-review': 'under review' })[this.service()?.inclusion ?? 'included']);
  protected readonly changes = computed(() => (this.history.hasValue() ? this.history.value() : []));
  protected readonly lines = computed(() => linesOf(this.service()));
  protected readonly checked = computed(() => checkedOn(this.service()?.assuredDate ?? null, this.now()));

  protected again(): void {
    this.reading.reload();
    this.history.reload();
  }

  protected when({ at }: ChangeView): string {
    return moment(at, this.now());
  }
}

const said = (lines: readonly (string | null)[]): string => lines.filter(Boolean).join('\n') || 'not stated';

/** Unknown is not none: an empty line says so. */
function linesOf(it: ServiceView | undefined): { name: string; text: string }[] {
  if (!it) return [];
  return [
    { name: 'Phone', text: said(it.phones.map(({ number, extension, description }) => [number, extension && `ext. ${extension}`, description].filter(Boolean).join(' '))) },
    { name: 'Hours', text: said(it.hours) },
    { name: 'Place', text: said(it.places.map(({ street, city, state, zip, county }) => [street, city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ') || county)) },
    { name: 'Who it is for', text: said([it.eligibility]) },
    { name: 'Cost', text: said([it.fees]) },
    { name: 'How to begin', text: said([it.application]) },
    { name: 'Languages', text: said([it.languages.map(({ name, code }) => name ?? code).join(', ')]) },
    { name: 'Where they help', text: said([it.areas.join(', ')]) },
    { name: 'Website', text: said([it.url]) },
    ...it.peerLines,
  ];
}
