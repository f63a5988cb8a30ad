import { ChangeDetectionStrategy, Component, type ElementRef, afterNextRender, input, output, signal, viewChild } from '@angular/core';
import { Icon } from '../ui/icon';
import { newId } from '../ui/new-id';
import { SKIP_WORDS } from './skip-words';

/** Why the request that *Next* gave is left to others. Nothing is preset. */
@Component({
  selector: 'desk-skip-form',
  imports: [Icon],
  template: `
    <form class="small-form" novalidate (submit)="$event.preventDefault(); save(words()?.nativeElement?.value ?? '')">
      <label [for]="id"><b>Why do you leave it to others?</b></label>
      <select #box class="input" [id]="id" [attr.aria-invalid]="missing() === 'reason' ? true : null" [attr.aria-describedby]="missing() === 'reason' ? id + '-fault' : null" (change)="reason.set(box.value); missing.set('')">
        <option value="">Choose</option>
        @for (each of reasons; track each[0]) {<option [value]="each[0]">{{ each[1] }}</option>}
      </select>
      @if (reason() === 'other') {
        <label [for]="id + '-words'">In a few words. Nothing about the person.</label>
        <input #words class="input" [id]="id + '-words'" maxlength="120" [attr.aria-invalid]="missing() === 'words' ? true : null" [attr.aria-describedby]="missing() === 'words' ? id + '-fault' : null" />
      }
      @if (missing()) {<p class="fault" [id]="id + '-fault'"><svg icon="alert"></svg>{{ missing() === 'reason' ? 'Choose why. A supervisor sees it.' : 'Say why in a few words.' }}</p>}
      <p class="acts"><button class="btn" [attr.aria-disabled]="busy() ? true : null">Skip it</button><button type="button" class="btn btn--quiet" (click)="closed.emit()">Stay with it</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SkipForm {
  readonly busy = input(false);
  readonly skipped = output<{ reason: string; words: string }>();
  readonly closed = output();
  private readonly box = viewChild.required<ElementRef<HTMLSelectElement>>('box');
  protected readonly words = viewChild<ElementRef<HTMLInputElement>>('words');
  protected readonly reason = signal('');
  protected readonly missing = signal<'' | 'reason' | 'words'>('');
  protected readonly reasons = Object.entries(SKIP_WORDS);
  protected readonly id = `skip-${newId()}`;

  constructor() {
    afterNextRender(() => this.box().nativeElement.focus());
  }

  protected save(words: string): void {
    const reason = this.reason();
    this.missing.set(!reason ? 'reason' : reason === 'other' && !words.trim() ? 'words' : '');
    if (!this.missing()) return this.skipped.emit({ reason, words });
    (this.missing() === 'reason' ? this.box() : this.words())?.nativeElement.focus();
  }
}
