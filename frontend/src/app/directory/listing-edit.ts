import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { EditableListing, EditField } from '../api/match-types';
import { Announcer } from '../ui/announcer';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { ListingParts } from './listing-parts';
import { FIELDS, HOW, STATUSES, type Status } from './listing-words';

type Field = EditField['field'];

/** What a steward changes in a listing, a part at a time. What was typed stays until it is written. */
@Component({
  selector: 'desk-listing-edit',
  imports: [ListingParts, Told],
  templateUrl: './listing-edit.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListingEdit {
  readonly serviceId = input.required<string>();
  readonly status = input.required<string>();
  /** What is not included is never active: that is decided first. */
  readonly inclusion = input<string>('included');
  /** Something was written: what is shown around it is old. */
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  private readonly reading = read<EditableListing>(() => `/directory/services/${this.serviceId()}/own`);
  private readonly first = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly listing = linkedSignal(() => this.first());
  private readonly parts = viewChild(ListingParts);
  protected readonly act = new Act();
  protected readonly open = signal<Field | null>(null);
  protected readonly text = signal('');
  protected readonly names = FIELDS;
  protected readonly how = HOW;
  protected readonly statuses = STATUSES;
  protected readonly lastWords = computed(() => {
    const last = this.listing()?.last;
    return last ? `${last.fields.map((field) => FIELDS[field] ?? field).join(', ')}, by ${last.by ?? 'its agency'}, ${moment(last.at, this.now())}` : '';
  });

  protected begin(field: Field, lines: readonly string[]): void {
    this.text.set(lines.join('\n'));
    this.open.set(this.open() === field ? null : field);
  }

  protected async save({ field, mark }: EditableListing['fields'][number]): Promise<void> {
    await this.act.run(async () => {
      const body: EditField = { field, mark, lines: this.text().split('\n') };
      this.listing.set(await this.api.post<EditableListing>(`/directory/services/${this.serviceId()}/own`, body));
      this.done(`${FIELDS[field] ?? field} is changed.`);
    });
  }

  protected async takeBack(id: string): Promise<void> {
    await this.act.run(async () => {
      await this.api.post(`/directory/publishings/${id}/revert`, {});
      this.closePart();
      this.reading.reload();
      this.done('It is as it was.');
    });
  }

  protected async set(status: string): Promise<void> {
    if (status === this.status()) return;
    await this.act.run(async () => {
      await this.api.post(`/directory/services/${this.serviceId()}/status`, { status: status as Status });
      this.done('Written down. No import changes it again.');
    });
  }

  /** A form that shows what was taken back is old; another one keeps what was typed. */
  private closePart(): void {
    const open = this.parts()?.open();
    if (open && this.listing()?.last?.fields.includes(open)) this.parts()?.open.set(null);
  }

  /** A part with a form of its own was written. */
  protected partChanged(): void {
    this.reading.reload();
    this.changed.emit();
  }

  private done(said: string): void {
    this.open.set(null);
    this.announcer.say(said);
    this.changed.emit();
  }
}
