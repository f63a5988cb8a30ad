import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Counts } from '../api/counts';
import { problemOf, type Problem } from '../api/problem';
import { Session } from '../session/session';
import { focusIfLost } from '../ui/focus';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { Keys } from '../ui/keys';
import { NeedsNet } from '../ui/needs-net';
import { Now } from '../ui/now';
import { patience } from '../ui/patience';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { UrgencyChip } from '../ui/urgency-chip';
import { LANGUAGE_WORDS, URGENCY_WORDS, topicWords, word } from '../ui/words';
import { GivenPart } from './assign/given-part';
import { GiveSheet } from './assign/give-sheet';
import { Beat } from './beat';
import { ContactSafely } from './contact-safely';
import { CrisisPart } from './crisis/crisis-part';
import { CrisisStore } from './crisis/crisis-store';
import { FactsPart } from './facts-part';
import { GuideBar } from './guide-bar';
import { HistoryPart } from './history-part';
import { flagsOf, helperOf, personOf } from './inquiry-words';
import { InquiryStore } from './inquiry-store';
import { MatchDrawer } from './match-drawer';
import { MatchStore } from './match-store';
import { MessagesPart } from './messages/messages-part';
import { MessagesStore } from './messages/messages-store';
import { NeedsPart } from './needs-part';
import { NoteComposer } from './note-composer';
import { OnBehalfPart } from './on-behalf/on-behalf-part';
import { OnBehalfStore } from './on-behalf/on-behalf-store';
import { PendingPart } from './on-behalf/pending-part';
import { OptionsPart } from './options-part';
import { PromisePart } from './promise/promise-part';
import { QueueStore } from './queue-store';
import { ReferStore } from './refer/refer-store';
import { ReferralsPart } from './refer/referrals-part';
import { RevealPanel } from './reveal-panel';
import { TogetherPart } from './together/together-part';
import { findsOnArrival } from './taking-down/arrival';
import { cameBy } from './taking-down/said-words';
import { SnoozePart } from './snooze/snooze-part';
import { SnoozeStore } from './snooze/snooze-store';
import { TaskStore } from './tasks/task-store';
import { TasksPart } from './tasks/tasks-part';
import { UnderstoodStore } from './understood-store';
import { UrgencyHint } from './urgency-hint';
import { Viewers } from './viewers';
import { WordsPart } from './words-part';

/** One request as its specialist works on it. */
@Component({
  selector: 'desk-inquiry-desk',
  imports: [NeedsNet, KeyCap, RouterLink, Icon, Told, UrgencyChip, ContactSafely, FactsPart, HistoryPart, MatchDrawer, MessagesPart, NeedsPart, NoteComposer, OptionsPart, ReferralsPart, RevealPanel, TogetherPart, UrgencyHint, WordsPart, Viewers, SnoozePart, GuideBar, GivenPart, GiveSheet, PromisePart, CrisisPart, OnBehalfPart, PendingPart, TasksPart],
  providers: [InquiryStore, MatchStore, MessagesStore, ReferStore, UnderstoodStore, Beat, SnoozeStore, CrisisStore, OnBehalfStore, TaskStore],
  templateUrl: './inquiry-desk.html',
  host: { class: 'at-work' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InquiryDesk {
  private readonly router = inject(Router);
  private readonly queue = inject(QueueStore);
  private readonly counts = inject(Counts);
  private readonly now = inject(Now).value;
  private readonly beat = inject(Beat);
  protected readonly session = inject(Session);
  protected readonly store = inject(InquiryStore);
  protected readonly match = inject(MatchStore);
  protected readonly snooze = inject(SnoozeStore);
  private readonly crisis = inject(CrisisStore);
  private readonly onBehalf = inject(OnBehalfStore);
  private readonly tasks = inject(TaskStore);
  readonly id = input.required<string>();
  private readonly composer = viewChild(NoteComposer);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly slow = patience(() => this.store.loading() && !this.store.inquiry());
  protected readonly releasing = signal(false);
  /** A colleague is being chosen who takes it. */
  protected readonly giving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly title = computed(() => topicWords(this.store.inquiry()?.topics ?? []));
  protected readonly lost = computed(() => this.queue.lost().get(this.id()));
  protected readonly mine = computed(() => this.store.inquiry()?.assignee?.id === this.session.me()?.id);
  /** The next step is to look: a need that goes on has no option yet. */
  protected readonly looksForHelp = computed(() => this.store.openNeeds().some(({ status }) => status === 'open'));
  protected readonly cameBy = cameBy;
  protected readonly flagsOf = flagsOf;
  protected readonly helperOf = helperOf;
  protected readonly personOf = personOf;

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.turnTo(id));
    });
    effect(() => {
      if (this.store.inquiry()?.id === this.id()) setTimeout(() => focusIfLost(this.heading()?.nativeElement));
    });
    findsOnArrival(() => this.store.inquiry()?.id === this.id() && this.store.may('match'), () => void this.match.open());
    inject(DestroyRef).onDestroy(this.addKeys());
  }

  protected when(at: string): string {
    return moment(at, this.now());
  }

  protected language(code: string): string {
    return word(LANGUAGE_WORDS, code);
  }

  protected urgency(code: string): string {
    return word(URGENCY_WORDS, code);
  }

  protected async claim(): Promise<void> {
    await this.queue.claim(this.id());
    this.store.reload();
  }

  protected async release(reason: string): Promise<void> {
    this.problem.set(null);
    try {
      await this.store.release(reason.trim());
      this.releasing.set(false);
      this.counts.reload();
      void this.router.navigate(['/inquiries'], { queryParamsHandling: 'preserve' });
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected toggleMatch(): void {
    if (this.match.isOpen()) this.match.close();
    else void this.match.open();
  }

  protected writeNote(): void {
    this.match.close();
    setTimeout(() => this.composer()?.focus());
  }

  private turnTo(id: string): void {
    this.match.close();
    this.match.reset();
    this.releasing.set(false);
    this.giving.set(false);
    this.snooze.open.set(false);
    this.crisis.opening.set(false);
    this.onBehalf.writing.set(null);
    this.tasks.writing.set(null);
    this.problem.set(null);
    this.store.id.set(id);
    this.beat.turnTo(id);
  }

  private addKeys(): () => void {
    return inject(Keys).add(
      { key: 'n', does: 'note', also: ['write', 'remark', 'comment'], press: () => this.writeNote(), when: () => this.store.may('note') },
      { key: 'a', does: 'give to a colleague', also: ['assign', 'hand over', 'transfer'], press: () => this.giving.set(true), when: () => this.store.may('assign') },
      { key: 'f', does: 'find', also: ['match', 'search services', 'what could help'], press: () => this.toggleMatch(), when: () => this.store.may('match') },
    );
  }
}
