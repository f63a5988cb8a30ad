import { Injectable, computed, inject } from '@angular/core';
import { Api, kept, read } from '../../api/api';
import type { TogetherView } from '../../api/types';
import { InquiryStore } from '../inquiry-store';
import { sorted } from './together-words';

/** What belongs together with the open request, or may. */
@Injectable()
export class TogetherStore {
  private readonly api = inject(Api);
  private readonly inquiry = inject(InquiryStore);
  private readonly path = (): string | undefined => this.inquiry.readable('/together');
  private readonly reading = read<TogetherView>(this.path);
  readonly view = kept(this.path, this.reading);
  readonly said = computed(() => sorted(this.view()?.possible ?? []));

  constructor() {
    this.inquiry.alsoReload(() => this.reading.reload());
  }

  async say(otherId: string, kind: 'linked' | 'apart'): Promise<void> {
    await this.api.post(this.inquiry.at(`/ties/${otherId}`), { kind });
    this.inquiry.reload();
  }

  async endTie(otherId: string): Promise<void> {
    await this.api.post(this.inquiry.at(`/ties/${otherId}/end`));
    this.inquiry.reload();
  }

  async unmerge(goneId: string): Promise<void> {
    await this.api.post(`/inquiries/${goneId}/unmerge`);
    this.inquiry.reload();
  }
}
