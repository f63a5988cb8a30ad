import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Here } from '../api/here';
import { Session } from '../session/session';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { initials } from '../ui/words';
import { viewerWords } from './viewer-words';

const SHOWN = 3;

/** Colleagues who have the request open now: two letters and an eye each, a sheet for who writes, and their names for who cannot see that. */
@Component({
  selector: 'desk-viewers',
  imports: [Icon],
  template: `
    @for (each of shown(); track each.id) {
      <span class="who who--here" [class.who--writing]="each.writing" role="img" [attr.aria-label]="words(each)" [attr.title]="words(each)">{{ letters(each.name) }}<svg [icon]="each.writing ? 'note' : 'eye'"></svg></span>
    }
    @if (more(); as n) {<span class="small muted">+{{ n }}<span class="sr"> more are looking</span></span>}
    @if (spelled() && others().length) {<span>{{ sentence() }}</span>}
  `,
  host: { class: 'viewers' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Viewers {
  private readonly here = inject(Here);
  private readonly me = inject(Session).me;
  readonly inquiryId = input.required<string>();
  /** Says their names beside the letters. */
  readonly spelled = input(false);
  protected readonly others = computed(() => (this.here.byRequest().get(this.inquiryId()) ?? []).filter(({ id }) => id !== this.me()?.id));
  protected readonly shown = computed(() => (this.spelled() ? [] : this.others().slice(0, SHOWN)));
  protected readonly more = computed(() => (this.spelled() ? 0 : this.others().length - this.shown().length));
  protected readonly sentence = computed(() => this.others().map(viewerWords).join('. '));
  protected readonly words = viewerWords;
  protected readonly letters = initials;

  constructor() {
    const announcer = inject(Announcer);
    effect(() => { if (this.spelled() && this.sentence()) announcer.say(`${this.sentence()}.`); });
  }
}
