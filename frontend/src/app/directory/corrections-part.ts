import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CorrectionView } from '../api/match-types';
import { Now } from '../ui/now';
import { moment } from '../ui/time';
import { Told } from '../ui/told';
import { WRONG_WORDS } from './checks-words';
import { CorrectionForm } from './correction-form';
import { CorrectionsStore } from './corrections-store';

/** Told by the public: each opens a form for what a steward found. Nothing shows where nothing waits. */
@Component({
  selector: 'desk-corrections',
  imports: [CorrectionForm, RouterLink, Told],
  providers: [CorrectionsStore],
  templateUrl: './corrections-part.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CorrectionsPart {
  readonly decided = output();
  protected readonly store = inject(CorrectionsStore);
  protected readonly words = WRONG_WORDS;
  private readonly now = inject(Now).value;

  constructor() {
    void this.store.load();
  }

  protected when({ saidAt, count }: CorrectionView): string {
    return `${count > 1 ? `Said by ${count}, first ` : 'Said '}${moment(saidAt, this.now())}`;
  }
}
