import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { failure, read } from '../api/api';
import type { PlaceView, ServiceView } from '../api/match-types';
import { FieldTrust } from './field-trust';
import { Told } from '../ui/told';

/** What one needs while phoning: number, hours, place, how to begin. Empty lines say so: unknown is not none. */
@Component({
  selector: 'desk-service-detail',
  imports: [FieldTrust, Told],
  template: `
    @if (service(); as it) {
      @if (it.alert) {<p><b>{{ it.alert }}</b></p>}
      <p class="pre">{{ it.description }}</p>
      <dl class="detail">
        <dt>Phone</dt><dd>@for (phone of it.phones; track phone.number) {<span class="num">{{ phone.number }}{{ phone.extension ? ' ext. ' + phone.extension : '' }}</span><br />} @empty {not stated}</dd>
        <dt>Hours</dt><dd>@if (it.openNow; as now) {<span class="now">{{ now }}</span>}@for (line of it.hours; track line) {{{ line }}<br />} @empty {not stated}</dd>
        <dt>Place</dt><dd>@for (place of it.places; track place.id) {{{ where(place) }}<br />} @empty {not stated}</dd>
        @for (line of lines(); track line.name) {<dt>{{ line.name }}</dt><dd>{{ line.text ?? 'not stated' }}</dd>}
      </dl>
      <desk-field-trust [serviceId]="it.id" />
    } @else if (problem(); as told) {
      <desk-told [problem]="told" />
    } @else {
      <p role="status" class="muted">Loading …</p>
    }
  `,
  host: { class: 'service-detail' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServiceDetail {
  readonly serviceId = input.required<string>();
  private readonly reading = read<ServiceView>(() => `/directory/services/${this.serviceId()}`);
  protected readonly service = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  protected readonly problem = failure(this.reading);
  protected readonly lines = computed(() => {
    const it = this.service();
    return it ? [{ name: 'Who for', text: it.eligibility }, { name: 'Cost', text: it.fees }, { name: 'To begin', text: it.application }, { name: 'Languages', text: it.languages.map(({ name, code }) => name ?? code).join(', ') || null }, ...it.peerLines] : [];
  });

  /** A hidden place keeps its street to itself. */
  protected where({ street, city, state, zip, county, confidentiality }: PlaceView): string {
    const known = [street, city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
    return confidentiality === 'hidden' ? `${county ? `In the county of ${county}` : 'Place'}: the address is kept secret. Call first.` : known || (county ?? 'not stated');
  }
}
