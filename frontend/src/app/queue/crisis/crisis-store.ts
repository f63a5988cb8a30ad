import { Injectable, computed, inject, signal } from '@angular/core';
import { Act } from '../../api/act';
import { Api, kept, read } from '../../api/api';
import type { CrisesView, EndCrisis, OpenCrisis, TakeStep } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { InquiryStore } from '../inquiry-store';

/** The crisis records of the open request: what was done, and what is done next. */
@Injectable()
export class CrisisStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly inquiry = inject(InquiryStore);
  readonly act = new Act();
  /** A record is being opened. */
  readonly opening = signal(false);
  /** The last one was opened on this screen. */
  began = false;
  private readonly path = (): string | undefined => this.inquiry.readable('/crisis');
  private readonly reading = read<CrisesView>(this.path);
  private readonly view = kept<CrisesView>(this.path, this.reading);
  readonly records = computed(() => this.view()?.records ?? []);
  readonly known = computed(() => this.view() !== undefined);
  readonly supervisors = computed(() => this.view()?.supervisors ?? []);
  /** The record that goes on. */
  readonly open = computed(() => this.records().find(({ endedAt }) => endedAt === null) ?? null);
  readonly mayOpen = computed(() => this.inquiry.may('crisis') && this.view() !== undefined && !this.open());

  constructor() {
    this.inquiry.alsoReload(() => this.reading.reload());
  }

  async begin(body: OpenCrisis): Promise<boolean> {
    return (this.began = await this.does('', body, 'A crisis record is open.'));
  }

  take(body: TakeStep): Promise<boolean> {
    return this.does('/steps', body, 'The step is written down.');
  }

  /** Calls every supervisor who is there, or says who came. */
  call(who?: string): Promise<boolean> {
    return this.does('/supervisor', who ? { who } : {}, who ? 'Written down.' : 'Supervisors are called in.');
  }

  end(body: EndCrisis): Promise<boolean> {
    return this.does('/end', body, 'The crisis record has ended.');
  }

  private async does(tail: string, body: object, said: string): Promise<boolean> {
    const version = tail ? this.open()?.version : undefined;
    const done = await this.act.run(() => this.api.post(this.inquiry.at(`/crisis${tail}`), body, version === undefined ? {} : { version }));
    if (done) this.announcer.say(said);
    this.inquiry.reload();
    return done;
  }
}
