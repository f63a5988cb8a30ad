import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, computed, effect, inject, output, signal, untracked } from '@angular/core';
import { Api } from '../api/api';
import type { MatchView, ServiceView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/sheet';
import { compareRows } from './compare-rows';
import { MatchStore } from './match-store';

const NARROW = '(max-width: 47.99rem)';

/** Up to four services side by side, what differs first. On a phone one card each, side by side. */
@Component({
  selector: 'desk-match-compare',
  imports: [Icon, Sheet],
  templateUrl: './match-compare.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchCompare {
  readonly closed = output();
  private readonly api = inject(Api);
  protected readonly store = inject(MatchStore);
  /** The rest of each listing by its id; null where it could not be read. */
  private readonly services = signal<ReadonlyMap<string, ServiceView | null>>(new Map());
  protected readonly hits = computed(() => this.store.compared());
  private readonly rows = computed(() => compareRows(this.hits().map((hit) => ({ hit, service: this.services().get(hit.serviceId) }))));
  protected readonly different = computed(() => this.rows().filter(({ differs }) => differs));
  protected readonly alike = computed(() => this.rows().filter(({ differs }) => !differs));
  protected readonly narrow = signal(false);

  constructor() {
    const media = inject(DOCUMENT).defaultView?.matchMedia(NARROW);
    const look = (): void => this.narrow.set(media?.matches ?? false);
    look();
    media?.addEventListener('change', look);
    inject(DestroyRef).onDestroy(() => media?.removeEventListener('change', look));
    effect(() => {
      const hits = this.hits();
      untracked(() => hits.forEach((hit) => void this.read(hit)));
    });
  }

  private async read({ serviceId }: MatchView): Promise<void> {
    if (this.services().has(serviceId)) return;
    const service = await this.api.get<ServiceView>(`/directory/services/${serviceId}`).catch(() => null);
    this.services.update((all) => new Map([...all, [serviceId, service]]));
  }
}
