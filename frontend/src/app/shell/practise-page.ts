import { ChangeDetectionStrategy, Component, DestroyRef, effect, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { PracticeView } from '../api/types';
import { FirstSteps } from '../session/first-steps';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Told } from '../ui/told';

const LOOK_AGAIN = 1_000;

/** The way to the practice desk: says what it is, gets it ready, and goes there. */
@Component({
  selector: 'desk-practise-page',
  imports: [Icon, Told],
  template: `
    <div class="page"><div class="page-in">
      <h1 tabindex="-1">Practise</h1>
      <p>A desk of its own with invented people, places and colleagues. Claim, call, find, offer and refer as you would: nobody is called or written to, and nothing of it is counted.</p>
      <p class="muted">The people here write back with prepared words. Colleagues who practise meet you there. Your own requests wait at the real desk, one press away.</p>
      @if (view()?.state === 'starting' || going()) {
        <p class="tell" role="status"><svg icon="hour"></svg><span>{{ going() ? 'Ready. Going there …' : view()?.says }}</span></p>
      } @else if (view()?.state === 'off') {
        <p class="tell"><svg icon="off"></svg><span>This desk has no practice: it is switched off (PRACTICE=0). An administrator of the server can switch it on.</span></p>
      } @else {
        @if (view()?.state === 'failed') {<p class="tell tell--error" role="alert"><svg icon="alert"></svg><span>{{ view()?.says }}</span></p>}
        @if (problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts"><button type="button" class="btn btn--primary" (click)="begin()">{{ view()?.state === 'failed' || problem() ? 'Try again' : 'Start practising' }}</button></p>
      }
    </div></div>
  `,
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PractisePage {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly steps = inject(FirstSteps);
  protected readonly view = signal<PracticeView | undefined>(undefined);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly going = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Set by a press, and by a start that was going on when the page opened: then it goes over by itself. */
  private waiting = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    let said = '';
    effect(() => {
      const says = this.view()?.state === 'starting' ? (this.view()?.says ?? '') : '';
      if (says && says !== said) this.announcer.say(says);
      said = says;
    });
    void this.look(() => this.api.get<PracticeView>('/practice'));
  }

  protected async begin(): Promise<void> {
    this.waiting = true;
    this.steps.value.update((value) => ({ ...value, practice: true }));
    await this.look(() => this.api.post<PracticeView>('/practice'));
  }

  private async look(ask: () => Promise<PracticeView>): Promise<void> {
    clearTimeout(this.timer);
    this.problem.set(null);
    try {
      const view = await ask();
      this.view.set(view);
      if (view.state === 'starting') this.later();
      else if (view.state === 'ready' && this.waiting) this.go();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private later(): void {
    this.waiting = true;
    this.timer = setTimeout(() => void this.look(() => this.api.get<PracticeView>('/practice')), LOOK_AGAIN);
  }

  private go(): void {
    this.going.set(true);
    location.assign('/practice/');
  }
}
