import { Injectable, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import { problemOf } from '../api/problem';
import type { AgencyPage, AgencyView, ChangeAgency } from '../api/refer-types';

/** Organizations with where they are asked, by name, a page at a time. */
@Injectable()
export class AgenciesStore {
  private readonly api = inject(Api);
  readonly search = signal('');
  readonly reachable = signal(false);
  readonly items = signal<readonly AgencyView[]>([]);
  readonly next = signal<string | null>(null);
  private readonly latest = new Latest();
  readonly loading = this.latest.loading;
  readonly problem = this.latest.problem;

  /** Reads the first page; what is shown stays until it is there. A later look wins. */
  load(): Promise<void> {
    return this.read(null, (page) => this.items.set(page.items));
  }

  more(): Promise<void> {
    return this.read(this.next(), (page) => this.items.update((all) => [...all, ...page.items]));
  }

  /** Throws what `problemOf` reads; after a 412 the list shows what is there now. */
  async change({ id, version }: AgencyView, body: ChangeAgency): Promise<void> {
    try {
      const changed = await this.api.put<AgencyView>(`/agencies/${id}`, body, { version });
      this.show(changed);
    } catch (error) {
      if (problemOf(error).status === 412) await this.load();
      throw error;
    }
  }

  /** Throws what `problemOf` reads; when somebody asked meanwhile, or the address went, the list shows it. */
  async askListing({ id }: AgencyView): Promise<void> {
    try {
      const asked = await this.api.post<AgencyView>(`/agencies/${id}/ask-listing`);
      this.show(asked);
    } catch (error) {
      if (problemOf(error).status === 409) await this.load();
      throw error;
    }
  }

  /** A read that began before is older than this: it is begun again. */
  private show(changed: AgencyView): void {
    this.items.update((all) => all.map((one) => (one.id === changed.id ? changed : one)));
    if (this.loading()) void this.load();
  }

  private read(after: string | null, take: (page: AgencyPage) => void): Promise<void> {
    return this.latest.read(() => this.api.get<AgencyPage>(`/agencies${this.query(after)}`), (page) => {
      take(page);
      this.next.set(page.next);
    });
  }

  /** `reachable` is sent only when it is wished: what is sent counts as yes. */
  private query(after: string | null): string {
    const search = this.search().trim();
    const parts = new URLSearchParams({ ...(search && { search }), ...(this.reachable() && { reachable: 'true' }), ...(after && { after }) }).toString();
    return parts ? `?${parts}` : '';
  }
}
