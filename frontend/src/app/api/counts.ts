import { Injectable, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, merge } from 'rxjs';
import { read } from './api';
import { Live } from './live';
import type { QueueCounts } from './types';

/** How many requests each view holds, read again when something happened. */
@Injectable({ providedIn: 'root' })
export class Counts {
  private readonly reading = read<QueueCounts>(() => '/queue/counts');
  readonly value = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));

  constructor() {
    const live = inject(Live);
    merge(live.events, live.gap).pipe(debounceTime(400), takeUntilDestroyed()).subscribe(() => this.reading.reload());
  }

  reload(): void {
    this.reading.reload();
  }
}
