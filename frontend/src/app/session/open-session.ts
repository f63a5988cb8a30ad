import type { HttpErrorResponse, HttpHandlerFn, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';

const READING = new Set(['GET', 'HEAD']);

/** Sends the session's token with what writes. When the session ended meanwhile, the request waits for a new one and then goes again. */
export const openSession: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  return next(signed(request, session)).pipe(
    catchError((error: HttpErrorResponse) =>
      mayWait(error, request, session) ? from(session.untilReopened()).pipe(switchMap(() => again(request, next, session))) : throwError(() => error),
    ),
  );
};

const again = (request: HttpRequest<unknown>, next: HttpHandlerFn, session: Session): ReturnType<HttpHandlerFn> => next(signed(request, session));

/** That somebody looks is no work that waits: it is said again by itself. */
const mayWait = (error: HttpErrorResponse, request: HttpRequest<unknown>, session: Session): boolean =>
  error.status === 401 && !!session.me() && !request.url.startsWith('/api/auth/') && !request.url.endsWith('/presence');

function signed(request: HttpRequest<unknown>, session: Session): HttpRequest<unknown> {
  const token = session.me()?.csrf;
  return token && !READING.has(request.method) ? request.clone({ setHeaders: { 'x-csrf-token': token } }) : request;
}
