import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { Act } from '../../api/act';
import { Api } from '../../api/api';
import { Latest } from '../../api/latest';
import { faultOf } from '../../api/problem';
import type { TemplateView, TriedTemplateView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { NeedsNet } from '../../ui/needs-net';
import { Pause } from '../../ui/pause';
import { Told } from '../../ui/told';
import { LANGUAGE_WORDS, word } from '../../ui/words';
import { KIND_WORDS } from './template-words';

type Kind = TemplateView['kind'];

/** One ready text: its words by language, and under each exactly what will be inserted. */
@Component({
  selector: 'desk-template-form',
  imports: [NeedsNet, Told],
  template: `
    <form class="part-form" [attr.aria-label]="template().version ? 'Change ' + template().title : 'New text'" novalidate (submit)="$event.preventDefault(); save()">
      <div class="fields">
        <div class="field"><label for="t-title">Title</label><input #name id="t-title" class="input" maxlength="80" autocomplete="off" [value]="title()" (input)="title.set(name.value)" [attr.aria-invalid]="fault('title') ? true : null" [attr.aria-describedby]="fault('title') ? 't-title-fault' : null" />@if (fault('title'); as told) {<p class="fault" id="t-title-fault">{{ told }}</p>}</div>
        <div class="field"><label for="t-kind">What it is for</label><select #sort id="t-kind" class="input" (change)="kind.set($any(sort.value))">@for (each of kinds; track each.code) {<option [value]="each.code" [selected]="each.code === kind()">{{ each.name }}</option>}</select></div>
      </div>
      <p><label class="tick"><input #plain type="checkbox" [checked]="neutral()" (change)="neutral.set(plain.checked)" />Neutral: it names no service and not the desk, so that it is safe where somebody else may read or hear it</label></p>
      <p class="hint">Variables: {{ variables }}. One that a request cannot fill refuses the text there, by its name.</p>
      @for (code of languages(); track code) {
        <div class="field">
          <label [for]="'t-text-' + code">{{ language(code) }}</label>
          <textarea #text [id]="'t-text-' + code" class="area" rows="3" maxlength="2000" dir="auto" [attr.lang]="code" [value]="texts()[code] ?? ''" (input)="write(code, text.value)" [attr.aria-invalid]="fault('texts.' + code) ? true : null" [attr.aria-describedby]="'t-preview-' + code"></textarea>
          <div [id]="'t-preview-' + code">
            @if (tried()[code]; as it) {
              @for (each of it.faults; track each) {<p class="fault">{{ each }}</p>}
              @if (it.text) {<p class="hint">As it will stand, with an invented person:</p><blockquote class="pre" dir="auto" [attr.lang]="code">{{ it.text }}</blockquote>}
            }
            @if (fault('texts.' + code); as told) {@if (!tried()[code]?.faults?.length) {<p class="fault">{{ told }}</p>}}
          </div>
        </div>
      }
      @if (others().length) {<div class="field"><label for="t-more">Another language</label><select #more id="t-more" class="input" (change)="add(more.value)"><option value="">Choose</option>@for (code of others(); track code) {<option [value]="code">{{ language(code) }}</option>}</select></div>}
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button needsNet class="btn btn--primary" [busy]="act.busy()">Keep it</button><button type="button" class="btn" (click)="left.emit()">Leave it</button>@if (template().version) {<button type="button" class="btn" (click)="off()">Offer it no more</button>}</p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateForm {
  readonly template = input.required<TemplateView>();
  readonly kept = output();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly act = new Act();
  protected readonly title = linkedSignal(() => this.template().title);
  protected readonly kind = linkedSignal<Kind>(() => this.template().kind);
  protected readonly neutral = linkedSignal(() => this.template().neutral);
  protected readonly texts = linkedSignal<Record<string, string>>(() => this.template().texts);
  protected readonly languages = linkedSignal<readonly string[]>(() => [...new Set(['en', 'es', ...Object.keys(this.template().texts)])]);
  protected readonly others = computed(() => Object.keys(LANGUAGE_WORDS).filter((code) => !this.languages().includes(code)));
  protected readonly tried = signal<Readonly<Record<string, TriedTemplateView>>>({});
  protected readonly kinds = Object.entries(KIND_WORDS).map(([code, name]) => ({ code, name }));
  protected readonly variables = ['reference', 'first name', 'service', 'service phone', 'specialist first name', 'desk phone'].map((name) => `{{${name}}}`).join(', ');
  private readonly pause = new Pause();
  private readonly latest = new Latest();

  constructor() {
    effect(() => {
      const [texts, neutral] = [this.texts(), this.neutral()];
      untracked(() => this.pause.before(() => void this.try(texts, neutral)));
    });
  }

  protected language(code: string): string {
    return word(LANGUAGE_WORDS, code);
  }

  protected fault(field: string): string | undefined {
    return faultOf(this.act.problem(), field);
  }

  protected write(code: string, text: string): void {
    this.texts.update((texts) => ({ ...texts, [code]: text }));
  }

  protected add(code: string): void {
    if (code) this.languages.update((all) => [...all, code]);
  }

  protected async save(): Promise<void> {
    const { id, version } = this.template();
    const body = { title: this.title(), kind: this.kind(), neutral: this.neutral(), texts: this.texts() };
    if (await this.act.run(() => this.api.put(`/templates/${id}`, body, { version }))) this.over('Kept.');
  }

  protected async off(): Promise<void> {
    const { id, version } = this.template();
    if (await this.act.run(() => this.api.post(`/templates/${id}/off`, {}, { version }))) this.over('It is offered no more.');
  }

  private over(said: string): void {
    this.announcer.say(said);
    this.kept.emit();
  }

  /** The server's own filling: what stands here is what will be inserted. */
  private async try(texts: Readonly<Record<string, string>>, neutral: boolean): Promise<void> {
    const said = Object.entries(texts).filter(([, text]) => text.trim());
    await this.latest.read(
      () => Promise.all(said.map(async ([code, text]) => [code, await this.api.post<TriedTemplateView>('/templates/try', { text: text.trim(), neutral })] as const)),
      (tried) => this.tried.set(Object.fromEntries(tried)),
    );
  }
}
