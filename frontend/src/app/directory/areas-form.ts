import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { AreasView, EditAreas, ServesView, TryAreas, WrittenArea } from '../api/match-types';
import { faultOf } from '../api/problem';
import { Told } from '../ui/told';

type Kind = WrittenArea['kind'];
/** An area on the screen: `label` where it stands there already. */
type Row = WrittenArea & { label?: string };

const KINDS: readonly { kind: Kind; name: string; how: string }[] = [
  { kind: 'county', name: 'A county', how: 'With its state: Fairfield County, CT. Old and new names of Connecticut both count.' },
  { kind: 'town', name: 'A town', how: 'With its state: Norwalk, CT' },
  { kind: 'zip', name: 'ZIP codes', how: '06854, 06855' },
  { kind: 'state', name: 'A state', how: 'Connecticut' },
  { kind: 'nation', name: 'All of the United States', how: '' },
  { kind: 'shape', name: 'A shape on a map', how: 'GeoJSON: paste it, or choose a file.' },
  { kind: 'words', name: 'Only words', how: 'Nothing can be compared with them: it will be a question to ask.' },
];
const SERVES: Readonly<Record<ServesView['serves'], string>> = { yes: 'Yes, it serves', no: 'No, it does not serve', unknown: 'Nobody can tell whether it serves' };

/** Whom a service takes people from. */
@Component({
  selector: 'desk-areas-form',
  imports: [Told],
  template: `
    @if (view()) {
      <form class="part-form" aria-label="Where they help" novalidate (submit)="$event.preventDefault(); save()">
        @for (area of areas(); track $index; let at = $index) {
          <fieldset class="part-box">
            <legend class="sr">Area {{ at + 1 }}</legend>
            @if (area.label) {
              <p>{{ area.label }}</p>
            } @else {
              <div class="fields">
                <div class="field"><label [for]="'kind' + at">What it is</label><select #kind class="input" [id]="'kind' + at" (change)="set(at, { kind: $any(kind.value) })">@for (each of kinds; track each.kind) {<option [value]="each.kind" [selected]="each.kind === area.kind">{{ each.name }}</option>}</select></div>
                @if (area.kind !== 'nation') {
                  <div class="field"><label [for]="'value' + at">{{ area.kind === 'shape' ? 'GeoJSON' : 'Which' }}</label>
                    @if (area.kind === 'shape') {<textarea #value class="input" rows="3" spellcheck="false" [id]="'value' + at" [value]="area.value" [attr.aria-invalid]="fault(at) ? true : null" [attr.aria-describedby]="'how' + at" (input)="set(at, { value: value.value })"></textarea>
                      <input #file type="file" accept=".json,.geojson,application/geo+json" [attr.aria-label]="'GeoJSON file of area ' + (at + 1)" (change)="load(at, file.files)" />}
                    @else {<input #value class="input" maxlength="2000" [id]="'value' + at" [value]="area.value" [attr.aria-invalid]="fault(at) ? true : null" [attr.aria-describedby]="'how' + at" (input)="set(at, { value: value.value })" />}
                    <p [class]="fault(at) ? 'fault' : 'hint'" [id]="'how' + at">{{ fault(at) ?? how(area.kind) }}</p></div>
                }
              </div>
            }
            <p class="acts"><button type="button" class="btn btn--small" (click)="drop(at)">Take out<span class="sr"> {{ area.label ?? 'area ' + (at + 1) }}</span></button></p>
          </fieldset>
        } @empty {<p class="muted">Not known whom it serves: it is offered as a question to ask, to anybody.</p>}
        <p class="acts"><button type="button" class="btn" (click)="add()">Add an area</button></p>
        <div class="part-box try"><div class="field"><label for="try-zip">Does it serve this ZIP code?</label><input #zip id="try-zip" class="input" inputmode="numeric" maxlength="5" autocomplete="off" placeholder="06604" /></div>
          <button type="button" class="btn" [attr.aria-disabled]="act.busy() ? true : null" (click)="look(zip.value)">Try it</button><p role="status">{{ said() }}</p></div>
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts"><button class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null">Change where they help</button><button type="button" class="btn" (click)="left.emit()">Leave it</button></p>
      </form>
    } @else {<p role="status" class="muted">Reading …</p>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AreasForm {
  readonly serviceId = input.required<string>();
  readonly written = output();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly reading = read<AreasView>(() => `/directory/services/${this.serviceId()}/areas`);
  protected readonly view = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly areas = linkedSignal<Row[]>(() => (this.view()?.areas ?? []).map(({ id, kind, label }) => ({ id, kind, label, value: '' })));
  protected readonly act = new Act();
  protected readonly said = signal('');
  protected readonly kinds = KINDS;

  protected how(kind: Kind): string {
    return KINDS.find((each) => each.kind === kind)?.how ?? '';
  }

  protected fault(at: number): string | undefined {
    return faultOf(this.act.problem(), `areas.${at}.value`);
  }

  protected add(): void {
    this.areas.update((all) => [...all, { kind: 'county', value: '' }]);
  }

  protected drop(at: number): void {
    this.areas.update((all) => all.filter((_, place) => place !== at));
  }

  protected set(at: number, change: Partial<Row>): void {
    this.areas.update((all) => all.map((each, place) => (place === at ? { ...each, ...change } : each)));
  }

  protected async load(at: number, files: FileList | null): Promise<void> {
    const file = files?.item(0);
    if (file) this.set(at, { value: await file.text(), name: file.name.replace(/\.\w+$/, '').slice(0, 120) || null });
  }

  protected look(zip: string): Promise<boolean> {
    return this.act.run(async () => {
      const body: TryAreas = { areas: this.body(), zip };
      const { serves } = await this.api.post<ServesView>(`/directory/services/${this.serviceId()}/areas/try`, body);
      this.said.set(`${SERVES[serves]} ${zip}.`);
    });
  }

  protected async save(): Promise<void> {
    const body: EditAreas = { areas: this.body(), mark: this.view()?.mark ?? '' };
    if (await this.act.run(() => this.api.post(`/directory/services/${this.serviceId()}/areas`, body))) this.written.emit();
  }

  private body(): WrittenArea[] {
    return this.areas().map(({ label: _, ...area }) => area);
  }
}
