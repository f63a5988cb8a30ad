import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, inject, output, viewChild } from '@angular/core';
import { Api } from '../api/api';
import { Latest } from '../api/latest';
import { Announcer } from '../ui/announcer';
import { Keys } from '../ui/keys';

/** Opens a request by the number that somebody says on the phone. There is no search by a name: names are sealed. */
@Component({
  selector: 'desk-find-by-number',
  template: `
    <form class="find-number" (submit)="$event.preventDefault(); look(number.value)">
      <label class="sr" for="find-number">Number of a request</label>
      <input #number id="find-number" class="input" maxlength="20" autocomplete="off" spellcheck="false" autocapitalize="characters" placeholder="Number, as R-4K7P-29" [attr.aria-invalid]="problem() ? true : null" [attr.aria-describedby]="problem() ? 'find-number-told' : null" />
      <button class="btn">Open</button>
    </form>
    @if (problem(); as told) {<p id="find-number-told" class="hint">{{ told.status === 404 ? 'No request has this number.' : told.title }}</p>}
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindByNumber {
  readonly found = output<string>();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly latest = new Latest();
  private readonly number = viewChild.required<ElementRef<HTMLInputElement>>('number');
  protected readonly problem = this.latest.problem;

  constructor() {
    const remove = inject(Keys).add({ key: '/', does: 'find by number', also: ['search', 'reference', 'look up'], press: () => this.number().nativeElement.focus() });
    inject(DestroyRef).onDestroy(remove);
  }

  protected async look(typed: string): Promise<void> {
    const reference = typed.trim();
    if (reference.length < 4) return;
    await this.latest.read(() => this.api.post<{ id: string }>('/queue/find', { reference }), ({ id }) => {
      this.number().nativeElement.value = '';
      this.found.emit(id);
    });
    if (this.problem()) this.announcer.say('No request has this number.');
  }
}
