import { Injectable, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, merge } from 'rxjs';
import { failure, read } from './api';
import { Live } from './live';
import type { SavedViewsView } from './types';

/** Kept searches with their counts, and how many requests wait on whom; read again when something happened. */
@Injectable({ providedIn: 'root' })
export class SavedViews {
  private readonly reading = read<SavedViewsView>(() => '/queue/saved');
  readonly value = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  readonly views = computed(() => this.value()?.views ?? []);
  readonly problem = failure(this.reading);

  constructor() {
    const live = inject(Live);
    merge(live.events, live.gap).pipe(debounceTime(400), takeUntilDestroyed()).subscribe(() => this.reading.reload());
  }

  reload(): void {
    this.reading.reload();
  }
}
