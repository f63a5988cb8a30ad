import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Api, read } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { CrisisLineView } from '../api/types';
import { Session } from '../session/session';
import { Announcer } from '../ui/announcer';
import { Icon } from '../ui/icon';
import { newId } from '../ui/new-id';
import { clockSeconds, today } from '../ui/time';
import { Told } from '../ui/told';
import { LANGUAGE_WORDS } from '../ui/words';

/** The crisis panel of every public page, as data: a number that ended yesterday is gone within a minute. */
@Component({
  selector: 'desk-crisis-lines',
  imports: [Icon, Told],
  templateUrl: './crisis-lines.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrisisLines {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  protected readonly mayChange = this.session.may('settings.change');
  protected readonly reading = read<CrisisLineView[]>(() => '/settings/crisis-lines');
  protected readonly lines = linkedSignal<readonly CrisisLineView[]>(() => (this.reading.hasValue() ? this.reading.value() : []));
  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly savedAt = signal<string | null>(null);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly problem = computed(() => this.failed() ?? (this.reading.error() ? problemOf(this.reading.error()) : null));
  protected readonly unchecked = computed(() => this.lines().filter(({ checkedOn }) => !checkedOn).length);
  protected readonly languages = Object.entries(LANGUAGE_WORDS).map(([code, name]) => ({ code, name }));

  protected set(line: CrisisLineView, part: Partial<CrisisLineView>): void {
    this.savedAt.set(null);
    this.lines.update((all) => all.map((each) => (each === line ? { ...each, ...part } : each)));
  }

  protected kind(line: CrisisLineView, kind: string): void {
    this.set(line, { kind: kind as CrisisLineView['kind'] });
  }

  protected add(): void {
    const last = this.lines().at(-1);
    const line: CrisisLineView = { id: newId(), place: last?.place ?? 'US', language: 'en', audience: 'everyone', kind: 'call', label: '', target: '', note: '', position: this.lines().length, source: '', checkedOn: null, checkedBy: null };
    this.lines.update((all) => [...all, line]);
  }

  protected remove(line: CrisisLineView): void {
    this.lines.update((all) => all.filter((each) => each !== line));
  }

  /** I called or read them all today: dates and my name go on each. */
  protected confirm(): Promise<void> {
    const on = today(new Date());
    const by = this.session.me()?.name ?? null;
    return this.save(this.lines().map((line) => ({ ...line, checkedOn: on, checkedBy: by })));
  }

  protected async save(lines: readonly CrisisLineView[]): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      this.lines.set(await this.api.put<CrisisLineView[]>('/settings/crisis-lines', { lines: lines.map((line, position) => ({ ...line, position })) }));
      this.savedAt.set(clockSeconds(new Date()));
      this.editing.set(false);
      this.announcer.say('Crisis lines saved.');
    } catch (error) {
      this.failed.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
