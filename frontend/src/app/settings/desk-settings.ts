import { ChangeDetectionStrategy, Component, computed, linkedSignal, inject, signal } from '@angular/core';
import { Api, read } from '../api/api';
import { faultOf, problemOf, type Problem } from '../api/problem';
import type { ChangeSettings, DeskHours, SettingsView, Weekday } from '../api/types';
import { Session } from '../session/session';
import { Announcer } from '../ui/announcer';
import { BothValuesPart } from '../ui/both-values';
import { Icon } from '../ui/icon';
import { Meeting } from '../ui/meeting';
import { clockSeconds } from '../ui/time';
import { Told } from '../ui/told';
import { URGENCIES } from '../ui/words';
import { setDeskZone } from '../ui/zone';
import { WEEKDAYS, changed, closing, datesIn, toggled } from './hours';
import { SETTING_WORDS } from './setting-words';

/** The desk's own settings. What is changed here holds from the next page on; nothing needs a deploy. */
@Component({
  selector: 'desk-desk-settings',
  imports: [BothValuesPart, Icon, Told],
  templateUrl: './desk-settings.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskSettings {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  protected readonly mayChange = inject(Session).may('settings.change');
  protected readonly reading = read<SettingsView>(() => '/settings');
  protected readonly settings = linkedSignal<SettingsView | undefined>(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  /** What the server held when this form last read it. */
  private readonly base = linkedSignal<SettingsView | undefined>(() => (this.reading.hasValue() ? this.reading.value() : undefined));
  protected readonly meeting = new Meeting<SettingsView>(SETTING_WORDS);
  protected readonly busy = signal(false);
  protected readonly savedAt = signal<string | null>(null);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly problem = computed(() => this.failed() ?? (this.reading.error() ? problemOf(this.reading.error()) : null));
  protected readonly days = computed(() => WEEKDAYS.map((day) => ({ ...day, spans: (this.settings()?.hours ?? []).filter((span) => span.day === day.code) })));
  protected readonly zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('America/') || zone.startsWith('Pacific/'));

  protected readonly closing = closing;
  protected readonly urgencies = URGENCIES;

  protected faultOf(field: keyof ChangeSettings): string | undefined {
    return faultOf(this.failed(), field);
  }

  protected set<K extends keyof ChangeSettings>(field: K, value: ChangeSettings[K]): void {
    this.savedAt.set(null);
    this.settings.update((now) => now && { ...now, [field]: value });
  }

  /** An emptied box means "not set". */
  protected text(field: 'phone' | 'zone' | 'onCallEmail' | 'supervisorEmail' | 'dutyText' | 'minorsProtocol', value: string): void {
    this.set(field, value.trim() ? value : null);
  }

  protected toggleDay(day: Weekday): void {
    this.set('hours', toggled(this.settings()?.hours ?? null, day));
  }

  protected time(span: DeskHours, part: Partial<DeskHours>): void {
    this.set('hours', changed(this.settings()?.hours ?? [], span, part));
  }

  protected minutes(field: 'returnMinutes' | 'promiseMinutes', at: number, minutes: string): void {
    this.set(field, (this.settings()?.[field] ?? []).map((each, index) => (index === at ? Number(minutes) : each)));
  }

  protected holidays(text: string): void {
    this.set('holidays', datesIn(text));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const now = this.settings();
    if (!now || this.busy() || !this.meeting.decided()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      const saved = await this.api.put<SettingsView>('/settings', changeOf(now));
      this.settings.set(saved);
      this.base.set(saved);
      this.meeting.end();
      setDeskZone(saved.zone);
      this.savedAt.set(clockSeconds(new Date()));
      this.announcer.say('Settings saved.');
    } catch (error) {
      await this.refused(now, problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected pick({ field, whose }: { field: string; whose: 'theirs' | 'yours' }): void {
    const picked = this.meeting.pick(field, whose);
    this.settings.update((now) => now && { ...now, ...picked });
  }

  /** Somebody else was quicker: what they saved is read, and stands beside what is written here. */
  private async refused(mine: SettingsView, problem: Problem): Promise<void> {
    const base = this.base();
    const theirs = problem.status === 412 && base ? await this.api.get<SettingsView>('/settings').catch(() => null) : null;
    if (!base || !theirs) return this.failed.set(problem);
    this.settings.set({ ...this.meeting.begin(base, mine, theirs), version: theirs.version });
    this.base.set(theirs);
  }
}

/** Only what may be changed goes back. */
function changeOf({ name, phone, zone, hours, holidays, onCallEmail, supervisorEmail, dutyText, dutyOn, minorsProtocol, returnMinutes, promiseMinutes, version }: SettingsView): ChangeSettings {
  return { name, phone, zone, hours, holidays, onCallEmail, supervisorEmail, dutyText, dutyOn, minorsProtocol, ...(returnMinutes && { returnMinutes }), ...(promiseMinutes && { promiseMinutes }), version };
}
