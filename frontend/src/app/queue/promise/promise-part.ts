import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { Elsewhere } from '../../ui/elsewhere';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { NeedsNet } from '../../ui/needs-net';
import { Now } from '../../ui/now';
import { moment } from '../../ui/time';
import { InquiryStore } from '../inquiry-store';
import { SnoozeStore } from '../snooze/snooze-store';
import { tickWhenDue } from './due-tick';
import { promiseLine } from './promise-words';
import { TrySheet } from './try-sheet';

/** By when the person is to hear from the desk for the first time, or when they did; and the place where a try is written down. */
@Component({
  selector: 'desk-promise-part',
  imports: [Elsewhere, Icon, KeyCap, NeedsNet, TrySheet],
  template: `
    @if (line(); as told) {
      <div class="tell part" [class.tell--caution]="told.look === 'overdue'" [class.tell--ok]="told.look === 'kept'"><svg icon="hour"></svg>
        <span><b>First contact</b> {{ told.words }}@if (told.at; as at) {{{ told.look === 'due' ? ', by ' + when(at) : '' }}<desk-elsewhere [at]="at" [person]="zone()" />}.</span>
        @if (mayTry()) {<button type="button" class="btn btn--small" needsNet (click)="open.set(true)">Log a try <kbd of="l"></kbd></button>}
      </div>
    }
    @if (open() && mayTry()) {<desk-try-sheet (closed)="open.set(false)" />}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PromisePart {
  private readonly now = inject(Now).value;
  private readonly store = inject(InquiryStore);
  private readonly snooze = inject(SnoozeStore);
  protected readonly open = signal(false);
  protected readonly mayTry = computed(() => this.store.may('try'));
  protected readonly zone = computed(() => this.snooze.view()?.zone ?? null);
  protected readonly line = computed(() => {
    const inquiry = this.store.inquiry();
    if (!inquiry) return null;
    return promiseLine(inquiry, this.now()) ?? (this.mayTry() ? { look: 'none', words: 'has no promised time', at: null } : null);
  });

  constructor() {
    tickWhenDue(() => [this.store.inquiry()?.dueAt ?? null]);
    inject(DestroyRef).onDestroy(
      inject(Keys).add({ key: 'l', does: 'log a try', also: ['reached', 'call', 'contact', 'voicemail'], press: () => this.open.set(true), when: () => this.mayTry() }),
    );
  }

  protected when(at: string): string {
    return moment(at, this.now());
  }
}
