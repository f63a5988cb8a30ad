import { ChangeDetectionStrategy, Component, DOCUMENT, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Act } from '../../api/act';
import { Counts } from '../../api/counts';
import type { PossibleView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { moment } from '../../ui/time';
import { Told } from '../../ui/told';
import { TOPIC_WORDS, topicWords, word } from '../../ui/words';
import { InquiryStore } from '../inquiry-store';
import { QueueStore } from '../queue-store';
import { BesideSheet } from './beside-sheet';
import { TogetherStore } from './together-store';
import { hintOf, likenessOf } from './together-words';

/** What may be one with this request, what was said of it, and what was merged: read beside it, moved by nothing. */
@Component({
  selector: 'desk-together-part',
  imports: [BesideSheet, Icon, RouterLink, Told],
  providers: [TogetherStore],
  templateUrl: './together-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TogetherPart {
  private readonly announcer = inject(Announcer);
  private readonly counts = inject(Counts);
  private readonly now = inject(Now).value;
  private readonly page = inject(DOCUMENT);
  private readonly queue = inject(QueueStore);
  private readonly router = inject(Router);
  protected readonly inquiry = inject(InquiryStore);
  protected readonly store = inject(TogetherStore);
  protected readonly act = new Act();
  protected readonly looking = signal(false);
  /** Id of the other request, while both stand side by side. */
  protected readonly beside = signal<string | null>(null);
  protected readonly hint = computed(() => hintOf(this.store.said().open));

  constructor() {
    effect(() => {
      this.inquiry.id();
      this.looking.set(false);
      this.beside.set(null);
    });
  }

  protected when = (at: string): string => moment(at, this.now());
  protected needs = ({ topics }: PossibleView): string => topicWords(topics);
  protected topic = (code: string): string => word(TOPIC_WORDS, code);
  protected likeness = ({ because }: PossibleView): string => likenessOf(because);
  protected state = ({ assignee, status, openedAt }: PossibleView): string => `sent ${this.when(openedAt)}, ${status === 'closed' ? 'closed' : assignee ? `with ${assignee.name}` : 'with nobody'}`;

  protected async say(one: PossibleView, kind: 'linked' | 'apart'): Promise<void> {
    if (!(await this.act.run(() => this.store.say(one.id, kind)))) return;
    this.announcer.say(kind === 'linked' ? `${one.reference} is linked.` : `${one.reference} is no hint any more.`);
    this.backTo('linked-title');
  }

  protected async endTie(one: PossibleView): Promise<void> {
    if (!(await this.act.run(() => this.store.endTie(one.id)))) return;
    this.announcer.say(`Nothing is said of ${one.reference} any more.`);
    this.backTo('possible-title');
  }

  protected async unmerge(goneId: string): Promise<void> {
    if (!(await this.act.run(() => this.store.unmerge(goneId)))) return;
    this.counts.reload();
    void this.queue.reload();
    this.announcer.say('They are two requests again, both as before.');
  }

  protected after(keptId: string | null): void {
    this.inquiry.reload();
    if (keptId === null) return;
    this.counts.reload();
    void this.queue.reload();
    if (keptId !== this.inquiry.id()) void this.router.navigate(['/inquiries', keptId], { queryParamsHandling: 'preserve' });
  }

  /** The button that was pressed is gone: the focus goes to where it now stands, or to the request. */
  private backTo(id: string): void {
    setTimeout(() => (this.page.getElementById(id) ?? this.page.querySelector<HTMLElement>('.case-head h1'))?.focus(), 300);
  }
}
