import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, computed, effect, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { Act } from '../../api/act';
import type { OptionView } from '../../api/match-types';
import type { AgencyPreview, SharedField } from '../../api/refer-types';
import { Announcer } from '../../ui/announcer';
import { Icon } from '../../ui/icon';
import { Now } from '../../ui/now';
import { moment } from '../../ui/time';
import { Told } from '../../ui/told';
import { LANGUAGE_WORDS, word } from '../../ui/words';
import { AgencyLetter } from './agency-letter';
import { ReferStore } from './refer-store';
import { FIELD_WORDS } from './refer-words';

/** A name to use and how to call back are proposed; everything else is the person's to add (trust.md 6.7). */
const PROPOSED: readonly SharedField[] = ['name', 'reach'];
const FIELDS = Object.keys(FIELD_WORDS) as SharedField[];

/** Asking one agency: what may be shared, exactly what it will see, and the person's yes to just that. */
@Component({
  selector: 'desk-refer-panel',
  imports: [AgencyLetter, Icon, Told],
  templateUrl: './refer-panel.html',
  host: { '(keydown.escape)': '$event.stopPropagation(); closed.emit()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReferPanel {
  private readonly store = inject(ReferStore);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly yes = viewChild<ElementRef<HTMLElement>>('yes');
  readonly option = input.required<OptionView>();
  readonly way = input.required<'link' | 'phone'>();
  readonly closed = output();
  readonly byPhone = output();
  protected readonly fields = signal<readonly SharedField[]>(PROPOSED);
  protected readonly preview = signal<AgencyPreview | null>(null);
  protected readonly reading = new Act();
  protected readonly sending = new Act();
  protected readonly agreed = signal(false);
  /** Pressed without the tick. */
  protected readonly missing = signal(false);
  /** The facts are not those that were read out: they were read again. */
  protected readonly changed = signal(false);
  protected readonly stale = signal(false);
  /** Named where the lines are not in the desk's own language. */
  protected readonly inWords = computed(() => (this.preview()?.language === 'en' ? null : word(LANGUAGE_WORDS, this.preview()?.language ?? '')));
  protected readonly choices = computed(() => FIELDS.filter((field) => this.preview()?.known.includes(field)).map((code) => ({ code, name: FIELD_WORDS[code], on: this.fields().includes(code) })));
  protected readonly agency = computed(() => this.preview()?.agency.name ?? this.option().organization);
  private readonly optionId = computed(() => this.option().id);
  protected readonly id = computed(() => `refer-${this.optionId()}`);
  protected readonly noLink = computed(() => (this.way() === 'link' ? (this.preview()?.noLink ?? null) : null));
  protected readonly answerBy = computed(() => moment(this.preview()?.answerBy ?? '', this.now()));
  protected readonly call = computed(() => {
    const { agencyPhone, contactName } = this.preview() ?? {};
    return `I call them${agencyPhone ? `: ${agencyPhone}` : ''}${contactName ? `, ask for ${contactName}` : ''}`;
  });
  private run = 0;

  constructor() {
    const opener = document.activeElement;
    effect(() => {
      this.optionId(); // the same option, read anew when something else changed, keeps the ticks
      untracked(() => void this.begin());
    });
    const focusing = setTimeout(() => this.heading().nativeElement.focus());
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(focusing);
      if (opener instanceof HTMLElement && opener.isConnected && !this.store.made()) opener.focus();
    });
  }

  protected toggle(field: SharedField): void {
    const on = this.fields();
    this.fields.set(FIELDS.filter((each) => (each === field ? !on.includes(field) : on.includes(each))));
    void this.read();
  }

  /** Other facts than those they said yes to need another yes. */
  protected async read(): Promise<void> {
    const run = ++this.run;
    this.agreed.set(false);
    this.changed.set(false);
    this.stale.set(true);
    const reading = this.store.preview(this.optionId(), this.fields());
    this.reading.busy.set(false);
    await this.reading.run(async () => {
      const preview = await reading;
      if (run !== this.run) return;
      this.preview.set(preview);
      this.stale.set(false);
    });
  }

  protected async send(): Promise<void> {
    const preview = this.preview();
    if (!preview || this.stale() || this.sending.busy()) return;
    if (!this.agreed()) return this.ask();
    const body = { optionId: this.optionId(), way: this.way(), fields: [...this.fields()], agreed: true, hash: preview.hash };
    if (await this.sending.run(() => this.store.make(body))) {
      this.announcer.say(`${preview.agency.name} is asked. They answer by ${this.answerBy()}.`);
      return this.closed.emit();
    }
    if (!this.sending.problem()?.errors.some(({ code }) => code === 'consent.other-facts')) return;
    this.sending.problem.set(null);
    await this.read();
    this.changed.set(true);
  }

  private ask(): void {
    this.missing.set(true);
    this.yes()?.nativeElement.focus();
  }

  /** Nobody is asked to agree to an empty line: what is proposed and not known is left out, and read once more. */
  private async begin(): Promise<void> {
    this.fields.set(PROPOSED);
    await this.read();
    const known = PROPOSED.filter((field) => this.preview()?.known.includes(field));
    if (!this.preview() || known.length === PROPOSED.length) return;
    this.fields.set(known);
    await this.read();
  }
}
