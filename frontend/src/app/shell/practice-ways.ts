import type { Router } from '@angular/router';
import { practising } from '../api/practice-place';
import type { Session } from '../session/session';
import type { Entry } from './palette-entries';
import { askForTour, type Tour } from './tour/tour';

const TOUR_WORDS = ['guide', 'lesson', 'how it works', 'introduction', 'training'];

/** The ways into practice and out of it, by their names. */
export function practiceWays(session: Session, router: Router, tour: () => Tour): Entry[] {
  if (!session.may('practice.use')) return [];
  if (practising()) return [{ name: 'Leave practice', also: ['real desk', 'end', 'training'], does: () => location.assign('/desk/') }, { name: 'First tour', also: TOUR_WORDS, does: () => tour().begin() }];
  const practise = (): void => void router.navigateByUrl('/practise');
  return [
    { name: 'Practise on invented people', also: ['training', 'learn', 'try', 'practice', 'sandbox'], does: practise },
    { name: 'First tour', also: TOUR_WORDS, does: () => { askForTour(); practise(); } },
  ];
}
