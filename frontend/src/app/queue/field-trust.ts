import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { read } from '../api/api';
import type { FieldTrustView } from '../api/match-types';
import { Now } from '../ui/now';
import { trustWords } from './trust-words';

/** By whom, how and when each field of a listing was checked, and what was found wrong since. */
@Component({
  selector: 'desk-field-trust',
  template: `
    @if (lines().length) {
      <ul class="plain hint">@for (line of lines(); track line.field) {<li><b>{{ line.name }}</b> {{ line.text }}</li>}</ul>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldTrust {
  readonly serviceId = input.required<string>();
  private readonly now = inject(Now).value;
  private readonly reading = read<FieldTrustView[]>(() => `/directory/services/${this.serviceId()}/trust`);
  protected readonly lines = computed(() => (this.reading.hasValue() ? trustWords(this.reading.value(), this.now()) : []));
}
