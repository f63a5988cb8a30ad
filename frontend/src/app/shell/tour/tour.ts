import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Live } from '../../api/live';
import { FirstSteps } from '../../session/first-steps';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { after, BEGIN, TOUR, type TourPlace } from './tour-steps';

const KEY = 'first-tour';
/** Asked for at the real desk: it begins when the practice desk opens in this tab. */
const ASKED = 'asked';

function kept(): TourPlace | null {
  const said = sessionStorage.getItem(KEY);
  return said && said !== ASKED ? (JSON.parse(said) as TourPlace) : null;
}

/** The first tour. It is made at the practice desk alone, which is where the shell asks for it. It stays where it was when the page is read anew. */
@Injectable({ providedIn: 'root' })
export class Tour {
  private readonly steps = inject(FirstSteps);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  /** Null while nobody is on it. */
  readonly place = signal<TourPlace | null>(kept());
  readonly step = computed(() => TOUR[this.place()?.step ?? -1]);
  readonly done = computed(() => this.place()?.step === TOUR.length);
  /** Offered once. */
  readonly offered = computed(() => !this.place() && !this.steps.value().tour);

  constructor() {
    inject(Live).events.pipe(takeUntilDestroyed()).subscribe((event) => {
      const [before, me] = [this.place(), this.session.me()?.id];
      if (before && me) this.go(after(before, event, me));
    });
    effect(() => {
      const place = this.place();
      if (place) sessionStorage.setItem(KEY, JSON.stringify(place));
    });
    if (sessionStorage.getItem(KEY) === ASKED) this.begin();
  }

  begin(): void {
    void this.steps.know('tour');
    this.go(BEGIN);
  }

  /** Skipped or over. */
  end(): void {
    if (!this.steps.value().tour) void this.steps.know('tour');
    sessionStorage.removeItem(KEY);
    this.place.set(null);
  }

  /** The practice desk begins anew, and the request of the tour is gone with it. */
  fromTheBeginning(): void {
    if (!this.place()) return;
    this.place.set(null);
    askForTour();
  }

  private go(to: TourPlace): void {
    const before = this.place();
    if (before?.step === to.step && before.subject === to.subject) return;
    this.place.set(to);
    const step = TOUR[to.step];
    if (before?.step !== to.step) this.announcer.say(step ? `Step ${to.step + 1} of ${TOUR.length}. ${step.title}. ${step.does}` : 'The tour is over.');
  }
}

/** Leads from the real desk to the tour: it begins where practice opens. */
export const askForTour = (): void => sessionStorage.setItem(KEY, ASKED);
