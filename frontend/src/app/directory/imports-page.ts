import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import type { ImportView } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import { ConflictsPart } from './conflicts-part';
import { whenOf } from './import-when';
import { ImportReport } from './import-report';
import { fieldWords, sumWords } from './import-words';
import { ImportsStore, sourceOf } from './imports-store';
import { Announcer } from '../ui/announcer';
import { Mark } from '../ui/mark';
import { Told } from '../ui/told';

const DOING = { sending: 'The file is being sent …', trying: 'It is being compared with the directory …', importing: 'It is being imported. Thousands of services take some minutes …' } as const;

/** Files become listings: choose, look what it would do, import; and what earlier runs told. */
@Component({
  selector: 'desk-imports-page',
  imports: [ConflictsPart, ImportReport, Mark, Told],
  providers: [ImportsStore],
  templateUrl: './imports-page.html',
  host: { class: 'room' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportsPage {
  protected readonly store = inject(ImportsStore);
  protected readonly doing = computed(() => {
    const doing = this.store.doing();
    return doing && DOING[doing];
  });
  protected readonly fields = computed(() => (this.store.file()?.fields ?? []).map((field) => ({ field, words: fieldWords(field) })));
  protected readonly presetNow = computed(() => this.store.file()?.presets.find(({ name }) => name === this.store.preset()));
  protected readonly open = signal<{ id: string; view: ImportView } | null>(null);
  protected readonly openProblem = signal<Problem | null>(null);
  protected readonly when = whenOf;
  protected readonly sum = sumWords;
  protected readonly sentForm = computed(() => this.store.file()?.form);
  private readonly conflicts = viewChild(ConflictsPart);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly result = viewChild<ElementRef<HTMLElement>>('result');

  constructor() {
    void this.store.load();
  }

  protected async send(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file) await this.store.send(file);
  }

  protected nameSource(text: string): void {
    this.store.source.set(sourceOf(text));
    this.store.foreseen.set(null);
  }

  protected meaning(preset: string): void {
    this.store.preset.set(preset);
    this.store.foreseen.set(null);
  }

  protected complete(on: boolean): void {
    this.store.complete.set(on);
    this.store.foreseen.set(null);
  }

  protected async tryOut(): Promise<void> {
    await this.store.tryOut();
    this.toResult();
  }

  protected async takeIn(): Promise<void> {
    await this.store.takeIn();
    void this.conflicts()?.load();
    this.toResult();
  }

  /** What its name says of a column that nobody chose for yet. */
  protected readonly guessed = computed(() => new Map(this.store.guesses().map(([column, field]) => [column, fieldWords(field)])));

  protected takeGuesses(): void {
    const taken = this.store.takeGuesses();
    this.announcer.say(taken === 1 ? 'One guess taken.' : `${taken} guesses taken.`);
    this.toColumns();
  }

  /** The file and what was chosen stay: it is looked at again after a change. */
  protected back(): void {
    this.store.foreseen.set(null);
    this.toColumns();
  }

  private toColumns(): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(this.sentForm() !== 'table' ? '#import-source' : this.store.preset() ? '#import-preset' : '#import-column-0')?.focus());
  }

  /** Who presses is led to what came of it. */
  private toResult(): void {
    setTimeout(() => this.result()?.nativeElement.focus());
  }

  protected async show(id: string): Promise<void> {
    this.openProblem.set(null);
    if (this.open()?.id === id) return this.open.set(null);
    try {
      this.open.set({ id, view: await this.store.told(id) });
    } catch (error) {
      this.openProblem.set(problemOf(error));
    }
  }
}
