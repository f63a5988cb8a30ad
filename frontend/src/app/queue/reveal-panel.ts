import { ChangeDetectionStrategy, Component, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Api } from '../api/api';
import { problemOf, type Problem } from '../api/problem';
import type { IdentityView, RevealReason } from '../api/types';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Told } from '../ui/told';

const REASONS: readonly { code: RevealReason; name: string }[] = [
  { code: 'contact-now', name: 'I contact them now' },
  { code: 'safety', name: 'Somebody may be in danger' },
  { code: 'hand-over', name: 'I hand this over' },
  { code: 'correct-record', name: 'I correct the record' },
];

/** Name and contact, only on press, with a reason that is written down. Hidden again on leaving and on lock. */
@Component({
  selector: 'desk-reveal-panel',
  imports: [Icon, Told],
  templateUrl: './reveal-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RevealPanel {
  private readonly api = inject(Api);
  readonly inquiryId = input.required<string>();
  protected readonly reasons = REASONS;
  protected readonly reason = signal<RevealReason | ''>('');
  protected readonly missing = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** Belongs to one request: another one starts hidden. */
  protected readonly identity = linkedSignal<string, IdentityView | null>({ source: this.inquiryId, computation: () => null });

  constructor() {
    const session = inject(Session);
    effect(() => {
      if (session.locked()) this.hide();
    });
  }

  protected choose(value: string): void {
    this.reason.set(value as RevealReason | '');
    this.missing.set(false);
  }

  protected async reveal(): Promise<void> {
    const reason = this.reason();
    if (!reason) return this.missing.set(true);
    this.problem.set(null);
    const id = this.inquiryId();
    try {
      const identity = await this.api.post<IdentityView>(`/inquiries/${id}/reveal`, { reason });
      if (id === this.inquiryId()) this.identity.set(identity);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  protected hide(): void {
    this.identity.set(null);
    this.reason.set('');
  }
}
