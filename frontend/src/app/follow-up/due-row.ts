import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../api/act';
import type { FollowUpView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { Told } from '../ui/told';
import { LANGUAGE_WORDS, topicWords, word } from '../ui/words';
import { AskForm } from './ask-form';
import { dayOf, isPersonal, safeWords, todoOf } from './due-words';
import { FollowUpStore } from './follow-up-store';
import { TryForm } from './try-form';

/** One due: what to do, about which request, how the person may be reached. */
@Component({
  selector: 'li[desk-due]',
  imports: [RouterLink, AskForm, Icon, Told, TryForm],
  template: `
    <div class="due-head">
      <h3 tabindex="-1" [id]="'due-' + due().id">{{ todo() }}</h3>
    </div>
    <p class="muted small due-head">
      <a [routerLink]="['/inquiries', due().inquiryId]"><span class="num">{{ due().reference }}</span></a>
      <span>{{ topics() }}</span><span [class.strong]="due().group !== 'later'">{{ day() }}</span>
      @if (personal()) {<span><svg icon="shield"></svg> {{ safe() }}</span><span>{{ language() }}</span>}
      @if (due().owner; as owner) {<span>{{ owner.id === meId() ? 'Yours' : owner.name }}</span>} @else {<span>With nobody</span>}
    </p>
    <div class="acts">
      @if (personal() && !due().enough) {<button type="button" class="btn btn--small" [attr.aria-expanded]="open() === 'try'" (click)="toggle('try')">Write down a try<span class="sr"> for {{ due().reference }}</span></button>}
      @if (due().kind === 'did-it-help') {<button type="button" class="btn btn--small" [attr.aria-expanded]="open() === 'ask'" (click)="toggle('ask')">How did it go?<span class="sr"> {{ due().reference }}</span></button>}
      @if (due().enough) {<a class="btn btn--small" [routerLink]="['/inquiries', due().inquiryId]">End it in the request<span class="sr"> {{ due().reference }}</span></a>}
      <button type="button" class="btn btn--small" [attr.aria-disabled]="act.busy() ? true : null" (click)="done()">Done<span class="sr">: {{ due().reference }}</span></button>
    </div>
    @if (act.problem(); as told) {<desk-told [problem]="told" />}
    @switch (open()) {
      @case ('try') {<desk-try-form class="ask-in" [due]="due()" (closed)="open.set(null)" (reached)="open.set('ask')" />}
      @case ('ask') {<desk-ask-form class="ask-in" [due]="due()" (closed)="open.set(null)" (said)="said.emit($event)" />}
    }
  `,
  host: { class: 'due-line', '[attr.aria-labelledby]': '"due-" + due().id' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueRow {
  private readonly store = inject(FollowUpStore);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  readonly due = input.required<FollowUpView>();
  readonly meId = input('');
  readonly said = output<'solved' | 'reopened' | 'noted'>();
  readonly finished = output();
  protected readonly act = new Act();
  protected readonly open = signal<'try' | 'ask' | null>(null);
  protected readonly todo = computed(() => todoOf(this.due(), this.now()));
  protected readonly day = computed(() => dayOf(this.due()));
  protected readonly safe = computed(() => safeWords(this.due()));
  protected readonly topics = computed(() => topicWords(this.due().topics));
  protected readonly language = computed(() => word(LANGUAGE_WORDS, this.due().language));
  protected readonly personal = computed(() => isPersonal(this.due().kind));

  protected toggle(what: 'try' | 'ask'): void {
    this.open.set(this.open() === what ? null : what);
  }

  protected async done(): Promise<void> {
    if (!(await this.act.run(() => this.store.done(this.due())))) return;
    this.announcer.say('Done.');
    this.finished.emit();
  }
}
