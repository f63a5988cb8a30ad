import { Injectable, computed } from '@angular/core';
import { readLive } from './read-live';
import type { QueueCounts } from './types';

/** How many requests each view holds, read again when something happened. */
@Injectable({ providedIn: 'root' })
export class Counts {
  private readonly reading = readLive<QueueCounts>('/queue/counts');
  readonly value = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));

  reload(): void {
    this.reading.reload();
  }
}
