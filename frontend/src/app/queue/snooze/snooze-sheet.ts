import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { problemOf } from '../../api/problem';
import type { ReadTimeView } from '../../api/types';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { Pause } from '../../ui/pause';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { SnoozeStore } from './snooze-store';
import { localWords } from './snooze-words';

const READY = ['tomorrow 9', 'in 3 business days', 'next Monday'] as const;

/** Until when a request sleeps: a time in plain words, an answer, their own word, or whichever is first. */
@Component({
  selector: 'desk-snooze-sheet',
  imports: [Icon, Sheet, Told],
  template: `
    <desk-sheet #sheet heading="Snooze" (closed)="store.open.set(false)">
      <form class="small-form" novalidate (submit)="$event.preventDefault(); save(note.value)">
        <div class="acts" role="group" aria-label="Ready times">
          @for (each of ready; track each) {<button type="button" class="btn btn--small" [attr.aria-pressed]="words() === each" (click)="say(each)">{{ each }}</button>}
        </div>
        <div class="field">
          <label for="snooze-when">When does it wake?</label>
          <input #when data-first id="snooze-when" class="input" maxlength="60" autocomplete="off" spellcheck="false" [value]="words()" (input)="say(when.value)" [attr.aria-invalid]="fault() ? true : null" aria-describedby="snooze-said" />
          <p id="snooze-said" [class]="fault() ? 'fault' : 'hint'" aria-live="polite">@if (fault()) {<svg icon="alert"></svg>}{{ said() }}</p>
        </div>
        <fieldset class="choices">
          <legend><b>Wake it earlier, too</b></legend>
          @if (store.view()?.agencyAsked) {<label class="tick"><input type="checkbox" [checked]="onAnswer()" (change)="onAnswer.set(!onAnswer())" />when an agency answers</label>}
          <label class="tick"><input type="checkbox" [checked]="onWriting()" (change)="onWriting.set(!onWriting())" />when they write</label>
          <p class="hint">{{ onWriting() ? '' : 'It stays asleep when they write. ' }}Whoever may not be safe always wakes it.</p>
        </fieldset>
        <div class="field"><label for="snooze-note">Why (optional)</label><input #note id="snooze-note" class="input" maxlength="500" autocomplete="off" [value]="store.view()?.last?.note ?? ''" /></div>
        @if (store.act.problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="store.act.busy() ? true : null">Snooze</button><button type="button" class="btn" (click)="sheet.close()">Cancel</button></p>
      </form>
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SnoozeSheet {
  private readonly now = inject(Now).value;
  private readonly sheet = viewChild.required(Sheet);
  private readonly pause = new Pause();
  protected readonly store = inject(SnoozeStore);
  protected readonly ready = READY;
  protected readonly words = signal('');
  protected readonly onAnswer = linkedSignal(() => this.store.view()?.agencyAsked ?? false);
  protected readonly onWriting = signal(true);
  private readonly time = signal<ReadTimeView | null>(null);
  protected readonly fault = signal('');
  protected readonly said = computed(() => {
    const time = this.time();
    return this.fault() || (time ? localWords(time, this.store.view()?.deskZone ?? null, this.now()) : 'Such as “tomorrow 9”, “Dec 3 at 2 pm”. Empty: it waits for what is ticked below.');
  });

  protected say(words: string): void {
    this.words.set(words);
    this.fault.set('');
    this.time.set(null);
    if (words.trim()) this.pause.before(() => void this.readBack(words));
  }

  protected async save(note: string): Promise<void> {
    const on = [...(this.onAnswer() ? (['answer'] as const) : []), ...(this.onWriting() ? (['wrote'] as const) : [])];
    if (await this.store.snooze({ words: this.words().trim() || null, on, note: note.trim() || null })) this.sheet().close();
  }

  private async readBack(words: string): Promise<void> {
    const found = await this.store.time(words).catch((error: unknown) => problemOf(error));
    if (words !== this.words()) return;
    if ('local' in found) this.time.set(found);
    else this.fault.set(found.errors[0]?.detail ?? found.title);
  }
}
