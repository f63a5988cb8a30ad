import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api } from '../api/api';
import type { PracticeView } from '../api/types';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/sheet';
import { Told } from '../ui/told';
import { Tour } from './tour/tour';

/** On every screen of practice, where the shell puts it: nobody here is real, the way out, and a fresh start. */
@Component({
  selector: 'desk-practice-bar',
  imports: [Icon, Sheet, Told],
  template: `
    <aside class="demo-banner" aria-label="Practice"><span>Practice: nobody here is real.</span>
      <a class="btn btn--small" href="/desk/">Leave</a>
      <button type="button" class="btn btn--small" (click)="asking.set(true)">Start again</button>
    </aside>
    @if (asking()) {
      <desk-sheet #sheet heading="Start practice again?" (closed)="close()">
        <div class="stack">
          @if (others(); as words) {<p class="tell tell--caution"><svg icon="peer"></svg><span>{{ words }}</span></p>} @else {<p>Everything that was done here is forgotten, and the people come anew. It takes up to half a minute.</p>}
          @if (act.problem(); as told) {@if (!others()) {<desk-told [problem]="told" />}}
          <p class="acts"><button type="button" class="btn btn--primary" data-first [attr.aria-disabled]="act.busy() ? true : null" (click)="again()">{{ others() ? 'Start again for everybody' : 'Start again' }}</button>
            <button type="button" class="btn btn--quiet" (click)="sheet.close()">Go on as it is</button></p>
        </div>
      </desk-sheet>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PracticeBar {
  private readonly api = inject(Api);
  private readonly tour = inject(Tour);
  protected readonly asking = signal(false);
  protected readonly others = signal('');
  protected readonly act = new Act();

  protected async again(): Promise<void> {
    const despiteOthers = this.others() !== '';
    if (await this.act.run(() => this.api.post<PracticeView>('/practice/again', { despiteOthers }))) this.gone();
    else if (this.act.problem()?.code === 'practice.others') this.others.set(this.act.problem()?.title ?? '');
  }

  private gone(): void {
    this.tour.fromTheBeginning();
    location.assign('/desk/practise');
  }

  protected close(): void {
    this.asking.set(false);
    this.others.set('');
    this.act.problem.set(null);
  }
}
