import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter, merge } from 'rxjs';
import { Act } from '../../api/act';
import { Api, kept, read } from '../../api/api';
import { Live } from '../../api/live';
import type { ShiftNoteView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { moment } from '../../ui/time';
import { Told } from '../../ui/told';

/** What one shift tells the next, today and tomorrow. Its author and supervisors take it away. */
@Component({
  selector: 'desk-shift-notes',
  imports: [Icon, Told],
  template: `
    @for (note of notes(); track note.id) {
      <div class="tell"><svg icon="note"></svg>
        <span>{{ note.text }} <span class="muted">{{ note.author.name }}, {{ when(note.at) }}</span></span>
        @if (note.mine) {<button type="button" class="btn btn--small btn--quiet" [attr.aria-disabled]="act.busy() ? true : null" (click)="takeAway(note)">Take away<span class="sr">: {{ note.text }}</span></button>}
      </div>
    }
    @if (act.problem(); as told) {<desk-told [problem]="told" />}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShiftNotes {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  private readonly path = (): string => '/team/notes';
  private readonly reading = read<ShiftNoteView[]>(this.path);
  private readonly known = kept<ShiftNoteView[]>(this.path, this.reading);
  protected readonly act = new Act();
  protected readonly notes = computed(() => this.known() ?? []);

  constructor() {
    const live = inject(Live);
    merge(live.events.pipe(filter(({ type }) => type === 'team.noted')), live.gap).pipe(debounceTime(300), takeUntilDestroyed()).subscribe(() => this.reading.reload());
  }

  reload(): void {
    this.reading.reload();
  }

  protected when(at: string): string {
    return moment(at, this.now());
  }

  protected async takeAway({ id }: ShiftNoteView): Promise<void> {
    if (await this.act.run(() => this.api.post(`/team/notes/${id}/take-away`))) this.announcer.say('The note is taken away.');
    this.reading.reload();
  }
}
