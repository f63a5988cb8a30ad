import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { CrisisLine, UrgencyHintView } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Icon } from '../ui/icon';
import { CrisisStore } from './crisis/crisis-store';
import { InquiryStore } from './inquiry-store';

type Decision = NonNullable<UrgencyHintView['decision']>;
const CHOICES: readonly { code: Decision; does: string; said: string }[] = [
  { code: 'danger', does: 'In danger now: start the crisis steps', said: 'In danger now' },
  { code: 'heavy', does: 'Heavy, not in danger', said: 'Heavy, not in danger' },
  { code: 'not-meant', does: 'Not what they mean', said: 'Their words sounded urgent; that is not what they mean' },
];

/** Their words sounded urgent: a person decides what that means, and may decide anew. It withholds nothing and moves nothing. */
@Component({
  selector: 'desk-urgency-hint',
  imports: [Icon, Told],
  template: `
    @if (decided(); as said) {
      <p class="tell" [class.tell--urgent]="said.decision === 'danger'" [class.tell--caution]="said.decision === 'heavy'"><svg icon="alert"></svg><span><b>{{ words(said.decision) }}.</b> {{ said.decidedBy }}@if (said.decidedAt) {, {{ at(said.decidedAt) }}}</span>
        @if (store.may('note')) {<button type="button" class="btn btn--small" [attr.aria-expanded]="choosing()" (click)="choosing.set(!choosing())">Change</button>}</p>
    } @else if (alone() && store.inquiry()?.hint; as hint) {
      <p class="tell" [class.tell--urgent]="hint.tier === 'hard'" [class.tell--caution]="hint.tier === 'soft'"><svg icon="alert"></svg><span><b>{{ hint.tier === 'hard' ? 'Their words sound urgent.' : 'Their words sound heavy.' }}</b> A hint by a machine: read them and decide.</span></p>
    }
    @if (choosing() && store.may('note')) {
      <div class="acts urgency-acts" role="group" aria-label="What their words mean">
        @for (one of choices; track one.code) {<button type="button" class="btn" [attr.aria-disabled]="act.busy() ? true : null" (click)="decide(one.code)">{{ one.does }}</button>}
      </div>
    }
    @if (act.problem(); as told) {<desk-told [problem]="told" />}
    @if (decided()?.decision === 'danger' && !crisis.open()) {
      <section class="part-box" aria-labelledby="crisis-steps-title">
        <h3 id="crisis-steps-title" tabindex="-1">Crisis steps</h3>
        <ol class="meaning-steps">
          <li>Reach them now, only as “Contact safely” allows. Ask straight out whether they are safe, where they are, and who is with them.</li>
          <li>Stay with them. Bring a crisis line in while you do: @for (line of lines(); track line.id) {<b>{{ line.label }}</b>@if (line.kind !== 'chat' && !line.label.includes(line.target)) {, <span class="num">{{ line.target }}</span>}@if (line.note) { ({{ line.note }})}{{ $last ? '.' : '; ' }}} @empty {988 by call or text.}</li>
          <li>If a life is in danger and nobody can reach them, call 911 for the place where they are.</li>
          <li>Open a crisis record: it calls a supervisor in, and keeps what was done.</li>
        </ol>
        @if (crisis.mayOpen()) {<p class="acts"><button type="button" class="btn btn--primary" (click)="crisis.opening.set(true)">Open a crisis record</button></p>}
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UrgencyHint {
  /** It stands by itself: then it says that there is a hint, too. */
  readonly alone = input(false);
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly store = inject(InquiryStore);
  protected readonly crisis = inject(CrisisStore);
  protected readonly act = new Act();
  protected readonly choices = CHOICES;
  protected readonly decided = computed(() => {
    const hint = this.store.inquiry()?.hint;
    return hint?.decision ? { ...hint, decision: hint.decision } : null;
  });
  protected readonly choosing = linkedSignal(() => !this.decided());
  private readonly reading = read<CrisisLine[]>(() => (this.decided()?.decision === 'danger' ? this.store.readable('/crisis-lines') : undefined));
  protected readonly lines = computed(() => (this.reading.hasValue() ? this.reading.value() : []));
  private readonly now = inject(Now);

  protected at(time: string): string {
    return moment(time, this.now.value());
  }

  protected words(decision: Decision): string {
    return CHOICES.find(({ code }) => code === decision)?.said ?? '';
  }

  protected async decide(decision: Decision): Promise<void> {
    if (!(await this.act.run(() => this.api.post(this.store.at('/urgency'), { decision })))) return;
    this.announcer.say(`Written down: ${this.words(decision)}.`);
    this.choosing.set(false);
    this.store.reload();
  }
}
