import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { failure, kept, read } from '../../api/api';
import type { TakerView } from '../../api/types';
import { Icon } from '../../ui/icon';
import { newId } from '../../ui/new-id';
import { patience } from '../../ui/patience';
import { Told } from '../../ui/told';
import { takerWords } from './taker-words';

export interface GivenTo { to: string; name: string; reason: string }

/** Who takes it, on duty first, and why. What was chosen stays where it is refused. */
@Component({
  selector: 'desk-give-form',
  imports: [Icon, Told],
  template: `
    <form class="small-form" novalidate (submit)="$event.preventDefault(); give(why.value)">
      @if (takers(); as all) {
        @if (all.length) {
          <fieldset class="choices" [attr.aria-describedby]="missing() === 'to' ? id + '-fault' : null"><legend>Who takes it?</legend>
            @for (each of all; track each.id; let first = $first) {
              <label class="tick"><input type="radio" [id]="first ? id : ''" [name]="id + '-to'" [checked]="to()?.id === each.id" (change)="to.set(each); missing.set('')" /><span><b>{{ each.name }}</b>: <span class="muted">{{ takerWords(each) }}</span></span></label>
            }
          </fieldset>
        } @else {<p>Nobody else may take this request. Give it back to the queue, or ask a supervisor.</p>}
      } @else if (problem()) {<desk-told [problem]="problem()!"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>
      } @else if (slow()) {<p class="muted" role="status">Loading</p>}
      <div class="field">
        <label [for]="id + '-why'">Why? They read it. Nothing about the person.</label>
        <input #why class="input" [id]="id + '-why'" maxlength="200" autocomplete="off" [attr.aria-invalid]="missing() === 'reason' ? true : null" [attr.aria-describedby]="missing() === 'reason' ? id + '-fault' : null" />
      </div>
      @if (missing()) {<p class="fault" [id]="id + '-fault'"><svg icon="alert"></svg>{{ missing() === 'to' ? 'Choose who takes it.' : 'Say why in a few words, three letters at least.' }}</p>}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="busy() || !takers()?.length ? true : null">{{ action() }}</button><ng-content /></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GiveForm {
  private readonly page = inject(DOCUMENT);
  /** The request; empty for an act on many. */
  readonly inquiryId = input('');
  readonly bulk = input(false);
  readonly action = input('Give it');
  readonly busy = input(false);
  readonly given = output<GivenTo>();
  private readonly path = (): string => (this.bulk() ? '/queue/takers' : `/inquiries/${this.inquiryId()}/takers`);
  protected readonly reading = read<TakerView[]>(this.path);
  protected readonly takers = kept<TakerView[]>(this.path, this.reading);
  protected readonly problem = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly to = signal<TakerView | null>(null);
  protected readonly missing = signal<'' | 'to' | 'reason'>('');
  /** The first choice has it, so that who opens the form can go there; the act on many knows it by its own name. */
  protected readonly id = `give-${newId()}`;
  protected readonly takerWords = takerWords;

  protected give(why: string): void {
    const [to, reason] = [this.to(), why.trim()];
    if (this.busy()) return;
    this.missing.set(!to ? 'to' : reason.length < 3 ? 'reason' : '');
    if (to && !this.missing()) return this.given.emit({ to: to.id, name: to.name, reason });
    this.page.getElementById(this.missing() === 'to' ? this.id : `${this.id}-why`)?.focus();
  }
}
