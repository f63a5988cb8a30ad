import { Injectable, computed, inject, signal } from '@angular/core';
import { Act } from '../../api/act';
import { Api, read } from '../../api/api';
import { Counts } from '../../api/counts';
import type { ReadTimeView, SnoozeInquiry, SnoozeView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { InquiryStore } from '../inquiry-store';
import { QueueStore } from '../queue-store';

/** Putting the open request to sleep, and getting it up. */
@Injectable()
export class SnoozeStore {
  private readonly api = inject(Api);
  private readonly counts = inject(Counts);
  private readonly announcer = inject(Announcer);
  private readonly queue = inject(QueueStore);
  private readonly inquiry = inject(InquiryStore);
  readonly act = new Act();
  readonly open = signal(false);
  readonly may = computed(() => this.inquiry.may('snooze'));
  readonly sleep = computed(() => this.inquiry.inquiry()?.sleep ?? null);
  readonly woke = computed(() => this.inquiry.inquiry()?.woke ?? null);
  private readonly reading = read<SnoozeView>(() => (this.may() ? this.inquiry.at('/snooze') : undefined));
  readonly view = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));

  constructor() {
    this.inquiry.alsoReload(() => this.reading.reload());
  }

  /** What the words say; throws what the server says of them. */
  time(words: string): Promise<ReadTimeView> {
    return this.api.post<ReadTimeView>(this.inquiry.at('/snooze/time'), { words });
  }

  async snooze(asked: Omit<SnoozeInquiry, 'seen'>): Promise<boolean> {
    return this.lay(() => this.api.put(this.inquiry.at('/snooze'), { ...asked, seen: this.view()?.seen ?? '' }));
  }

  async again(): Promise<boolean> {
    return this.lay(() => this.api.post(this.inquiry.at('/snooze/again'), { seen: this.view()?.seen ?? '' }));
  }

  /** Wakes it, or takes the mark away that it woke. */
  async up(): Promise<void> {
    const slept = this.sleep() !== null;
    if (!(await this.act.run(() => this.api.post(this.inquiry.at('/snooze/up'))))) return;
    this.announcer.say(slept ? 'Awake. It is back in the queue.' : 'Seen.');
    this.inquiry.reload();
    this.counts.reload();
  }

  private async lay(work: () => Promise<unknown>): Promise<boolean> {
    const done = await this.act.run(work);
    if (done) {
      this.announcer.say('Snoozed. It left the queue.');
      this.queue.leave(this.inquiry.id() ?? '');
    }
    this.inquiry.reload();
    this.counts.reload();
    return done;
  }
}
