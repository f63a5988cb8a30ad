import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { ProposalView } from '../api/types';
import { Icon } from '../ui/icon';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { decisionsOf, FIELDS, nowPieces, publishLabel, theirPieces, type Choice, type Choices, type Field } from './proposal-words';
import { ProposalsStore } from './proposals-store';

/** One proposal: each field as it is and as they say, to be taken over or not. */
@Component({
  selector: '[deskProposalPanel]',
  imports: [Icon, Told],
  templateUrl: './proposal-panel.html',
  host: { '[attr.aria-labelledby]': '"proposal-" + item().id' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProposalPanel {
  private readonly now = inject(Now).value;
  protected readonly store = inject(ProposalsStore);
  readonly item = input.required<ProposalView>();
  protected readonly choices = signal<Choices>({});
  /** Publish was pressed while something was missing: every field says what. */
  protected readonly pressed = signal(false);
  protected readonly rows = computed(() => this.item().fields.map((field) => ({ ...field, name: FIELDS[field.field], nowPieces: nowPieces(field), theirPieces: theirPieces(field) })));
  protected readonly mayDecide = computed(() => this.item().actions.includes('decide'));
  protected readonly problem = computed(() => (this.store.refused()?.id === this.item().id ? this.store.refused()?.problem : undefined));
  protected readonly label = computed(() => publishLabel(this.item().fields, this.choices(), this.item().inclusion));
  protected readonly sentAt = computed(() => moment(this.item().madeAt, this.now()));

  protected choice(field: Field): Choice {
    return this.choices()[field] ?? { accepted: null, why: '' };
  }

  protected choose(field: Field, change: Partial<Choice>): void {
    this.choices.update((all) => ({ ...all, [field]: { ...this.choice(field), ...change } }));
  }

  protected why(field: Field, event: Event): void {
    this.choose(field, { why: (event.target as HTMLInputElement).value });
  }

  /** What is missing at a field, once it was asked for. */
  protected missing(field: Field): string | undefined {
    if (!this.pressed()) return undefined;
    const { accepted, why } = this.choice(field);
    if (accepted === null) return 'Take it over, or say why not.';
    return accepted || why.trim() ? undefined : 'Say why not: the agency reads it.';
  }

  protected publish(): void {
    const decisions = decisionsOf(this.item().fields, this.choices());
    this.pressed.set(true);
    if (decisions) void this.store.decide(this.item(), decisions);
    else setTimeout(() => document.querySelector<HTMLElement>(`#proposal-table-${this.item().id} [data-missing]`)?.focus());
  }
}
