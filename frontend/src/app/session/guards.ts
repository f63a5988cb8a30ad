import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import { Session } from './session';

/** Where to go on after signing in: an address of our own, or the start. */
export const safeReturn = (to: string | undefined): string => (to?.startsWith('/') && !to.startsWith('//') ? to : '/');

export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const me = await session.load();
  return me ? true : router.createUrlTree(['/sign-in'], { queryParams: state.url === '/' ? {} : { to: state.url } });
};

/** A room opens for those whose roles allow its act at all; others read that it is not theirs, at the address they asked for. */
export const mayEnter = (act: string): CanActivateFn => async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.load();
  return session.may(act) || new RedirectCommand(router.createUrlTree(['/not-here']), { skipLocationChange: true });
};
