import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import { Api, read } from '../../api/api';
import { problemOf } from '../../api/problem';
import type { InquiryView } from '../../api/types';
import { Announcer } from '../../ui/announcer';
import { patience } from '../../ui/patience';
import { Sheet } from '../../ui/sheet';
import { Told } from '../../ui/told';
import { BesideColumn } from './beside-column';

/** Two requests side by side, both of which the reader may open. Linking is the normal way; merging keeps one. */
@Component({
  selector: 'desk-beside-sheet',
  imports: [BesideColumn, Sheet, Told],
  template: `
    <desk-sheet #sheet heading="Two requests side by side" [wide]="true" (closed)="closed.emit()">
      @if (hidden()) {
        <p class="tell tell--caution"><span><b>You may open only one of them.</b> A supervisor may look at both. You can still link them at your own request.</span></p>
      } @else if (both(); as pair) {
        <div class="twin">
          @for (one of pair; track one.id; let at = $index) {
            <div>
              <desk-beside-column [inquiry]="one">
                <button type="button" class="btn" [attr.aria-disabled]="act.busy() ? true : null" (click)="merge(one, pair[1 - at]!)">Merge, and keep this one<span class="sr">: {{ one.reference }}</span></button>
              </desk-beside-column>
            </div>
          }
        </div>
        <p class="hint">Link them where they belong together: nothing moves. Merge them where one person sent twice: the one that you keep goes on, the other is closed as merged into it, and for 30 days that can be taken back. Never speak of the one to who sent the other.</p>
        @if (act.problem(); as told) {<desk-told [problem]="told" />}
        <p class="acts">
          <button type="button" class="btn btn--primary" [attr.aria-disabled]="act.busy() ? true : null" (click)="say('linked', 'They are linked.')">Link them</button>
          <button type="button" class="btn" [attr.aria-disabled]="act.busy() ? true : null" (click)="say('apart', 'They are two, and no hint any more.')">They are two</button>
        </p>
      } @else if (problem(); as told) {
        <desk-told [problem]="told" />
      } @else if (slow()) {
        <p role="status">Loading</p>
      }
    </desk-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BesideSheet {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  readonly firstId = input.required<string>();
  readonly secondId = input.required<string>();
  readonly closed = output();
  /** Something was said or done; the id of the request that stays after a merge. */
  readonly done = output<string | null>();
  private readonly sheet = viewChild.required<Sheet>('sheet');
  protected readonly act = new Act();
  private readonly first = read<InquiryView>(() => `/inquiries/${this.firstId()}`);
  private readonly second = read<InquiryView>(() => `/inquiries/${this.secondId()}`);
  protected readonly both = computed<[InquiryView, InquiryView] | null>(() => (this.first.hasValue() && this.second.hasValue() ? [this.first.value(), this.second.value()] : null));
  protected readonly hidden = computed(() => this.both()?.some(({ actions }) => !actions.includes('read')) ?? false);
  protected readonly problem = computed(() => {
    const error = this.first.error() ?? this.second.error();
    return error ? problemOf(error) : null;
  });
  protected readonly slow = patience(() => !this.both());

  protected async say(kind: 'linked' | 'apart', said: string): Promise<void> {
    if (await this.act.run(() => this.api.post(`/inquiries/${this.firstId()}/ties/${this.secondId()}`, { kind }))) this.finish(said, null);
  }

  protected async merge(kept: InquiryView, gone: InquiryView): Promise<void> {
    if (await this.act.run(() => this.api.post(`/inquiries/${kept.id}/merged/${gone.id}`))) this.finish(`${gone.reference} is merged into ${kept.reference}. It can be taken back for 30 days.`, kept.id);
  }

  private finish(said: string, keptId: string | null): void {
    this.sheet().close();
    this.announcer.say(said);
    this.done.emit(keptId);
  }
}
