import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Act } from '../api/act';
import { Api, failure, read } from '../api/api';
import { faultOf } from '../api/problem';
import type { AgencyView, InviteMember, MembersView, MemberView } from '../api/refer-types';
import { Announcer } from '../ui/announcer';
import { Now } from '../ui/now';
import { Told } from '../ui/told';
import { LANGUAGE_WORDS, word } from '../ui/words';
import { mayWords, RIGHTS, stateWords, type Right } from './member-words';

type Typed = Required<InviteMember>;
const EMPTY: Typed = { name: '', email: '', may: ['referrals', 'listings'], language: 'en' };
const LANGUAGES = (['en', 'es'] as const).map((code) => ({ code, name: word(LANGUAGE_WORDS, code) }));

/** Who has the optional account of one agency, and inviting to it. What was typed stays until it was sent. */
@Component({
  selector: 'desk-members-form',
  imports: [Told],
  templateUrl: './members-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MembersForm {
  readonly agency = input.required<AgencyView>();
  readonly closed = output();
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly now = inject(Now).value;
  private readonly reading = read<MembersView>(() => `/agencies/${this.agency().id}/members`);
  protected readonly team = linkedSignal<readonly MemberView[] | null>(() => (this.reading.hasValue() ? this.reading.value().items : null));
  /** Nobody keeps the team yet: who is invited now will. */
  protected readonly first = computed(() => this.reading.hasValue() && !this.kept());
  private readonly kept = linkedSignal(() => this.reading.hasValue() && this.reading.value().kept);
  protected readonly unread = failure(this.reading);
  protected readonly typed = linkedSignal<string, Typed>({ source: () => this.agency().id, computation: () => ({ ...EMPTY, language: this.agency().language }) });
  protected readonly act = new Act();
  protected readonly ends = new Act();
  /** Whose end was pressed once: the second press ends. */
  protected readonly ending = signal<string | null>(null);
  protected readonly id = computed(() => `members-${this.agency().id}-`);
  protected readonly rights = RIGHTS;
  protected readonly languages = LANGUAGES;
  protected readonly mayWords = mayWords;

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => host.nativeElement.querySelector('h2')?.focus());
  }

  protected stateOf(who: MemberView): string {
    return stateWords(who, this.now());
  }

  protected again(): void {
    this.reading.reload();
  }

  protected fault(field: keyof Typed): string | undefined {
    return faultOf(this.act.problem(), field);
  }

  protected set(change: Partial<Typed>): void {
    this.typed.update((typed) => ({ ...typed, ...change }));
  }

  protected tick(right: Right, ticked: boolean): void {
    this.set({ may: RIGHTS.map(([one]) => one).filter((one) => (one === right ? ticked : this.typed().may.includes(one))) });
  }

  protected async invite(): Promise<void> {
    const { name, email, ...rest } = this.typed();
    const body: InviteMember = { ...rest, name: name.trim(), email: email.trim() };
    const done = await this.act.run(async () => {
      const { items, kept } = await this.api.post<MembersView>(`/agencies/${this.agency().id}/members`, body);
      this.team.set(items);
      this.kept.set(kept);
    });
    if (!done) return;
    this.typed.set({ ...EMPTY, language: this.agency().language });
    this.announcer.say(`${body.name} is invited by mail.`);
  }

  /** Out at once, on every device. */
  protected async end({ id, name }: MemberView): Promise<void> {
    if (!(await this.ends.run(() => this.api.post(`/members/${id}/end`)))) return;
    this.ending.set(null);
    this.team.update((all) => all && all.filter((one) => one.id !== id));
    this.announcer.say(`${name} has no account here any more.`);
  }
}
