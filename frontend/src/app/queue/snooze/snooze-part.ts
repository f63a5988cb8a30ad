import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, untracked } from '@angular/core';
import { Elsewhere } from '../../ui/elsewhere';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Now } from '../../ui/now';
import { Told } from '../../ui/told';
import { moment } from '../../ui/time';
import { InquiryStore } from '../inquiry-store';
import { QueueStore } from '../queue-store';
import { SnoozeSheet } from './snooze-sheet';
import { SnoozeStore } from './snooze-store';
import { sleepWords, wokeWords } from './snooze-words';

/** That a request sleeps, or why it woke, and what can be done about it. */
@Component({
  selector: 'desk-snooze-part',
  imports: [Elsewhere, Icon, KeyCap, SnoozeSheet, Told],
  template: `
    @if (asleep(); as words) {
      <div class="tell part"><svg icon="moon"></svg>
        <span><b>Snoozed</b> {{ words }}@if (store.sleep()?.until; as until) {<desk-elsewhere [at]="until" [person]="store.view()?.zone ?? null" />}.@if (store.view()?.last; as last) {@if (last.note) { “{{ last.note }}”}<span class="muted"> By {{ last.by }}.</span>}</span>
        @if (store.may()) {<button type="button" class="btn btn--small" (click)="store.up()">Wake it now</button>}
      </div>
    } @else if (store.woke(); as woke) {
      <div class="tell part" [class.tell--caution]="woke.why !== 'unsafe'" [class.tell--urgent]="woke.why === 'unsafe'"><svg icon="moon"></svg>
        <span><b>It woke.</b> {{ wokeWords(woke.why) }} <span class="muted">{{ at(woke.at) }}</span>@if (store.view()?.last?.note; as note) { “{{ note }}”}</span>
        @if (store.may()) {
          @if (store.view()?.last; as last) {<button type="button" class="btn btn--small" (click)="store.again()">Snooze as before@if (last.words) {: {{ last.words }}} <kbd of="y"></kbd></button>}
          <button type="button" class="btn btn--small" (click)="store.up()">Seen</button>
        }
      </div>
    }
    @if (!store.open()) {@if (store.act.problem(); as told) {<desk-told class="part" [problem]="told" />}}
    @if (store.open() && store.may()) {<desk-snooze-sheet />}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SnoozePart {
  private readonly now = inject(Now).value;
  private readonly queue = inject(QueueStore);
  private readonly inquiry = inject(InquiryStore);
  protected readonly store = inject(SnoozeStore);
  protected readonly wokeWords = wokeWords;
  protected readonly asleep = computed(() => {
    const sleep = this.store.sleep();
    return sleep && sleepWords(sleep, this.now());
  });

  constructor() {
    effect(() => {
      if (!this.queue.snoozing() || this.queue.snoozing() !== this.inquiry.inquiry()?.id) return;
      untracked(() => {
        this.queue.snoozing.set(null);
        this.store.open.set(this.store.may());
      });
    });
    inject(DestroyRef).onDestroy(this.addKeys());
  }

  protected at(time: string): string {
    return moment(time, this.now());
  }

  private addKeys(): () => void {
    return inject(Keys).add(
      { key: 's', does: 'snooze', also: ['later', 'put to sleep', 'remind me'], press: () => this.store.open.set(true), when: () => this.store.may() },
      { key: 'y', does: 'snooze as before', also: ['again', 'same time'], press: () => void this.store.again(), when: () => this.store.may() && this.store.woke() !== null && Boolean(this.store.view()?.last) },
    );
  }
}
