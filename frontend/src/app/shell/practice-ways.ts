import type { Router } from '@angular/router';
import { practising } from '../api/practice-place';
import type { Session } from '../session/session';
import type { Entry } from './palette-entries';

/** The ways into practice and out of it, by their names. */
export function practiceWays(session: Session, router: Router): Entry[] {
  if (!session.may('practice.use')) return [];
  if (practising()) return [{ name: 'Leave practice', also: ['real desk', 'end', 'training'], does: () => location.assign('/desk/') }];
  return [{ name: 'Practise on invented people', also: ['training', 'learn', 'try', 'practice', 'sandbox'], does: () => void router.navigateByUrl('/practise') }];
}
