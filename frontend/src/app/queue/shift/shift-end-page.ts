import { ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ShiftRowView } from '../../api/types';
import { Session } from '../../session/session';
import { Icon } from '../../ui/icon';
import { KeyCap } from '../../ui/key-cap';
import { Keys } from '../../ui/keys';
import { Mark } from '../../ui/mark';
import { NeedsNet } from '../../ui/needs-net';
import { Now } from '../../ui/now';
import { patience } from '../../ui/patience';
import { Told } from '../../ui/told';
import { UrgencyChip } from '../../ui/urgency-chip';
import { LANGUAGE_WORDS, topicWords, word } from '../../ui/words';
import { takerWords } from '../assign/taker-words';
import { ShiftEndStore, type What } from './shift-end-store';
import { dueWords } from './shift-words';

const WAYS: readonly { code: What; name: string }[] = [{ code: 'keep', name: 'Keep' }, { code: 'give', name: 'Give to …' }, { code: 'back', name: 'Back to the queue' }];

/** All of one's open requests, what is due in each, and what becomes of them: one page and one press. */
@Component({
  selector: 'desk-shift-end-page',
  imports: [RouterLink, Icon, KeyCap, Mark, NeedsNet, Told, UrgencyChip],
  templateUrl: './shift-end-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShiftEndPage {
  private readonly page = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly now = inject(Now).value;
  protected readonly store = inject(ShiftEndStore);
  protected readonly ways = WAYS;
  protected readonly rows = this.store.rows;
  protected readonly slow = patience(() => !this.rows() && !this.store.problem());
  protected readonly count = computed(() => this.rows()?.length ?? 0);
  protected readonly topicWords = topicWords;
  protected readonly takerWords = takerWords;

  constructor() {
    void this.store.load();
    const remove = inject(Keys).add({ key: 'z', does: 'take the hand-over back', also: ['undo', 'revert'], press: () => void this.store.undo(), when: () => this.store.done() !== null });
    inject(DestroyRef).onDestroy(remove);
  }

  protected dues(row: ShiftRowView): string[] {
    return dueWords(row, this.now());
  }

  protected language(code: string): string {
    return word(LANGUAGE_WORDS, code);
  }

  protected async handOver(): Promise<void> {
    const open = await this.store.handOver();
    setTimeout(() => this.page.getElementById(open ? `to-${open}` : 'shift-done')?.focus());
  }

  protected signOut(): Promise<void> {
    return this.session.signOut();
  }
}
