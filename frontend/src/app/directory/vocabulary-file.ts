import { ChangeDetectionStrategy, Component, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { Act } from '../api/act';
import { Api } from '../api/api';
import type { TakeVocabulary, VocabularyImportView } from '../api/match-types';
import { Told } from '../ui/told';
import { counted } from './vocabulary-words';

/** A vocabulary's file: sent, looked at, loaded. */
@Component({
  selector: 'desk-vocabulary-file',
  imports: [Told],
  template: `
    <section aria-labelledby="vocabulary-file-title" class="import-form">
      <h2 id="vocabulary-file-title">Load another one</h2>
      <div class="field"><label for="vocabulary-file">File</label><input #file id="vocabulary-file" type="file" class="input" accept=".csv,.tsv,.txt,.xml" aria-describedby="vocabulary-file-hint" (change)="send(file)" />
        <span class="hint" id="vocabulary-file-hint">Terms in HSDS (taxonomy_terms.csv), Open Eligibility, the codes of SAMHSA or Gravity, or a table with the columns code and name. What a newer file no longer names is retired, never deleted.</span></div>
      @if (id()) {
        <div class="field"><label for="vocabulary-name">Name</label><input #name id="vocabulary-name" class="input" maxlength="200" aria-describedby="vocabulary-name-hint" (input)="changed()" /><span class="hint" id="vocabulary-name-hint">Leave it empty where the file says it. Codes of listings find it by this name.</span></div>
        <div class="field"><label for="vocabulary-version">Version</label><input #version id="vocabulary-version" class="input" maxlength="60" (input)="changed()" /></div>
        <div class="field"><label for="vocabulary-licence">Licence</label><input #licence id="vocabulary-licence" class="input" maxlength="200" (input)="changed()" /></div>
        <label class="tick"><input #publish type="checkbox" (change)="changed()" />Its licence lets everybody have it: show it in the open API</label>
        @if (!would()) {<p><button type="button" class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null" (click)="take(said(name, version, licence, publish), true)">See what it would do</button></p>}
        @else {<p class="import-acts"><button type="button" class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null" (click)="take(said(name, version, licence, publish), false)">Load it</button><button type="button" class="btn" (click)="forget()">Leave it</button></p>}
      }
      <p role="status" class="muted">{{ act.busy() ? doing() : '' }}</p>
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      @if (would() ?? done(); as view) {
        <div class="import-report">
          <h3 #result tabindex="-1">{{ would() ? 'What it would do' : 'Loaded' }}</h3>
          @for (one of view.vocabularies; track one.name) {
            <p><b>{{ one.name }}</b>, version {{ one.version }}: {{ count(one.terms, 'term') }}, {{ one.added }} added, {{ one.changed }} changed, {{ one.retired }} retired, {{ one.back }} taken up again.</p>
            @if (one.added + one.changed + one.retired + one.back === 0) {<p class="muted">Nothing has changed: all of it was here already.</p>}
            @if (one.vanished.length) {<p class="hint">No longer named: {{ one.vanished.join(', ') }}</p>}
          }
          @if (view.defects.length) {
            <ul class="import-changes" aria-label="Defects">@for (defect of view.defects; track $index) {<li>{{ defect.detail }}&ngsp;<span class="hint">{{ defect.action === 'refused' ? 'Left out' : 'Mended' }}@if (defect.column) {, column {{ defect.column }}}, {{ defect.count === 1 ? 'row' : 'rows' }} {{ defect.rows.join(', ') }}</span></li>}</ul>
          }
        </div>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VocabularyFile {
  readonly taken = output();
  private readonly api = inject(Api);
  private readonly result = viewChild<ElementRef<HTMLElement>>('result');
  protected readonly id = signal('');
  protected readonly act = new Act();
  protected readonly doing = signal('');
  protected readonly would = signal<VocabularyImportView | null>(null);
  protected readonly done = signal<VocabularyImportView | null>(null);
  protected readonly count = counted;

  protected async send(input: HTMLInputElement): Promise<void> {
    this.forget();
    const file = input.files?.[0];
    if (file) await this.during('The file is being sent …', async () => this.id.set((await this.api.send<{ id: string }>('/imports/files', file)).id));
  }

  protected said(name: HTMLInputElement, version: HTMLInputElement, licence: HTMLInputElement, publish: HTMLInputElement): TakeVocabulary {
    const texts = { name: name.value.trim(), version: version.value.trim(), licence: licence.value.trim() };
    return { ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text)), ...(publish.checked && { publish: true }) };
  }

  protected async take(said: TakeVocabulary, dry: boolean): Promise<void> {
    await this.during(dry ? 'It is being compared …' : 'It is being loaded …', async () => {
      const view = await this.api.post<VocabularyImportView>(`/imports/files/${this.id()}/vocabulary${dry ? '/dry-run' : ''}`, said);
      if (dry) this.would.set(view);
      else {
        this.forget();
        this.done.set(view);
        this.taken.emit();
      }
      setTimeout(() => this.result()?.nativeElement.focus());
    });
  }

  /** What was foreseen holds no more. */
  protected changed(): void {
    this.would.set(null);
  }

  protected forget(): void {
    this.id.set('');
    for (const one of [this.act.problem, this.would, this.done]) one.set(null);
  }

  private during(words: string, work: () => Promise<void>): Promise<boolean> {
    if (!this.act.busy()) this.doing.set(words);
    return this.act.run(work);
  }
}
