import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ImportView } from '../api/match-types';
import { changeWords, placesOf, sumWords } from './import-words';

/** What an import does, or did: counts, changes field by field, and what was wrong with the file. */
@Component({
  selector: 'desk-import-report',
  template: `
    <p>{{ sum(view()) }}</p>
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
    @if (view().news.length) {<details class="import-part"><summary>New services ({{ view().newServices }})</summary><ul>@for (name of view().news; track $index) {<li>{{ name }}</li>}</ul>@if (view().newServices > view().news.length) {<p class="hint">The first {{ view().news.length }} are shown.</p>}</details>}
    @if (view().vanished.length) {<details class="import-part" open><summary>No longer named: retired, never deleted ({{ view().retired }})</summary><ul>@for (name of view().vanished; track $index) {<li>{{ name }}</li>}</ul></details>}
    @if (view().defects.length) {
      <details class="import-part" open><summary>In the file: {{ view().repaired }} mended, {{ view().refused }} left out</summary>
        <ul class="import-changes">
          @for (defect of view().defects; track $index) {<li><b>{{ defect.action === 'refused' ? 'Left out' : 'Mended' }} {{ defect.count }} ×</b><p>{{ defect.detail }}</p><p class="hint">{{ places(defect) }}</p></li>}
        </ul></details>
    }
  `,
  host: { class: 'import-report' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportReport {
  readonly view = input.required<ImportView>();
  protected readonly sum = sumWords;
  protected readonly words = changeWords;
  protected readonly places = placesOf;
}
