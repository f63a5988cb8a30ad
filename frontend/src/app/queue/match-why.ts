import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { WhyView } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Keys } from '../ui/keys';
import { Told } from '../ui/told';
import { InquiryStore } from './inquiry-store';
import { MatchStore } from './match-store';

const LOOKS: Readonly<Record<WhyView['state'], { icon: IconName; name: string }>> = {
  shown: { icon: 'check', name: 'In the list' },
  narrowed: { icon: 'filter', name: 'Taken out by a filter' },
  excluded: { icon: 'x', name: 'Left out' },
  'no-need': { icon: 'ask', name: 'For something else' },
};

/** "Why is this service not here?", asked by its name. */
@Component({
  selector: 'desk-match-why',
  imports: [Icon, Told],
  template: `
    <form class="field" (submit)="$event.preventDefault(); look(name.value)">
      <label for="why-name">Why is a service not here?</label>
      <div class="why-line"><input #name id="why-name" class="input" maxlength="100" autocomplete="off" spellcheck="false" aria-describedby="why-hint" /><button class="btn">Look</button></div>
      <p id="why-hint" class="hint">Its name or its agency’s. Slips are forgiven.</p>
    </form>
    @if (problem(); as told) {<desk-told [problem]="told" />}
    @if (nothing()) {<p class="muted">No service is called that. Perhaps it is not in the directory: tell a steward.</p>}
    <ul class="why" aria-label="Where these services stand">
      @for (each of found(); track each.serviceId) {
        <li>
          <b>{{ each.name }}</b> <span class="muted">{{ each.organization }}</span>
          <p class="why-state"><svg [icon]="looks[each.state].icon"></svg>{{ looks[each.state].name }}</p>
          @for (reason of each.reasons; track reason) {<p>{{ reason }}</p>}
          @if (each.bringIn; as change) {<p>{{ change.text }}</p><button type="button" class="btn btn--small" (click)="bring(each)">Ask so<span class="sr"> for {{ each.name }}</span></button>}
        </li>
      }
    </ul>
  `,
  host: { class: 'why-part' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchWhy {
  private readonly api = inject(Api);
  private readonly inquiry = inject(InquiryStore);
  private readonly match = inject(MatchStore);
  private readonly announcer = inject(Announcer);
  private readonly latest = new Latest();
  protected readonly problem = this.latest.problem;
  protected readonly looks = LOOKS;
  protected readonly found = signal<readonly WhyView[]>([]);
  protected readonly nothing = signal(false);

  private readonly name = viewChild.required<ElementRef<HTMLInputElement>>('name');

  constructor() {
    const remove = inject(Keys).add({ key: 'w', does: 'why a service is not here', also: ['missing service', 'excluded', 'not listed'], press: () => this.reach() });
    inject(DestroyRef).onDestroy(remove);
    // What is asked has changed: where they stand is asked again.
    effect(() => {
      if (this.match.found()) untracked(() => this.again());
    });
  }

  /** From the head of the list, far above it. */
  reach(): void {
    const { nativeElement } = this.name();
    nativeElement.scrollIntoView({ block: 'center' });
    nativeElement.focus();
  }

  protected look(search: string): Promise<void> {
    const text = search.trim();
    if (text.length < 2) return Promise.resolve();
    return this.read({ search: text });
  }

  private again(): void {
    const serviceIds = this.found().map(({ serviceId }) => serviceId);
    if (serviceIds.length) void this.read({ serviceIds });
  }

  private read(which: { search: string } | { serviceIds: string[] }): Promise<void> {
    return this.latest.read(async () => this.api.post<WhyView[]>(this.inquiry.at('/matches/why'), { ...which, asked: await this.match.question() }), (found) => {
      this.found.set(found);
      this.nothing.set(!found.length);
      if ('search' in which) this.announcer.say(found.map(({ name, reasons }) => `${name}: ${reasons.join(' ')}`)[0] ?? 'No service is called that.');
    });
  }

  protected async bring({ name, bringIn }: WhyView): Promise<void> {
    if (!bringIn) return;
    await this.match.change(bringIn.change);
    this.announcer.say(`${name} is asked for so. ${this.match.found()?.total ?? 0} fit.`);
  }
}
