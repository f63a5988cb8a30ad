import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { Icon } from './icon';
import { newId } from './new-id';

export type Said = 'yes' | 'no' | 'unknown';
export interface Outcome { remembered: Said; tried: Said; reached: Said; served: Said; solved: Said | 'partly'; note?: string }
type Question = Exclude<keyof Outcome, 'note'>;

const ANSWERS = [{ code: 'yes', name: 'Yes' }, { code: 'no', name: 'No' }, { code: 'unknown', name: 'Not known' }] as const;
const QUESTIONS: readonly { code: Question; asks: string; answers: readonly { code: string; name: string }[] }[] = [
  { code: 'remembered', asks: 'Did they remember it, or keep the details?', answers: ANSWERS },
  { code: 'tried', asks: 'Did they try?', answers: ANSWERS },
  { code: 'reached', asks: 'Did they reach somebody there?', answers: ANSWERS },
  { code: 'served', asks: 'Did they get help?', answers: ANSWERS },
  { code: 'solved', asks: 'Is the need solved?', answers: [ANSWERS[0], { code: 'partly', name: 'In part' }, ANSWERS[1], ANSWERS[2]] },
];

/** Five questions about one way that was taken. Nothing is preset; "not known" is an answer. */
@Component({
  selector: 'desk-outcome-form',
  imports: [Icon],
  template: `
    <form class="small-form" [attr.aria-label]="'How did it go: ' + about()" novalidate (submit)="$event.preventDefault(); save(note.value)">
      @for (question of questions; track question.code) {
        <fieldset class="choice-line" [attr.aria-describedby]="isMissing(question.code) ? id + question.code : null">
          <legend>{{ question.asks }}</legend>
          <div class="acts">
            @for (answer of question.answers; track answer.code) {
              <label class="tick"><input type="radio" [name]="id + question.code" [value]="answer.code" [checked]="said()[question.code] === answer.code" (change)="choose(question.code, answer.code)" />{{ answer.name }}</label>
            }
          </div>
          @if (isMissing(question.code)) {<p class="fault" [id]="id + question.code"><svg icon="alert"></svg>Choose one. “Not known” is an answer.</p>}
        </fieldset>
      }
      <div class="field"><label [for]="id + 'note'">What they said (optional)</label><textarea #note class="area" rows="2" maxlength="1000" [id]="id + 'note'"></textarea></div>
      <ng-content />
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="busy() ? true : null">Write it down</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutcomeForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** Which service. */
  readonly about = input.required<string>();
  readonly busy = input(false);
  readonly saved = output<Outcome>();
  readonly closed = output();
  protected readonly id = `outcome-${newId()}-`;
  protected readonly questions = QUESTIONS;
  protected readonly said = signal<Partial<Record<Question, string>>>({});
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => QUESTIONS.filter(({ code }) => !this.said()[code]).map(({ code }) => code));

  protected isMissing(code: Question): boolean {
    return this.tried() && this.missing().includes(code);
  }

  protected choose(code: Question, answer: string): void {
    this.said.update((all) => ({ ...all, [code]: answer }));
  }

  protected save(note: string): void {
    this.tried.set(true);
    const [first] = this.missing();
    if (first) return this.host.nativeElement.querySelector<HTMLElement>(`input[name="${this.id}${first}"]`)?.focus();
    if (!this.busy()) this.saved.emit({ ...(this.said() as unknown as Outcome), ...(note.trim() && { note: note.trim() }) });
  }
}
