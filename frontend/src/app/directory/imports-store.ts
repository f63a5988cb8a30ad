import { Injectable, computed, inject, signal } from '@angular/core';
import { Api } from '../api/api';
import type { FileView, ImportView, RunView, TakeIn } from '../api/match-types';
import { problemOf, type Problem } from '../api/problem';
import { Latest } from '../api/latest';

/** Bytes that the desk takes. */
export const LARGEST = 20 * 1024 * 1024;
type Field = NonNullable<TakeIn['columns']>[number]['field'];
type Doing = 'sending' | 'trying' | 'importing' | null;

/** One file on its way into the directory, and the runs before it. */
@Injectable()
export class ImportsStore {
  private readonly api = inject(Api);
  readonly runs = signal<readonly RunView[]>([]);
  private readonly latest = new Latest();
  readonly loading = this.latest.loading;
  readonly runsProblem = this.latest.problem;
  readonly file = signal<FileView | null>(null);
  readonly fileName = signal('');
  readonly source = signal('');
  /** Empty: the columns are chosen one by one. */
  readonly preset = signal('');
  /** What each column fills. */
  readonly chosen = signal<ReadonlyMap<string, Field>>(new Map());
  readonly complete = signal(false);
  readonly doing = signal<Doing>(null);
  readonly problem = signal<Problem | null>(null);
  /** What it would do, and then what it did. */
  readonly foreseen = signal<ImportView | null>(null);
  readonly done = signal<ImportView | null>(null);
  /** A table needs to know which column holds the name. */
  readonly ready = computed(() => this.source() !== '' && (this.file()?.form === 'hsds' || this.preset() !== '' || [...this.chosen().values()].includes('name')));

  /** What is guessed of columns that nobody chose for; a field that somebody chose is not guessed again, but telephones. */
  readonly guesses = computed(() => {
    const taken = new Set(this.chosen().values());
    return (this.file()?.columns ?? []).flatMap(({ name, guess }): [string, Field][] => (guess && !this.chosen().has(name) && (guess === 'phone' || !taken.has(guess)) ? [[name, guess]] : []));
  });

  load(): Promise<void> {
    return this.latest.read(() => this.api.get<RunView[]>('/imports'), (runs) => this.runs.set(runs));
  }

  /** Sends a file, and takes the preset that fits it. */
  async send(file: File): Promise<void> {
    this.forget();
    if (file.size > LARGEST) return this.problem.set({ status: 413, code: 'import.too-large', title: `This file has ${Math.ceil(file.size / 1024 / 1024)} MB. The desk takes 20 MB; larger ones go by the command line.`, errors: [], extra: {} });
    this.fileName.set(file.name);
    if (!this.source()) this.source.set(sourceOf(file.name));
    await this.during('sending', async () => {
      const view = await this.api.send<FileView>('/imports/files', file);
      this.file.set(view);
      this.preset.set(view.preset ?? '');
    });
  }

  choose(column: string, field: string): void {
    this.chosen.update((all) => new Map(field ? [...all, [column, field as Field]] : [...all].filter(([one]) => one !== column)));
    this.foreseen.set(null);
  }

  /** Takes what the names of columns say, where nobody chose; how many. */
  takeGuesses(): number {
    const guesses = this.guesses();
    this.chosen.update((all) => new Map([...all, ...guesses]));
    this.foreseen.set(null);
    return guesses.length;
  }

  tryOut(): Promise<void> {
    return this.during('trying', async () => this.foreseen.set(await this.api.post<ImportView>(`/imports/files/${this.file()?.id}/dry-run`, this.given())));
  }

  takeIn(): Promise<void> {
    return this.during('importing', async () => {
      this.done.set(await this.api.post<ImportView>(`/imports/files/${this.file()?.id}/import`, this.given()));
      this.file.set(null);
      this.foreseen.set(null);
      await this.load();
    });
  }

  /** What an earlier run told. Throws what `problemOf` reads. */
  told(id: string): Promise<ImportView> {
    return this.api.get<ImportView>(`/imports/${id}`);
  }

  forget(): void {
    for (const one of [this.file, this.foreseen, this.done, this.problem]) one.set(null);
    this.chosen.set(new Map());
  }

  private given(): TakeIn {
    const columns = [...this.chosen()].map(([column, field]) => ({ column, field }));
    return { source: this.source(), complete: this.complete(), ...(this.file()?.form === 'table' && (this.preset() ? { preset: this.preset() as NonNullable<TakeIn['preset']> } : { columns })) };
  }

  private async during(doing: Doing, work: () => Promise<void>): Promise<void> {
    if (this.doing()) return;
    this.doing.set(doing);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.doing.set(null);
    }
  }
}

/** A source's name made of a file's: small letters, digits and hyphens. */
export const sourceOf = (name: string): string =>
  name
    .replace(/\.[a-z0-9]+$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
