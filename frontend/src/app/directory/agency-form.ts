import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { Act } from '../api/act';
import { faultOf } from '../api/problem';
import type { AgencyView, ChangeAgency } from '../api/refer-types';
import { Announcer } from '../ui/announcer';
import { BothValuesPart } from '../ui/both-values';
import { Meeting } from '../ui/meeting';
import { Told } from '../ui/told';
import { LANGUAGE_WORDS, word } from '../ui/words';
import { AgenciesStore } from './agencies-store';

type Language = AgencyView['language'];
interface Typed { email: string; contactName: string; phone: string; answerDays: string; language: Language }
type Field = Exclude<keyof Typed, 'language'>;

const typedOf = ({ email, contactName, phone, answerDays, language }: AgencyView): Typed => ({ email: email ?? '', contactName: contactName ?? '', phone: phone ?? '', answerDays: String(answerDays), language });
const LANGUAGES = (['en', 'es'] as const satisfies readonly Language[]).map((code) => ({ code, name: word(LANGUAGE_WORDS, code) }));
const FIELDS: readonly { field: Field; name: string; type: string; hint: string }[] = [
  { field: 'email', name: 'E-mail', type: 'email', hint: 'Where a link to a referral is sent. A work address.' },
  { field: 'contactName', name: 'Who answers', type: 'text', hint: 'A name or a role, such as Intake.' },
  { field: 'phone', name: 'Phone', type: 'tel', hint: 'The number that the desk calls.' },
  { field: 'answerDays', name: 'Answers within, business days', type: 'number', hint: 'From 1 to 30.' },
];

/** Where one agency is asked. What was typed stays, also when somebody else was quicker. */
@Component({
  selector: 'desk-agency-form',
  imports: [BothValuesPart, Told],
  template: `
    <form class="small-form ask-in" [attr.aria-label]="agency().name" novalidate (submit)="$event.preventDefault(); save()">
      <div class="fields">
        @for (each of fields; track each.field) {
          <div class="field">
            <label [for]="id() + each.field">{{ each.name }}</label>
            <input #box class="input" [id]="id() + each.field" [type]="each.type" [attr.min]="each.type === 'number' ? 1 : null" [attr.max]="each.type === 'number' ? 30 : null" maxlength="254" [value]="typed()[each.field]"
              [attr.aria-invalid]="fault(each.field) ? true : null" [attr.aria-describedby]="id() + each.field + '-hint'" (input)="set(each.field, box.value)" />
            <p [class]="fault(each.field) ? 'fault' : 'hint'" [id]="id() + each.field + '-hint'">{{ fault(each.field) ?? each.hint }}</p>
          </div>
        }
        <div class="field">
          <label [for]="id() + 'language'">Written to in</label>
          <select #language class="input" [id]="id() + 'language'" [attr.aria-describedby]="id() + 'language-hint'" (change)="speak(language.value)">
            @for (each of languages; track each.code) {<option [value]="each.code" [selected]="typed().language === each.code">{{ each.name }}</option>}
          </select>
          <p class="hint" [id]="id() + 'language-hint'">The language of our mails to them.</p>
        </div>
      </div>
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      @if (meeting.open()) {<desk-both-values [taken]="meeting.taken()" [rows]="meeting.rows()" [picks]="meeting.picks()" [asked]="meeting.asked()" (picked)="pick($event)" />}
      <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Save</button><button type="button" class="btn" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgencyForm {
  private readonly store = inject(AgenciesStore);
  private readonly announcer = inject(Announcer);
  readonly agency = input.required<AgencyView>();
  readonly closed = output();
  protected readonly fields = FIELDS;
  protected readonly languages = LANGUAGES;
  protected readonly act = new Act();
  protected readonly id = computed(() => `agency-${this.agency().id}-`);
  /** Begins with what is written down for this agency, and is the typist's from then on. */
  protected readonly typed = linkedSignal<string, Typed>({ source: () => this.agency().id, computation: (id, before) => (before?.source === id ? before.value : untracked(() => typedOf(this.agency()))) });
  /** What was written down when this form read it: its version is the one that is saved over, however often the list is read anew. */
  private readonly base = linkedSignal<string, AgencyView>({ source: () => this.agency().id, computation: (id, before) => (before?.source === id ? before.value : untracked(() => this.agency())) });
  protected readonly meeting = new Meeting<Typed>({
    fields: ['email', 'contactName', 'phone', 'answerDays', 'language'],
    name: (field) => FIELDS.find((each) => each.field === field)?.name ?? 'Written to in',
    value: (field, from) => (field === 'language' ? word(LANGUAGE_WORDS, from.language) : from[field]) || 'Empty',
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => host.nativeElement.querySelector('input')?.focus());
  }

  protected speak(language: string): void {
    this.typed.update((all) => ({ ...all, language: LANGUAGES.find(({ code }) => code === language)?.code ?? all.language }));
  }

  protected set(field: Field, value: string): void {
    this.typed.update((all) => ({ ...all, [field]: value }));
  }

  protected fault(field: Field): string | undefined {
    return faultOf(this.act.problem(), field);
  }

  protected pick({ field, whose }: { field: string; whose: 'theirs' | 'yours' }): void {
    const picked = this.meeting.pick(field, whose);
    this.typed.update((all) => ({ ...all, ...picked }));
  }

  /** Somebody else was quicker: the list was read anew, and what they saved stands beside what is typed. */
  private meet(): void {
    const theirs = this.store.items().find(({ id }) => id === this.agency().id);
    if (this.act.problem()?.status !== 412 || !theirs) return;
    this.act.problem.set(null);
    this.typed.set(this.meeting.begin(typedOf(this.base()), this.typed(), typedOf(theirs)));
    this.base.set(theirs);
  }

  protected async save(): Promise<void> {
    if (!this.meeting.decided()) return;
    const { answerDays, language, ...texts } = this.typed();
    const given = Object.fromEntries(Object.entries(texts).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])));
    const body: ChangeAgency = { ...given, answerDays: Number(answerDays), language };
    const done = await this.act.run(() => this.store.change(this.base(), body));
    if (!done) return this.meet();
    this.announcer.say(`${this.agency().name} is saved.`);
    this.closed.emit();
  }
}
