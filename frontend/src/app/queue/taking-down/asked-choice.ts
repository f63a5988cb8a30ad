import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { SaidLine } from './said-line';
import { Script } from './script';

/** A question of the form with its answers, to be read out and ticked. One answer, or several; Delete takes it back, since a radio button cannot be left again. */
@Component({
  selector: 'desk-asked-choice',
  imports: [SaidLine],
  template: `
    <fieldset class="choices" data-ask [id]="'said-' + name()" tabindex="-1" (keydown)="clear($event)">
      <legend><b>{{ script.line(question()) }}</b></legend>
      <desk-said-line [key]="question()" />
      <div class="ticks">
        @for (each of answers(); track each.code) {
          <label class="tick"><input [type]="several() ? 'checkbox' : 'radio'" [name]="'said-' + name()" [checked]="chosen().includes(each.code)" (change)="choose(each.code)" /><span>{{ each.text }}@if (script.foreign()) {&ngsp;<span class="hint" [attr.lang]="script.said()?.language">{{ each.spoken }}</span>}</span></label>
        }
      </div>
    </fieldset>
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskedChoice {
  protected readonly script = inject(Script);
  readonly name = input.required<string>();
  /** The text's key; each answer's is it, a dot, and the code. */
  readonly question = input.required<string>();
  readonly answersUnder = input('');
  readonly codes = input.required<readonly string[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly several = input(false);
  readonly picked = output<readonly string[]>();
  protected readonly answers = computed(() => {
    const under = this.answersUnder() || this.question().replace(/\.title$/, '');
    return this.codes().map((code) => ({ code, text: this.script.line(`${under}.${code}`), spoken: this.script.spoken(`${under}.${code}`) }));
  });

  protected choose(code: string): void {
    const chosen = this.chosen();
    if (!this.several()) this.picked.emit([code]);
    else this.picked.emit(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  }

  protected clear(event: KeyboardEvent): void {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    this.picked.emit([]);
  }
}
