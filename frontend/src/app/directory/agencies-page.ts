import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal } from '@angular/core';
import { Session } from '../session/session';
import { Mark } from '../ui/mark';
import { patience } from '../ui/patience';
import { Told } from '../ui/told';
import { AgenciesStore } from './agencies-store';
import { AgencyForm } from './agency-form';

/** After the last letter, so that each word is looked for once. */
const PAUSE = 300;

/** Which organizations can be asked, and where. Stewards and administrators change it; the others read. */
@Component({
  selector: 'desk-agencies-page',
  imports: [AgencyForm, Mark, Told],
  providers: [AgenciesStore],
  templateUrl: './agencies-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgenciesPage {
  private readonly page = inject(DOCUMENT);
  protected readonly store = inject(AgenciesStore);
  protected readonly mayChange = inject(Session).may('agency.change');
  protected readonly open = signal<string | null>(null);
  protected readonly slow = patience(() => this.store.loading() && !this.store.items().length);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    void this.store.load();
  }

  protected find(text: string): void {
    this.store.search.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.store.load(), PAUSE);
  }

  protected filter(reachable: boolean): void {
    this.store.reachable.set(reachable);
    void this.store.load();
  }

  protected close(id: string): void {
    this.open.set(null);
    setTimeout(() => this.page.getElementById(`change-${id}`)?.focus());
  }
}
