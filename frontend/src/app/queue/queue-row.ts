import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueueItem } from '../api/types';
import { Icon } from '../ui/icon';
import { NeedsNet } from '../ui/needs-net';
import { Person } from '../ui/person';
import { age, ago } from '../ui/time';
import { UrgencyChip } from '../ui/urgency-chip';
import { AGE_WORDS, ASKER_WORDS, CHANNEL_ICONS, LANGUAGE_WORDS, REVIEW_WORDS, topicWords, word } from '../ui/words';
import { safeTo } from './contact-rules';
import { isOverdue, promiseWords } from './promise/promise-words';
import { sleepWords, wokeWords } from './snooze/snooze-words';
import type { LostClaim } from './queue-store';
import { Viewers } from './viewers';

/** One request in the queue: no name, no contact, no own words. */
@Component({
  selector: 'li[desk-row]',
  imports: [NeedsNet, RouterLink, Icon, Person, UrgencyChip, Viewers],
  templateUrl: './queue-row.html',
  host: { '[class]': 'look()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueRow {
  readonly item = input.required<QueueItem>();
  readonly now = input.required<Date>();
  readonly meId = input('');
  readonly here = input(false);
  readonly lost = input<LostClaim>();
  /** Chosen for an act on many. */
  readonly chosen = input(false);
  readonly picked = output<MouseEvent>();
  readonly claimed = output();
  readonly openedNext = output<QueueItem>();
  readonly dismissed = output();
  protected readonly needs = computed(() => topicWords(this.item().topics));
  protected readonly age = computed(() => age(this.item().openedAt, this.now()));
  /** Where the line below is not shown, what is due soon stands where the age does. */
  protected readonly dueSoon = computed(() => /^due in .*/.exec(promiseWords(this.item(), this.now()))?.[0] ?? '');
  protected readonly overdue = computed(() => isOverdue(this.item(), this.now()));
  protected readonly lostAgo = computed(() => ago(this.lost()?.at ?? '', this.now()));
  protected readonly icon = computed(() => CHANNEL_ICONS[this.item().channel] ?? 'ask');
  protected readonly safe = computed(() => safeTo(this.item().channel, this.item().voicemail));
  protected readonly language = computed(() => word(LANGUAGE_WORDS, this.item().language));
  protected readonly shortLanguage = computed(() => (this.item().language === 'ase' ? 'ASL' : this.item().language.toUpperCase()));
  protected readonly look = computed(() => `row${this.here() ? ' row--here' : ''}${this.lost() ? ' row--lost' : ''}`);
  protected readonly sub = computed(() => {
    const { asker, ageBand, minor, review, sleep, woke } = this.item();
    const rest = sleep ? `asleep ${sleepWords(sleep, this.now())}` : woke ? `woke: ${wokeWords(woke.why)}` : '';
    const who = word(ASKER_WORDS, asker);
    return [promiseWords(this.item(), this.now()), rest, who, ageBand ? `age ${word(AGE_WORDS, ageBand)}` : '', minor ? 'under 18' : '', review ? `to check: ${word(REVIEW_WORDS, review)}` : ''].filter(Boolean).join(', ');
  });
  protected readonly topicWords = topicWords;
}
