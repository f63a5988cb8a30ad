import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import type { TriedView } from '../api/match-types';
import { Session } from '../session/session';
import { Told } from '../ui/told';
import { stretchesOf } from '../ui/words-marked';
import { LexiconStore } from './lexicon-store';
import { linesOf, percent, soundChange } from './lexicon-words';

const PAUSE_MS = 250;
const PARTS = [{ kind: 'needs', name: 'Needs' }, { kind: 'kinds', name: 'Kinds of help' }, { kind: 'populations', name: 'For whom' }, { kind: 'facts', name: 'Facts' }] as const;

/** Words that somebody pastes, read as they are read now and with the line that is being written. They leave with the page, and when it is locked. */
@Component({
  selector: 'desk-try-out',
  imports: [Told],
  templateUrl: './try-out.html',
  host: { class: 'try-out' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TryOut {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly store = inject(LexiconStore);
  private readonly latest = new Latest();
  protected readonly problem = this.latest.problem;
  protected readonly text = signal('');
  protected readonly whom = signal<'self' | 'other' | ''>('');
  protected readonly found = signal<{ text: string; view: TriedView } | null>(null);
  /** What is shown: with the change where there is one. */
  protected readonly reading = computed(() => this.found()?.view.after ?? this.found()?.view.before ?? null);
  protected readonly parts = computed(() => {
    const view = this.found()?.view;
    return view ? PARTS.map(({ kind, name }) => ({ name, lines: linesOf(kind, view.before, view.after) })).filter(({ lines }) => lines.length) : [];
  });
  protected readonly sound = computed(() => {
    const view = this.found()?.view;
    return view ? soundChange(view.before, view.after) : null;
  });
  protected readonly stretches = computed(() => {
    const reading = this.reading();
    return reading ? stretchesOf(this.found()?.text ?? '', reading.heard, reading.sounds?.because ?? []) : [];
  });
  protected readonly percent = percent;

  constructor() {
    effect(() => {
      if (this.session.locked()) untracked(() => this.forget());
    });
    effect((onCleanup) => {
      const [text, whom, entry] = [this.text(), this.whom(), this.store.draft()];
      this.store.page(); // a change was saved: the same words may be read otherwise
      untracked(() => this.latest.drop());
      if (!text.trim()) return untracked(() => this.found.set(null));
      const timer = setTimeout(() => void this.read(text, whom, entry?.pattern.trim() && entry.weight > 0 ? entry : null), PAUSE_MS);
      return onCleanup(() => clearTimeout(timer));
    });
  }

  private read(text: string, whom: string, entry: object | null): Promise<void> {
    return this.latest.read(() => this.api.post<TriedView>('/lexicon/try', { text, ...(whom && { whom }), ...(entry && { entry }) }), (view) => this.found.set({ text, view }));
  }

  protected asWhom(value: string): 'self' | 'other' | '' {
    return value === 'self' || value === 'other' ? value : '';
  }

  protected forget(): void {
    this.latest.drop();
    this.text.set('');
    this.found.set(null);
  }
}
