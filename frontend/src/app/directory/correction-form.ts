import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Act } from '../api/act';
import type { CorrectionView, DecideCorrection } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { METHODS, type StaffMethod } from './checks-words';
import { CorrectionsStore } from './corrections-store';

const OUTCOMES = [
  { code: 'mended', name: 'It was wrong, and is right now' },
  { code: 'right', name: 'It is right as it stands' },
  { code: 'unclear', name: 'Could not find out' },
] as const satisfies readonly { code: DecideCorrection['outcome']; name: string }[];

/** What a steward found of what somebody said. */
@Component({
  selector: 'desk-correction-form',
  imports: [Told],
  template: `
    <button type="button" class="btn" [attr.aria-expanded]="open()" (click)="open.set(!open())">I looked<span class="sr">: {{ item().name }}</span></button>
    @if (open()) {
      <div class="small-form" role="group" [attr.aria-label]="'What you found of ' + item().name">
        <div class="fields">
          <div class="field"><label [for]="'how-' + item().id">How you looked</label>
            <select #how class="input" [id]="'how-' + item().id" (change)="pick(how.value)">@for (each of methods; track each.code) {<option [value]="each.code" [selected]="method() === each.code">{{ each.name }}</option>}</select></div>
          <div class="field"><label [for]="'by-' + item().id">Who told you</label><input #who class="input" maxlength="200" [id]="'by-' + item().id" [value]="by()" (input)="by.set(who.value)" /></div>
        </div>
        <p class="acts">@for (each of outcomes; track each.code) {<button type="button" class="btn" [attr.aria-disabled]="act.busy() ? true : null" (click)="decide(each.code)">{{ each.name }}</button>}</p>
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectionForm {
  readonly item = input.required<CorrectionView>();
  readonly decided = output();
  private readonly store = inject(CorrectionsStore);
  private readonly announcer = inject(Announcer);
  protected readonly act = new Act();
  protected readonly methods = METHODS;
  protected readonly outcomes = OUTCOMES;
  protected readonly open = signal(false);
  protected readonly method = signal<StaffMethod>('staff-phone');
  protected readonly by = signal('');

  protected pick(code: string): void {
    this.method.set(METHODS.find((each) => each.code === code)?.code ?? 'staff-phone');
  }

  protected async decide(outcome: DecideCorrection['outcome']): Promise<void> {
    await this.act.run(async () => {
      await this.store.decide(this.item().id, { outcome, method: this.method(), ...(this.by() && { by: this.by() }) });
      this.announcer.say(outcome === 'unclear' ? 'Written down. It stays a doubt.' : 'Written down. Its public page says so.');
      this.decided.emit();
    });
  }
}
