import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../api/act';
import type { MergedView, TwinSide, TwinView } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { checkedOn, sameWords } from './listing-words';
import { ListingsStore } from './listings-store';

/** Two listings that look like one, side by side: a person says whether they are. Undone within 30 days. */
@Component({
  selector: 'desk-twins',
  imports: [RouterLink, Told],
  templateUrl: './twins-part.html',
  host: { class: 'steward-part' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TwinsPart {
  protected readonly store = inject(ListingsStore);
  protected readonly act = new Act();
  protected readonly same = sameWords;
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;

  protected checked = (side: TwinSide): string => checkedOn(side.assuredDate, this.now());
  protected when = ({ at }: MergedView): string => moment(at, this.now());

  protected decide(pair: TwinView, kept?: TwinSide): Promise<boolean> {
    return this.act.run(async () => {
      await this.store.decide(pair, kept?.id);
      this.announcer.say(kept ? `${kept.name} goes on; the other left the offers.` : 'They are two, and are not asked about again.');
    });
  }

  protected undo(one: MergedView): Promise<boolean> {
    return this.act.run(async () => {
      await this.store.undo(one.id);
      this.announcer.say(`${one.merged} is a listing of its own again.`);
    });
  }
}
