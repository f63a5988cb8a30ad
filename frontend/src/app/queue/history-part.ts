import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { InquiryView } from '../api/types';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { CrisisStore } from './crisis/crisis-store';
import { crisisLines } from './crisis/crisis-words';
import { OnBehalfStore } from './on-behalf/on-behalf-store';
import { onBehalfLines } from './on-behalf/on-behalf-words';
import { logOf } from './history';
import { TaskStore } from './tasks/task-store';
import { taskLines } from './tasks/task-words';

@Component({
  selector: 'desk-history-part',
  imports: [Icon],
  template: `
    <ol class="log">
      @for (line of lines(); track line.at + line.text) {
        <li>
          <time [attr.datetime]="line.at">{{ when(line.at) }}</time><svg [icon]="line.icon"></svg>
          <div>{{ line.text }} @if (line.small) {<small class="small muted">{{ line.small }}</small>} @if (line.note) {<div class="note pre">{{ line.note }}</div>}</div>
        </li>
      }
    </ol>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryPart {
  private readonly now = inject(Now).value;
  private readonly crisis = inject(CrisisStore);
  private readonly onBehalf = inject(OnBehalfStore);
  private readonly tasks = inject(TaskStore);
  readonly inquiry = input.required<InquiryView>();
  readonly meId = input.required<string>();
  /** What records tell; undefined until they are read. */
  private readonly more = computed(() => (this.crisis.known() && this.onBehalf.known() && this.tasks.known() ? [...crisisLines(this.crisis.records(), this.meId()), ...onBehalfLines(this.onBehalf.entries(), this.meId()), ...taskLines(this.inquiry().history, this.tasks.all(), this.meId())] : undefined));
  protected readonly lines = computed(() => logOf(this.inquiry(), this.meId(), this.more()));
  protected when(at: string): string {
    return moment(at, this.now());
  }
}
