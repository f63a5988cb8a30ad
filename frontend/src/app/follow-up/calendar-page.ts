import { ChangeDetectionStrategy, Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../api/act';
import { Api, failure, read } from '../api/api';
import type { CalendarView, MadeCalendarView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { moment } from '../ui/time';
import { Told } from '../ui/told';

/** The address at which somebody's calendar fetches their follow-ups: made, shown once, ended. */
@Component({
  selector: 'desk-calendar-page',
  imports: [RouterLink, Icon, Told],
  templateUrl: './calendar-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalendarPage {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly reading = read<CalendarView>(() => '/me/calendar');
  protected readonly calendar = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  protected readonly unread = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly act = new Act();
  protected readonly made = signal('');
  protected readonly copied = signal(false);
  protected readonly done = signal('');
  protected readonly replacing = signal(false);

  protected when(at: string): string {
    return moment(at, this.now());
  }

  protected async make(): Promise<void> {
    this.made.set('');
    if (!(await this.act.run(async () => this.made.set((await this.api.post<MadeCalendarView>('/me/calendar')).address)))) return;
    this.copied.set(false);
    this.said('The address is made. It is shown this once: put it into your calendar now.');
  }

  protected async end(): Promise<void> {
    if (!(await this.act.run(() => this.api.post<void>('/me/calendar/end')))) return;
    this.made.set('');
    this.said('The address is ended. Your calendar finds nothing there any more.');
  }

  protected async copy(box: HTMLInputElement): Promise<void> {
    await navigator.clipboard.writeText(box.value).then(() => this.copied.set(true), () => box.select());
    this.announcer.say(this.copied() ? 'Copied' : 'It could not be copied. The address is selected: copy it with Ctrl C.');
  }

  /** The button that was pressed may be gone. */
  private said(text: string): void {
    this.replacing.set(false);
    this.done.set(text);
    this.announcer.say(text);
    this.reading.reload();
    this.heading().nativeElement.focus();
  }
}
