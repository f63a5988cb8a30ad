import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { CorrectionPage, CorrectionView, DecideCorrection } from '../api/match-types';

/** What the public said is wrong, and nobody has looked into yet. */
@Injectable()
export class CorrectionsStore {
  private readonly api = inject(Api);
  private readonly latest = new Latest();
  readonly problem = this.latest.problem;
  readonly items = signal<readonly CorrectionView[]>([]);
  readonly total = signal(0);

  load(): Promise<void> {
    return this.latest.read(
      () => this.api.get<CorrectionPage>('/directory/corrections'),
      ({ items, total }) => {
        this.items.set(items);
        this.total.set(total);
      },
    );
  }

  /** Throws what `problemOf` reads: a colleague may have been quicker. What waits is read anew either way. */
  async decide(id: string, found: DecideCorrection): Promise<void> {
    try {
      await this.api.post(`/directory/corrections/${id}`, found);
    } finally {
      await this.load();
    }
  }
}
