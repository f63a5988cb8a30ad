import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Act } from '../../api/act';
import type { OptionView } from '../../api/match-types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Told } from '../../ui/told';
import { InquiryStore } from '../inquiry-store';
import { ReferPanel } from './refer-panel';
import { ReferStore } from './refer-store';

const ASKING = [{ way: 'link', name: 'We ask by link' }, { way: 'phone', name: 'We ask by phone' }] as const;

/** Three ways to a place that the person wants, all alike. Nothing is shared before they have heard exactly what. */
@Component({
  selector: 'desk-how-to-go',
  imports: [RouterLink, Icon, Told, ReferPanel],
  template: `
    @if (shown()) {
      <div class="go" role="group" [attr.aria-label]="'How to go: ' + option().name">
        <p class="label">How to go</p>
        <div class="acts">
          <button type="button" class="btn btn--equal" [attr.aria-disabled]="act.busy() ? true : null" (click)="self()">They make contact</button>
          @for (each of asking; track each.way) {
            <button type="button" class="btn btn--equal" [attr.aria-expanded]="way() === each.way" (click)="way.set(way() === each.way ? null : each.way)">{{ each.name }}</button>
          }
          <a class="link" [routerLink]="['/inquiries', inquiry.id(), 'card']"><svg icon="print"></svg>Card to read or print</a>
        </div>
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
        @if (way(); as asked) {
          <desk-refer-panel [option]="option()" [way]="asked" (closed)="way.set(null)" (byPhone)="way.set('phone')" />
        }
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HowToGo {
  private readonly store = inject(ReferStore);
  private readonly announcer = inject(Announcer);
  protected readonly inquiry = inject(InquiryStore);
  readonly option = input.required<OptionView>();
  protected readonly asking = ASKING;
  protected readonly act = new Act();
  protected readonly way = signal<'link' | 'phone' | null>(null);
  protected readonly shown = computed(() => {
    const { id, decision, needId } = this.option();
    const goesOn = this.inquiry.openNeeds().some((need) => need.id === needId);
    return decision === 'chosen' && goesOn && this.inquiry.may('refer') && !this.store.under(id);
  });

  protected async self(): Promise<void> {
    const { id, name } = this.option();
    if (await this.act.run(() => this.store.make({ optionId: id, way: 'self' }))) this.announcer.say(`They make contact with ${name}. Hand them a card.`);
  }
}
