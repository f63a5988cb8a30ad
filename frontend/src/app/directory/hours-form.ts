import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api, read } from '../api/api';
import type { EditHours, HoursPreview, HoursRule, HoursView, UnusualDays, WrittenHours } from '../api/match-types';
import { faultOf } from '../api/problem';
import { Told } from '../ui/told';
import { DAYS, HOLIDAYS, isAllDay, NEW_DAYS, NEW_RULE, NTHS, toggled, wholeDays, WHYS } from './hours-words';

type Holiday = NonNullable<WrittenHours['openOn']>[number];

/** When a service is open: as many rules as it takes, days that are not as usual, public holidays; and what people would read. */
@Component({
  selector: 'desk-hours-form',
  imports: [Told],
  templateUrl: './hours-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HoursForm {
  readonly serviceId = input.required<string>();
  readonly written = output();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly reading = read<HoursView>(() => `/directory/services/${this.serviceId()}/hours`);
  protected readonly view = computed(() => (this.reading.hasValue() ? this.reading.value() : null));
  protected readonly rules = linkedSignal(() => this.view()?.rules ?? []);
  protected readonly days = linkedSignal(() => this.view()?.days ?? []);
  protected readonly openOn = linkedSignal<Holiday[] | null>(() => this.view()?.openOn ?? null);
  protected readonly kept = linkedSignal(() => this.view()?.kept ?? []);
  protected readonly custom = linkedSignal(() => customOf(this.view()?.openOn ?? null));
  protected readonly act = new Act();
  protected readonly preview = signal<HoursPreview | null>(null);
  protected readonly weekdays = DAYS;
  protected readonly nths = NTHS;
  protected readonly whys = WHYS;
  /** The federal ones, and those of its state. */
  protected readonly holidays = computed(() => [...HOLIDAYS, ...(this.view()?.stateHolidays ?? [])]);
  protected readonly isAllDay = isAllDay;
  protected readonly toggled = toggled;

  protected fault(field: string): string | undefined {
    return faultOf(this.act.problem(), field);
  }

  protected add(): void {
    this.rules.update((all) => [...all, NEW_RULE]);
  }

  protected addDays(): void {
    this.days.update((all) => [...all, NEW_DAYS]);
  }

  protected setRule(at: number, change: Partial<HoursRule>): void {
    this.rules.update((all) => all.map((each, place) => (place === at ? { ...each, ...change } : each)));
  }

  protected day(at: number, change: Partial<UnusualDays>): void {
    this.days.update((all) => all.map((each, place) => (place === at ? { ...each, ...change } : each)));
  }

  protected drop(what: 'rules' | 'days', at: number): void {
    const without = <T>(all: readonly T[]): T[] => all.filter((_, place) => place !== at);
    if (what === 'rules') this.rules.update(without);
    else this.days.update(without);
  }

  protected keep(custom: string): void {
    this.custom.set(custom);
    this.openOn.set(custom === 'unsaid' ? null : custom === 'open' ? this.holidays().map(({ code }) => code) : []);
  }

  protected look(): Promise<boolean> {
    return this.act.run(async () => this.preview.set(await this.api.post<HoursPreview>(`/directory/services/${this.serviceId()}/hours/preview`, this.body())));
  }

  protected async save(): Promise<void> {
    const body: EditHours = { ...this.body(), mark: this.view()?.mark ?? '' };
    if (await this.act.run(() => this.api.post(`/directory/services/${this.serviceId()}/hours`, body))) this.written.emit();
  }

  private body(): WrittenHours {
    return { rules: this.rules(), days: this.days().map(wholeDays), openOn: this.openOn(), kept: this.kept() };
  }
}

function customOf(openOn: readonly string[] | null): string {
  if (!openOn) return 'unsaid';
  return HOLIDAYS.every(({ code }) => openOn.includes(code)) ? 'open' : openOn.length ? 'some' : 'closed';
}
