import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, output } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { RoutingView } from '../api/types';
import { Announcer } from '../ui/announcer';
import { Told } from '../ui/told';
import { LANGUAGE_WORDS } from '../ui/words';

const KNOWS = [{ code: 'youth', name: 'Young people' }, { code: 'family', name: 'Relatives who ask for somebody' }] as const;

/** What *Next* brings first: the languages that a colleague speaks, and whose life they know. */
@Component({
  selector: 'desk-routing-form',
  imports: [Told],
  template: `
    <form class="small-form" (submit)="$event.preventDefault(); save()">
      <p class="hint">Next brings these first, within one urgency. Others come, too.</p>
      <fieldset><legend>Languages I speak besides English</legend>
        <div class="acts">@for (each of languages; track each[0]) {<label class="tick"><input type="checkbox" [checked]="now().languages.includes(each[0])" (change)="turn('languages', each[0])" />{{ each[1] }}</label>}</div>
      </fieldset>
      <fieldset><legend>Whose life I know</legend>
        <div class="acts">@for (each of knows; track each.code) {<label class="tick"><input type="checkbox" [checked]="now().knows.includes(each.code)" (change)="turn('knows', each.code)" />{{ each.name }}</label>}</div>
      </fieldset>
      @if (act.problem(); as told) {<desk-told [problem]="told" />}
      <p class="acts"><button class="btn" [attr.aria-disabled]="act.busy() ? true : null">Save</button><button type="button" class="btn btn--quiet" (click)="closed.emit()">Cancel</button></p>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutingForm {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly reading = read<RoutingView>(() => '/queue/routing');
  readonly closed = output();
  protected readonly act = new Act();
  protected readonly languages = Object.entries(LANGUAGE_WORDS).filter(([code]) => code !== 'en');
  protected readonly knows = KNOWS;
  private readonly known = computed<RoutingView>(() => (this.reading.hasValue() ? this.reading.value() : { languages: [], knows: [] }));
  protected readonly now = linkedSignal(this.known);

  protected turn(field: keyof RoutingView, code: string): void {
    this.now.update((all) => ({ ...all, [field]: (all[field] as string[]).includes(code) ? all[field].filter((each) => each !== code) : [...all[field], code] }));
  }

  protected async save(): Promise<void> {
    if (!(await this.act.run(() => this.api.put('/queue/routing', this.now())))) return;
    this.announcer.say('Saved.');
    this.closed.emit();
  }
}
