import { Injectable, computed, inject } from '@angular/core';
import { failure, kept, read } from '../../api/api';
import type { MessagesView } from '../../api/message-types';
import { InquiryStore } from '../inquiry-store';

/** What goes out about one request, and what went. */
@Injectable()
export class MessagesStore {
  private readonly inquiry = inject(InquiryStore);
  private readonly reading = read<MessagesView>(() => this.inquiry.readable('/messages'));
  private readonly known = kept(() => this.inquiry.readable('/messages'), this.reading);
  readonly telling = computed(() => this.known()?.telling ?? null);
  readonly letters = computed(() => this.known()?.letters ?? []);
  readonly problem = failure(this.reading);

  constructor() {
    this.inquiry.alsoReload(() => this.reload());
  }

  reload(): void {
    this.reading.reload();
  }
}
