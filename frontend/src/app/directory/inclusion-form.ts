import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { DecideInclusion, InclusionView } from '../api/match-types';
import { faultOf } from '../api/problem';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { CLAUSES, INCLUSIONS } from './inclusion-words';

/** Whether a listing belongs into the directory: decided with a reason, and open to another decision. */
@Component({
  selector: 'desk-inclusion-form',
  imports: [Told],
  template: `
    @if (view(); as it) {
      <form class="part-form" aria-label="In the directory" novalidate (submit)="$event.preventDefault(); save()">
        <p class="hint">Excluded or under review, it is not offered and has no public page. Nothing is deleted, and you can decide otherwise later.</p>
        @for (each of it.decisions; track each.id) {
          <p><b class="strong">{{ names[each.decision] }}</b>, {{ each.by }}, {{ when(each.at) }}: <q dir="auto">{{ each.reason }}</q>@if (each.clause) { ({{ clauseName(each.clause) }})}@if (each.appeal) {<br />They said: <q dir="auto">{{ each.appeal }}</q>}</p>
        } @empty {<p class="muted">Included by its source ({{ it.source }}). Nobody has decided on it.</p>}
        <div class="fields">
          <div class="field"><label for="inclusion">Decision</label><select #choice id="inclusion" class="input" (change)="decision.set($any(choice.value))">@for (each of inclusions; track each.code) {<option [value]="each.code" [selected]="(decision() ?? it.inclusion) === each.code">{{ each.name }}</option>}</select>@if (fault('decision'); as told) {<p class="fault">{{ told }}</p>}</div>
          <div class="field"><label for="clause">What of our policy it rests on</label><select #rests id="clause" class="input" [attr.aria-invalid]="fault('clause') ? true : null" [attr.aria-describedby]="fault('clause') ? 'clause-fault' : null" (change)="clause.set($any(rests.value) || null)"><option value="">not stated</option>@for (each of clauses; track each.code) {<option [value]="each.code">{{ each.name }}</option>}</select>@if (fault('clause'); as told) {<p class="fault" id="clause-fault">{{ told }}</p>}</div>
        </div>
        <div class="field"><label for="inclusion-reason">Why</label><textarea #why id="inclusion-reason" class="input" rows="2" maxlength="1000" [attr.aria-invalid]="fault('reason') ? true : null" [attr.aria-describedby]="fault('reason') ? 'reason-fault' : null" (input)="reason.set(why.value)"></textarea>@if (fault('reason')) {<p class="fault" id="reason-fault">Say why</p>}</div>
        <div class="field"><label for="inclusion-appeal">What the place says against it, if it did</label><textarea #says id="inclusion-appeal" class="input" rows="2" maxlength="1000" (input)="appeal.set(says.value)"></textarea></div>
        @if (act.problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="again()">Read it again</button></desk-told>}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Decide</button><button type="button" class="btn" (click)="left.emit()">Leave it</button></p>
      </form>
    } @else {<p role="status" class="muted">Reading …</p>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InclusionForm {
  readonly serviceId = input.required<string>();
  readonly written = output();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly now = inject(Now).value;
  private readonly reading = read<InclusionView>(() => `/directory/services/${this.serviceId()}/inclusion`);
  protected readonly view = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly decision = signal<DecideInclusion['decision'] | null>(null);
  protected readonly clause = signal<DecideInclusion['clause']>(null);
  protected readonly reason = signal('');
  protected readonly appeal = signal('');
  protected readonly act = new Act();
  protected readonly inclusions = INCLUSIONS;
  protected readonly clauses = CLAUSES;
  protected readonly names = Object.fromEntries(INCLUSIONS.map(({ code, name }) => [code, name]));

  protected fault(field: string): string | undefined {
    return faultOf(this.act.problem(), field);
  }

  protected when(at: string): string {
    return moment(at, this.now());
  }

  protected clauseName(code: string): string {
    return CLAUSES.find((each) => each.code === code)?.name ?? code;
  }

  protected again(): void {
    this.act.problem.set(null);
    this.reading.reload();
  }

  protected async save(): Promise<void> {
    const it = this.view();
    if (!it) return;
    const body: DecideInclusion = { decision: this.decision() ?? it.inclusion, reason: this.reason().trim(), clause: this.clause() ?? null, appeal: this.appeal().trim() || null, after: it.decisions[0]?.id ?? null };
    if (await this.act.run(() => this.api.post(`/directory/services/${this.serviceId()}/inclusion`, body))) this.written.emit();
  }
}
