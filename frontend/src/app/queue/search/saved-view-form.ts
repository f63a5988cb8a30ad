import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import type { SavedViewView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { BothValuesPart } from '../../ui/both-values';
import { Meeting } from '../../ui/meeting';
import { NeedsNet } from '../../ui/needs-net';
import { Told } from '../../ui/told';

interface Fields { name: string; query: string }

/** Another name or other words. Where somebody else changed them meanwhile, both stand beside each other until one is picked. */
@Component({
  selector: 'desk-saved-view-form',
  imports: [BothValuesPart, NeedsNet, Told],
  template: `
    <form class="part-form" [attr.aria-label]="'Change ' + kept().name" novalidate (submit)="$event.preventDefault(); save()">
      @if (meeting.open()) {<desk-both-values [taken]="meeting.taken()" [rows]="meeting.rows()" [picks]="meeting.picks()" [asked]="meeting.asked()" (picked)="pick($event)" />}
      <div class="fields">
        <div class="field"><label for="kept-name">Name</label><input #name id="kept-name" class="input" maxlength="40" autocomplete="off" [value]="fields().name" (input)="write({ name: name.value })" /></div>
        <div class="field"><label for="kept-query">Words</label><input #query id="kept-query" class="input" maxlength="300" autocomplete="off" autocapitalize="none" spellcheck="false" [value]="fields().query" (input)="write({ query: query.value })" /></div>
      </div>
      @for (each of faults(); track $index) {<p class="fault">{{ each }}</p>}
      @if (shown(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button needsNet class="btn btn--primary" [busy]="act.busy()">Keep it</button><button type="button" class="btn" (click)="over.emit()">Leave it</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SavedViewForm {
  readonly kept = input.required<SavedViewView>();
  readonly over = output();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly act = new Act();
  protected readonly meeting = new Meeting<Fields>({ fields: ['name', 'query'], name: (field) => (field === 'name' ? 'Name' : 'Words'), value: (field, from) => from[field] });
  /** What was read when the form opened: the list behind it goes on. */
  private base: SavedViewView | null = null;
  protected readonly fields = linkedSignal<Fields>(() => untracked(() => ({ name: this.kept().name, query: this.kept().query })));
  protected readonly faults = computed(() => (this.act.problem()?.errors ?? []).map(({ field, detail }) => `${this.typed(field)}${detail ?? ''}.`));
  protected readonly shown = computed(() => (this.faults().length || this.meeting.open() ? null : this.act.problem()));

  constructor() {
    effect(() => { this.base ??= this.kept(); });
    setTimeout(() => document.getElementById('kept-name')?.focus());
  }

  protected write(part: Partial<Fields>): void {
    this.fields.update((fields) => ({ ...fields, ...part }));
  }

  protected pick({ field, whose }: { field: string; whose: 'theirs' | 'yours' }): void {
    this.write(this.meeting.pick(field, whose));
  }

  protected async save(): Promise<void> {
    const base = this.base ?? this.kept();
    if (this.meeting.open() && !this.meeting.decided()) return;
    if (await this.act.run(() => this.api.put(`/queue/saved/${base.id}`, this.fields(), { version: base.version }))) {
      this.announcer.say('Kept.');
      return this.over.emit();
    }
    const since = this.act.problem()?.extra['since'] as (Fields & { version: number }) | undefined;
    if (!since) return;
    this.fields.set(this.meeting.begin({ name: base.name, query: base.query }, this.fields(), since));
    this.base = { ...base, ...since };
  }

  /** "“zz” is not understood. " where a word of the search is meant. */
  private typed(field: string): string {
    if (!field.startsWith('words.')) return '';
    return `“${this.fields().query.split(/\s+/).filter(Boolean)[Number(field.slice(6))] ?? ''}” is not understood. `;
  }
}
