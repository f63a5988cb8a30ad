import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal, type WritableSignal } from '@angular/core';
import { Act } from '../api/act';
import type { AgencyView } from '../api/refer-types';
import { Session } from '../session/session';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { Pause } from '../ui/pause';
import { Told } from '../ui/told';
import { AgenciesStore } from './agencies-store';
import { ApplicationsPart } from './applications-part';
import { AgencyForm } from './agency-form';
import { MembersForm } from './members-form';
import { askedJustNow, askNote, hasListings, leftWords, whyNotAsk } from './asking';

/** Which organizations can be asked, and where. Stewards and administrators change it; the others read. */
@Component({
  selector: 'desk-agencies-page',
  imports: [AgencyForm, ApplicationsPart, Icon, Mark, MembersForm, Told],
  providers: [AgenciesStore],
  templateUrl: './agencies-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgenciesPage {
  private readonly page = inject(DOCUMENT);
  private readonly announcer = inject(Announcer);
  protected readonly now = inject(Now).value;
  protected readonly leftWords = (agency: AgencyView): string | null => leftWords(agency, this.now());
  protected readonly store = inject(AgenciesStore);
  protected readonly mayChange = inject(Session).may('agency.change');
  protected readonly maySteward = inject(Session).may('directory.steward');
  protected readonly mayInvite = inject(Session).may('member.manage');
  protected readonly open = signal<string | null>(null);
  /** The agency whose account is looked at. */
  protected readonly account = signal<string | null>(null);
  protected readonly slow = patience(() => this.store.loading() && !this.store.items().length);
  protected readonly asking = new Act();
  /** The agency whose button was pressed last: what came of it is told below its line. */
  protected readonly pressed = signal<string | null>(null);
  protected readonly hasListings = hasListings;
  private readonly pause = new Pause();

  constructor() {
    void this.store.load();
  }

  protected find(text: string): void {
    this.store.search.set(text);
    this.pause.before(() => void this.store.load());
  }

  protected filter(reachable: boolean): void {
    this.store.reachable.set(reachable);
    void this.store.load();
  }

  protected whyNot(agency: AgencyView): string | null {
    return whyNotAsk(agency, this.now());
  }

  protected note(agency: AgencyView): string {
    return this.mayChange && hasListings(agency) ? askNote(agency, this.now()) : '';
  }

  /** The sentence below the line of the agency that was asked just now. */
  protected told(agency: AgencyView): string | null {
    return this.pressed() === agency.id && !this.asking.busy() && !this.asking.problem() ? askedJustNow(agency) : null;
  }

  /** A button that cannot be pressed now says why, so that nobody presses it in vain. */
  protected async ask(agency: AgencyView): Promise<void> {
    const why = this.whyNot(agency);
    if (why) return this.announcer.say(`${agency.name}: ${why}`);
    if (this.asking.busy()) return;
    this.pressed.set(agency.id);
    if (await this.asking.run(() => this.store.askListing(agency))) this.announcer.say(`${agency.name}: ${askedJustNow(agency)}`);
  }

  /** One form at a time. */
  protected toggle(which: WritableSignal<string | null>, id: string): void {
    const shown = which() === id;
    for (const each of [this.open, this.account]) each.set(null);
    if (!shown) which.set(id);
  }

  /** The focus goes back to the button that opened it. */
  protected close(which: WritableSignal<string | null>, button: string): void {
    which.set(null);
    setTimeout(() => this.page.getElementById(button)?.focus());
  }
}
