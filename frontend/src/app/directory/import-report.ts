import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ImportView } from '../api/match-types';
import { changeWords, defectWords, givenFieldName, placesOf, sumWords } from './import-words';

/** What an import does, or did: counts, changes field by field, and what was wrong with the file. */
@Component({
  selector: 'desk-import-report',
  template: `
    <p>{{ sum(view()) }}</p>
    <p class="hint">A detail is a telephone number, an address, opening hours, a language or the like.</p>
    @if (view().changes.length) {
      <details class="import-part" open><summary>What changes ({{ view().changes.length }}{{ view().changes.length >= 200 ? ' shown' : '' }})</summary>
        <ul class="import-changes">
          @for (change of view().changes; track $index) {
            <li><b>{{ words(change) }}</b>
              @for (field of change.fields; track field.field) {<p>@if (field.field) {<span class="muted">{{ field.field.replaceAll('_', ' ') }}: </span>}@if (field.before !== null) {<del>{{ field.before }}</del>}@if (field.before !== null && field.after !== null) {<span class="muted" aria-hidden="true"> → </span>}@if (field.after !== null) {<ins>{{ field.after }}</ins>}</p>}
            </li>
          }
        </ul></details>
    }
    @if (view().conflicts) {
      <details class="import-part" open><summary>Says otherwise than what was published here ({{ view().conflicts }})</summary>
        <p class="hint">None of it is overwritten: both stand side by side until a steward decides.</p>
        <ul class="conflicts">
          @for (item of view().otherwise; track $index) {
            <li><b>{{ item.service }}: {{ fieldName(item.field) }}</b>
              <div class="conflict-sides">
                <div><p class="hint">Ours</p>@for (line of item.ours; track $index) {<p>{{ line }}</p>} @empty {<p class="muted">Nothing</p>}</div>
                <div><p class="hint">The source's</p>@for (line of item.theirs; track $index) {<p>{{ line }}</p>}</div>
              </div></li>
          }
        </ul>
        @if (view().conflicts > view().otherwise.length) {<p class="hint">The first {{ view().otherwise.length }} are shown.</p>}</details>
    }
    @if (view().news.length) {<details class="import-part"><summary>New services ({{ view().newServices }})</summary><ul>@for (name of view().news; track $index) {<li>{{ name }}</li>}</ul>@if (view().newServices > view().news.length) {<p class="hint">The first {{ view().news.length }} are shown.</p>}</details>}
    @if (view().vanished.length) {<details class="import-part" open><summary>No longer named: retired, never deleted ({{ view().retired }})</summary><ul>@for (name of view().vanished; track $index) {<li>{{ name }}</li>}</ul></details>}
    @if (view().defects.length) {
      <details class="import-part" open><summary>In the file: {{ view().repaired }} mended, {{ view().refused }} left out</summary>
        <ul class="import-changes">
          @for (defect of view().defects; track $index) {<li><b>{{ defect.action === 'refused' ? 'Left out' : 'Mended' }} {{ defect.count }} ×</b><p>{{ said(defect) }}</p><p class="hint">{{ places(defect) }}</p></li>}
        </ul></details>
    }
  `,
  host: { class: 'import-report' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportReport {
  readonly view = input.required<ImportView>();
  protected readonly sum = sumWords;
  protected readonly said = defectWords;
  protected readonly words = changeWords;
  protected readonly places = placesOf;
  protected readonly fieldName = givenFieldName;
}
