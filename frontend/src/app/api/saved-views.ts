import { Injectable, computed } from '@angular/core';
import { failure } from './api';
import { readLive } from './read-live';
import type { SavedViewsView } from './types';

/** Kept searches with their counts, and how many requests wait on whom; read again when something happened. */
@Injectable({ providedIn: 'root' })
export class SavedViews {
  private readonly reading = readLive<SavedViewsView>('/queue/saved');
  readonly value = computed(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  readonly views = computed(() => this.value()?.views ?? []);
  readonly problem = failure(this.reading);

  reload(): void {
    this.reading.reload();
  }
}
