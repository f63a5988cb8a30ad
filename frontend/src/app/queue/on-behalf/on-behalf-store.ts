import { Injectable, computed, inject, signal } from '@angular/core';
import { Act } from '../../api/act';
import { Api, kept, read } from '../../api/api';
import type { DecideAdvocacy, OnBehalfView, WriteAdvocacy, WriteTransfer } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { InquiryStore } from '../inquiry-store';
import { isPending, type Deed } from './on-behalf-words';

/** What was done with agencies on the person's behalf, and what is written down of it. */
@Injectable()
export class OnBehalfStore {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly inquiry = inject(InquiryStore);
  readonly act = new Act();
  /** What is being written down. */
  readonly writing = signal<Deed | null>(null);
  readonly may = computed(() => this.inquiry.may('note'));
  private readonly path = (): string | undefined => this.inquiry.readable('/on-behalf');
  private readonly reading = read<OnBehalfView[]>(this.path);
  private readonly view = kept<OnBehalfView[]>(this.path, this.reading);
  readonly known = computed(() => this.view() !== undefined);
  readonly entries = computed(() => this.view() ?? []);
  /** What was not decided yet. */
  readonly pending = computed(() => this.entries().filter(isPending));

  constructor() {
    this.inquiry.alsoReload(() => this.reading.reload());
  }

  transfer(body: WriteTransfer): Promise<boolean> {
    return this.write('/transfers', body);
  }

  advocacy(body: WriteAdvocacy): Promise<boolean> {
    return this.write('/advocacy', body);
  }

  decide({ id }: OnBehalfView, body: DecideAdvocacy): Promise<boolean> {
    return this.write(`/advocacy/${id}/decision`, body);
  }

  private async write(tail: string, body: object): Promise<boolean> {
    const done = await this.act.run(() => this.api.post(this.inquiry.at(tail), body));
    if (done) this.announcer.say('Written down.');
    if (done) this.inquiry.reload();
    return done;
  }
}
