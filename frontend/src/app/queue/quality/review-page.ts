import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Act } from '../../api/act';
import { Api, failure, kept, read } from '../../api/api';
import type { QualityRecordView } from '../../api/types';
import { Coaching } from '../../session/coaching';
import { Session } from '../../session/session';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { patience } from '../../ui/patience';
import { Told } from '../../ui/told';
import { topicWords } from '../../ui/words';
import { POINTS, pointsName, QUESTIONS, SOURCE } from './quality-words';

/** One closed request read again: five questions and a note by its reviewer, an answer by who worked on it. */
@Component({
  selector: 'desk-review-page',
  imports: [Icon, RouterLink, Told],
  templateUrl: './review-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly coaching = inject(Coaching);
  private readonly me = inject(Session).me;
  readonly id = input.required<string>();
  private readonly path = (): string => `/quality/records/${encodeURIComponent(this.id())}`;
  protected readonly reading = read<QualityRecordView>(this.path);
  protected readonly record = kept<QualityRecordView>(this.path, this.reading);
  protected readonly problem = failure(this.reading);
  protected readonly slow = patience(() => this.reading.isLoading());
  protected readonly may = computed(() => new Set(this.record()?.actions ?? []));
  /** The person reads what was found of their own work. */
  protected readonly own = computed(() => this.record()?.specialist.id === this.me()?.id);
  protected readonly scores = linkedSignal<string, (number | null | undefined)[]>({ source: this.id, computation: () => Array.from(QUESTIONS, () => undefined) });
  protected readonly missing = signal(false);
  protected readonly empty = signal(false);
  protected readonly act = new Act();
  protected readonly questions = QUESTIONS;
  protected readonly points = POINTS;
  protected readonly source = SOURCE;
  protected readonly pointsName = pointsName;
  protected readonly topicWords = topicWords;

  constructor() {
    effect(() => {
      const record = this.record();
      if (!record) return;
      untracked(() => {
        if (record.scores && this.scores().every((each) => each === undefined)) this.scores.set([...record.scores]);
        if (this.own() && !record.seen) void this.api.post(`${this.path()}/seen`).then(() => { this.reading.reload(); return this.coaching.read(); }).catch(() => undefined);
      });
    });
  }

  protected choose(at: number, points: number | null): void {
    this.scores.update((all) => all.map((each, index) => (index === at ? points : each)));
  }

  protected async score(note: string): Promise<void> {
    this.missing.set(this.scores().includes(undefined));
    if (this.missing()) return document.getElementById(`question-${this.scores().indexOf(undefined)}-2`)?.focus();
    await this.change('Kept.', (version) => this.api.put(this.path(), { scores: this.scores(), note: note.trim() || null }, { version }));
  }

  protected async giveBack(reason: 'knows' | 'other'): Promise<void> {
    const version = this.record()?.version;
    if (await this.act.run(() => this.api.post(`${this.path()}/return`, { reason }, { version }))) {
      this.announcer.say('Given back. Another supervisor may draw it.');
      await this.router.navigateByUrl('/reviews');
    }
  }

  protected async answer(text: string): Promise<void> {
    this.empty.set(!text.trim());
    if (this.empty()) return document.getElementById('review-answer')?.focus();
    await this.change('Sent. Its author reads it.', (version) => this.api.post(`${this.path()}/answer`, { text: text.trim() }, { version }));
  }

  /** What was read again is shown also when it was refused: somebody changed it meanwhile. */
  private async change(told: string, work: (version: number | undefined) => Promise<unknown>): Promise<void> {
    const done = await this.act.run(() => work(this.record()?.version));
    this.announcer.say(done ? told : (this.act.problem()?.title ?? ''));
    this.reading.reload();
  }
}
