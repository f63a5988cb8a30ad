import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Act } from '../api/act';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { ChecksStore, type Found } from './checks-store';
import { FIELD_WORDS, METHODS, type CheckedField, type StaffMethod } from './checks-words';

const WRONG = (['phones', 'hours', 'description', 'room', 'whole'] as const satisfies readonly CheckedField[]).map((code) => ({ code, name: FIELD_WORDS[code] }));

/** What somebody of the desk found of the chosen listings. What was typed stays until it is written down. */
@Component({
  selector: 'desk-found-form',
  imports: [Told],
  template: `
    <form class="small-form ask-in" aria-labelledby="found" novalidate (submit)="$event.preventDefault(); right()">
      <h2 id="found">{{ count() === 1 ? '1 listing chosen' : count().toLocaleString('en-US') + ' listings chosen' }}</h2>
      @if (store.progress(); as at) {
        <p class="acts"><progress [max]="at.of" [value]="at.done" aria-hidden="true"></progress> <span role="status">{{ at.done.toLocaleString('en-US') }} of {{ at.of.toLocaleString('en-US') }} written down</span> <button type="button" class="btn btn--small" (click)="store.stop()">Stop</button></p>
      }
      <div class="fields">
        <div class="field"><label for="found-how">How you looked</label>
          <select #how id="found-how" class="input" (change)="pick(how.value)">@for (each of methods; track each.code) {<option [value]="each.code" [selected]="method() === each.code">{{ each.name }}</option>}</select></div>
        <div class="field"><label for="found-by">Who told you</label><input #who id="found-by" class="input" maxlength="200" [value]="by()" aria-describedby="found-by-hint" (input)="by.set(who.value)" /><p class="hint" id="found-by-hint">Name and title at their work. You can leave it empty.</p></div>
      </div>
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">All still right</button><button type="button" class="btn" [attr.aria-expanded]="wrong()" (click)="wrong.set(!wrong())">Something is wrong</button></p>
      @if (wrong()) {
        <div class="fields">
          <div class="field"><label for="found-field">What is wrong</label>
            <select #part id="found-field" class="input" (change)="choose(part.value)">@for (each of fields; track each.code) {<option [value]="each.code" [selected]="field() === each.code">{{ each.name }}</option>}</select></div>
          <div class="field"><label for="found-note">What you found</label><input #words id="found-note" class="input" maxlength="500" [value]="note()" aria-describedby="found-note-hint" (input)="note.set(words.value)" /><p class="hint" id="found-note-hint">Of the listing only; name nobody who asks for help.</p></div>
        </div>
        <p class="acts"><button type="button" class="btn" [attr.aria-disabled]="act.busy() ? true : null" (click)="no()">Write it down</button></p>
      }
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FoundForm {
  protected readonly store = inject(ChecksStore);
  private readonly announcer = inject(Announcer);
  protected readonly act = new Act();
  protected readonly methods = METHODS;
  protected readonly fields = WRONG;
  protected readonly method = signal<StaffMethod>('staff-phone');
  protected readonly by = signal('');
  protected readonly note = signal('');
  protected readonly field = signal<CheckedField>('phones');
  protected readonly wrong = signal(false);
  protected readonly count = computed(() => this.store.chosen().size);

  protected pick(code: string): void {
    this.method.set(METHODS.find((each) => each.code === code)?.code ?? 'staff-phone');
  }

  protected choose(code: string): void {
    this.field.set(WRONG.find((each) => each.code === code)?.code ?? 'whole');
  }

  protected right(): Promise<void> {
    return this.write({ field: 'whole', holds: true, method: this.method(), by: this.by() });
  }

  protected no(): Promise<void> {
    return this.write({ field: this.field(), holds: false, method: this.method(), by: this.by(), note: this.note() });
  }

  private async write(found: Found): Promise<void> {
    await this.act.run(async () => {
      const { done, gone, left } = await this.store.check(found);
      this.announcer.say(`Written down for ${done === 1 ? '1 listing' : `${done.toLocaleString('en-US')} listings`}.${gone ? ` ${gone} are not there any more.` : ''}${left ? ` ${left.toLocaleString('en-US')} are left.` : ''}`);
    });
  }
}
