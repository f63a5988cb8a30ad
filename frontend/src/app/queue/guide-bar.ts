import { ChangeDetectionStrategy, Component, DOCUMENT, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { Keys } from '../ui/keys';
import { Now } from '../ui/now';
import { atMoment } from '../ui/time';
import { Told } from '../ui/told';
import { topicWords } from '../ui/words';
import { Guide } from './guide';
import { QueueStore } from './queue-store';
import { RoutingForm } from './routing-form';
import { SkipForm } from './skip-form';

/** On top of the queue: the next request, the undo of a claim, and what goes back soon. */
@Component({
  selector: 'desk-guide-bar',
  imports: [Icon, KeyCap, SkipForm, Told, RoutingForm],
  templateUrl: './guide-bar.html',
  host: { '[class]': "inRequest() ? 'guide guide--here' : 'guide'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GuideBar {
  private readonly router = inject(Router);
  private readonly queue = inject(QueueStore);
  private readonly page = inject(DOCUMENT);
  private readonly now = inject(Now).value;
  protected readonly guide = inject(Guide);
  readonly openId = input<string | null>(null);
  /** Within the open request, where a phone shows no list: only what is about this request. */
  readonly inRequest = input(false);
  /** Nothing was free at the last press. */
  protected readonly none = signal(false);
  /** What comes first is being chosen. */
  protected readonly choosing = signal(false);
  protected readonly onGiven = computed(() => this.guide.given() !== null && this.guide.given() === this.openId());
  protected readonly topicWords = topicWords;

  constructor() {
    inject(DestroyRef).onDestroy(
      inject(Keys).add(
        { key: '.', does: 'next one', also: ['guide', 'give me work'], press: () => void this.next() },
        { key: 'z', does: 'undo the claim', also: ['take back', 'unclaim'], press: () => void this.undo(), when: () => this.guide.undoable() !== null },
      ),
    );
  }

  protected when(at: string): string {
    return atMoment(at, this.now());
  }

  protected async next(): Promise<void> {
    if (this.onGiven()) return this.guide.skipping.set(true); // another one than this asks why
    const id = await this.guide.next();
    this.none.set(!id && !this.guide.act.problem());
    if (id) this.open(id);
  }

  protected async skip({ reason, words }: { reason: string; words: string }): Promise<void> {
    if (!(await this.guide.skip(reason, words))) return;
    this.guide.given.set(null);
    await this.next();
    if (this.none()) void this.router.navigate(['/inquiries'], { queryParamsHandling: 'preserve' });
  }

  protected async undo(): Promise<void> {
    const id = await this.guide.undo();
    if (!id) return;
    await this.router.navigate(['/inquiries'], { queryParamsHandling: 'preserve' });
    this.queue.cursor.set(id);
    await this.queue.reload();
    setTimeout(() => this.page.getElementById(`row-${id}`)?.focus());
  }

  protected open(id: string): void {
    this.queue.cursor.set(id);
    void this.router.navigate(['/inquiries', id], { queryParamsHandling: 'preserve' });
  }
}
