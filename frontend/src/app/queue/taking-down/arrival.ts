import { effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';

/** Passed along when somebody goes to a request to look for help at once. It is in no address. */
export const TO_FIND = { find: true };

/** Does `find` once `ready` says so, when the way here asked for it. Call it in a constructor. */
export function findsOnArrival(ready: () => boolean, find: () => void): void {
  const router = inject(Router);
  const way = router.currentNavigation() ?? router.lastSuccessfulNavigation(); // a page in a page is made when the way here has ended
  let asked = way?.extras.state?.['find'] === true;
  effect(() => {
    if (!ready() || !asked) return;
    asked = false;
    untracked(find);
  });
}
