import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { EditablePeer, EditPeer } from '../api/match-types';
import { faultOf } from '../api/problem';
import { Told } from '../ui/told';
import { toggled } from './hours-words';
import { CHOICES, WRITTEN } from './peer-words';

/** What a service declares of its peer support. What nobody said stays not known: nothing is worked out from other words. */
@Component({
  selector: 'desk-peer-form',
  imports: [Told],
  template: `
    @if (facts(); as it) {
      <form class="part-form" aria-label="Peer support" novalidate (submit)="$event.preventDefault(); save()">
        <p class="hint">Only what they say of themselves. What nobody said stays “not known”.</p>
        <fieldset class="part-box"><legend class="strong">Kind of peer support</legend><div class="ticks">@for (each of terms().kinds; track each.code) {<label class="tick"><input type="checkbox" [checked]="it.kinds.includes(each.code)" (change)="set({ kinds: toggled(it.kinds, each.code) })" />{{ each.name }}</label>}</div>
          @if (fault('kinds')) {<p class="fault">One of these is no term of the vocabulary any more. Open the form again.</p>}</fieldset>
        <fieldset class="part-box"><legend class="strong">They have lived through, as they declare it</legend><div class="ticks">@for (each of terms().lived; track each.code) {<label class="tick"><input type="checkbox" [checked]="it.lived.includes(each.code)" (change)="set({ lived: toggled(it.lived, each.code) })" />{{ each.name }}</label>}</div>
          @if (fault('lived')) {<p class="fault">One of these is no term of the vocabulary any more. Open the form again.</p>}</fieldset>
        <details class="small"><summary class="link">What these words mean</summary><ul class="meaning-steps">@for (each of terms().kinds.concat(terms().lived); track each) {<li><b>{{ each.name }}</b>&ngsp;<span class="muted">{{ each.description }}</span></li>}</ul></details>
        <div class="fields">
          @for (each of choices; track each.field) {
            <div class="field"><label [for]="'peer-' + each.field">{{ each.name }}</label><select #choice class="input" [id]="'peer-' + each.field" [attr.aria-invalid]="fault(each.field) ? true : null" [attr.aria-describedby]="fault(each.field) ? 'fault-' + each.field : null" (change)="put(each.field, choice.value || null)">
              <option value="">Not known</option>@for (one of each.of; track one[0]) {<option [value]="one[0]" [selected]="it[each.field] === one[0]">{{ one[1] }}</option>}</select>
              @if (fault(each.field); as told) {<p class="fault" [id]="'fault-' + each.field">{{ told }}</p>}</div>
          }
          @for (each of texts; track each.field) {
            <div class="field"><label [for]="'peer-' + each.field">{{ each.name }}</label><input #box class="input" maxlength="120" [id]="'peer-' + each.field" [type]="each.number ? 'number' : 'text'" [attr.min]="each.number ? 1 : null" [value]="it[each.field] ?? ''" [attr.aria-invalid]="fault(each.field) ? true : null" [attr.aria-describedby]="fault(each.field) ? 'fault-' + each.field : null" (change)="put(each.field, box.value.trim() === '' ? null : each.number ? +box.value : box.value.trim())" />
              @if (fault(each.field)) {<p class="fault" [id]="'fault-' + each.field">Please look at this again.</p>}</div>
          }
        </div>
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Change peer support</button><button type="button" class="btn" (click)="left.emit()">Leave it</button></p>
      </form>
    } @else {<p role="status" class="muted">Reading …</p>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeerForm {
  readonly serviceId = input.required<string>();
  readonly written = output();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly reading = read<EditablePeer>(() => `/directory/services/${this.serviceId()}/peer`);
  private readonly view = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  /** Terms that can be chosen, as the vocabulary has them. */
  protected readonly terms = computed(() => ({ kinds: this.view()?.kindsOffered ?? [], lived: this.view()?.livedOffered ?? [] }));
  protected readonly facts = linkedSignal<EditPeer | null>(() => {
    const view = this.view();
    if (!view) return null;
    const { kindsOffered: _, livedOffered: __, ...facts } = view;
    return facts;
  });
  protected readonly act = new Act();
  protected readonly choices = CHOICES;
  protected readonly texts = WRITTEN;
  protected readonly toggled = toggled;

  protected fault(field: string): string | undefined {
    return faultOf(this.act.problem(), field);
  }

  protected set(change: Partial<EditPeer>): void {
    this.facts.update((facts) => facts && { ...facts, ...change });
  }

  protected put(field: keyof EditPeer, value: string | number | null): void {
    this.set({ [field]: value });
  }

  protected async save(): Promise<void> {
    if (await this.act.run(() => this.api.post(`/directory/services/${this.serviceId()}/peer`, this.facts()))) this.written.emit();
  }
}
