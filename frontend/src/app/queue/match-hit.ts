import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { MatchView } from '../api/match-types';
import { Icon } from '../ui/icon';
import { milesText, WAYS } from './match-words';
import { ServiceDetail } from './service-detail';
import { verdictIcon, verdictLook, verdictWord } from './verdicts';

/** One service with its reasons: meets, a question to ask, does not. */
@Component({
  selector: 'article[desk-hit]',
  imports: [Icon, ServiceDetail],
  templateUrl: './match-hit.html',
  host: { '[class]': 'here() ? "hit hit--here" : "hit"', '[attr.aria-labelledby]': '"hit-" + hit().serviceId' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchHit {
  readonly hit = input.required<MatchView>();
  readonly here = input(false);
  readonly listed = input(false);
  readonly offered = input(false);
  /** Its number in the list, where a map shows the same. */
  readonly number = input<number | null>(null);
  /** Marked to be compared. */
  readonly compared = input(false);
  /** Its details stand beside the list, not in it. */
  readonly beside = input(false);
  /** Its details are asked for where they stand beside the list. */
  readonly shown = output();
  readonly toggled = output();
  readonly compare = output();
  protected readonly more = signal(false);
  protected readonly icon = verdictIcon;
  protected readonly look = verdictLook;
  protected readonly verdict = verdictWord;
  protected readonly distance = computed(() => {
    const miles = this.hit().distanceMiles;
    return miles === null ? '' : `${milesText(miles)} mi`;
  });
  protected readonly formats = computed(() => this.hit().format.map((code) => WAYS[code] ?? code).map((name, at) => (at ? name.toLowerCase() : name)).join(' or '));
}
