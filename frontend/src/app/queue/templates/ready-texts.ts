import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { failure, read } from '../../api/api';
import type { ReadyTextView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { PickList } from '../../ui/pick-list';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { LANGUAGE_WORDS, word } from '../../ui/words';
import { foundTexts, KIND_WORDS, whyNot } from './template-words';

/** Chooses a text that is ready, filled for this request word for word (APG: editable combobox with a list). What cannot be used says why. */
@Component({
  selector: 'desk-ready-texts',
  imports: [Icon, Sheet, Told],
  template: `
    <desk-sheet #sheet heading="Insert a ready text" (closed)="over()">
      <label class="sr" for="ready-box">Type a word of its title</label>
      <input #box data-first id="ready-box" class="input" role="combobox" autocomplete="off" spellcheck="false" maxlength="60" placeholder="A word of its title" aria-autocomplete="list" aria-expanded="true" aria-controls="ready-list"
        [attr.aria-activedescendant]="shown().length ? 'ready-' + list.at() : null" (input)="look(box.value)" (keydown)="list.key($event)" />
      @if (problem(); as told) {<desk-told [problem]="told"><button type="button" class="btn" (click)="reading.reload()">Try again</button></desk-told>}
      <div id="ready-list" class="palette palette--texts" role="listbox" aria-label="Ready texts" (mousedown)="list.point($event)">
        @for (each of shown(); track each.id; let index = $index) {
          <div role="option" [id]="'ready-' + index" [class.is-here]="index === list.at()" [attr.aria-selected]="index === list.at()" [attr.aria-disabled]="each.text === null ? true : null">
            <span><b>{{ each.title }}</b>&ngsp;<span class="hint">{{ kinds[each.kind] }}, {{ language(each.language) }}</span><br />
              @if (each.text !== null) {<span class="pre" dir="auto" [attr.lang]="each.language">{{ each.text }}</span>} @else {<span class="hint"><svg icon="ban"></svg> {{ whyNot(each) }}</span>}</span>
          </div>
        }
      </div>
      @if (reading.hasValue() && !shown().length) {<p class="hint">{{ all().length ? 'None is called that. Try another word.' : 'There are no ready texts yet. A supervisor writes them under “Ready texts”.' }}</p>}
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadyTexts {
  readonly inquiryId = input.required<string>();
  readonly picked = output<string>();
  readonly closed = output();
  private readonly announcer = inject(Announcer);
  private readonly sheet = viewChild.required<Sheet>('sheet');
  protected readonly reading = read<ReadyTextView[]>(() => `/inquiries/${this.inquiryId()}/ready-texts`);
  protected readonly all = computed(() => (this.reading.hasValue() ? this.reading.value() : []));
  protected readonly problem = failure(this.reading);
  private readonly typed = signal('');
  protected readonly shown = computed(() => foundTexts(this.all(), this.typed()));
  protected readonly list = new PickList<ReadyTextView>({ prefix: 'ready', shown: this.shown, take: (each) => this.take(each), count: (many) => (many === 1 ? '1 text' : `${many} texts`) });
  protected readonly kinds = KIND_WORDS;
  protected readonly whyNot = whyNot;
  private chosen: string | undefined;

  protected language(code: string): string {
    return word(LANGUAGE_WORDS, code);
  }

  protected look(typed: string): void {
    this.typed.set(typed);
    this.list.begin();
  }

  protected over(): void {
    this.closed.emit();
    if (this.chosen !== undefined) this.picked.emit(this.chosen);
  }

  private take(each: ReadyTextView): void {
    if (each.text === null) return this.announcer.sayNow(whyNot(each));
    this.chosen = each.text;
    this.sheet().close();
  }
}
