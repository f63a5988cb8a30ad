import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Script } from './script';

/** A line to read out, in the person's language; nothing where the desk's own words say it already. */
@Component({
  selector: 'desk-said-line',
  template: `@if (shown()) {<q [class.hint]="!always()" [attr.lang]="script.said()?.language" [attr.dir]="script.said()?.dir">{{ text() }}</q>}`,
  host: { '[hidden]': '!shown()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaidLine {
  protected readonly script = inject(Script);
  readonly key = input.required<string>();
  /** Also in the desk's own language: what the label above does not say. */
  readonly always = input(false);
  protected readonly shown = computed(() => this.always() || this.script.foreign());
  protected readonly text = computed(() => this.script.spoken(this.key()));
}
