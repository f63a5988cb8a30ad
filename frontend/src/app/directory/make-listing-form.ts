import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { Act } from '../api/act';
import { Api } from '../api/api';
import { faultOf } from '../api/problem';
import type { ApplicationView, MadeListing, MakeListing } from '../api/types';
import { Told } from '../ui/told';

const FIELDS = [
  { field: 'organization', name: 'Organization', need: true }, { field: 'name', name: 'Service', need: true }, { field: 'phone', name: 'Phone', need: false }, { field: 'website', name: 'Website', need: false },
  { field: 'street', name: 'Street', need: false }, { field: 'city', name: 'Town', need: false }, { field: 'state', name: 'State (two letters)', need: false }, { field: 'zip', name: 'ZIP code', need: false },
] as const satisfies readonly { field: keyof MakeListing; name: string; need: boolean }[];

const withScheme = (page: string | null): string | null => (page && !/^https?:/i.test(page) ? `https://${page}` : page);

/** What an accepted application becomes: a draft, filled in as far as it is known, that a steward completes and then includes. */
@Component({
  selector: 'desk-make-listing-form',
  imports: [Told],
  template: `
    <form class="part-form" [attr.aria-label]="'The listing of ' + item().name" novalidate (submit)="$event.preventDefault(); make()">
      <p class="hint">It makes the agency and a draft that nobody is offered. You complete it on the next screen, and include it there.</p>
      <div class="fields">
        @for (each of fields; track each.field) {
          <div class="field"><label [for]="id(each.field)">{{ each.name }}</label><input #box class="input" maxlength="500" [id]="id(each.field)" [value]="typed()[each.field] ?? ''" [attr.aria-invalid]="fault(each.field) ? true : null" [attr.aria-describedby]="fault(each.field) ? id(each.field) + '-fault' : null" (input)="set(each.field, box.value, each.need)" />@if (fault(each.field); as told) {<p class="fault" [id]="id(each.field) + '-fault'">{{ told }}</p>}</div>
        }
      </div>
      <div class="field"><label [for]="id('description')">What it does</label><textarea #words class="input" rows="3" maxlength="5000" [id]="id('description')" [value]="typed().description" (input)="set('description', words.value, true)"></textarea></div>
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Make the draft</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MakeListingForm {
  readonly item = input.required<ApplicationView>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly fields = FIELDS;
  protected readonly act = new Act();
  protected readonly typed = linkedSignal<MakeListing>(() => {
    const { name, about, phone, website } = this.item();
    return { organization: name, name, description: about, phone, website: withScheme(website), street: null, city: null, state: null, zip: null };
  });

  protected id(field: string): string {
    return `make-${field}-${this.item().id}`;
  }

  protected fault(field: string): string | undefined {
    return faultOf(this.act.problem(), field);
  }

  protected set(field: keyof MakeListing, text: string, need: boolean): void {
    this.typed.update((typed) => ({ ...typed, [field]: need ? text : text.trim() || null }));
  }

  protected async make(): Promise<void> {
    await this.act.run(async () => {
      const { serviceId } = await this.api.post<MadeListing>(`/directory/applications/${this.item().id}/listing`, this.typed());
      await this.router.navigate(['/listings', serviceId]);
    });
  }
}
