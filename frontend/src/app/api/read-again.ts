import type { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { retry, throwError, timer } from 'rxjs';

const TRIES = 2;
/** What no server of ours asks for is not waited for. */
const LONGEST_SECONDS = 10;

/** How long the desk asks to be left alone before it is asked again, in ms; undefined where it does not say "not now". Each screen waits a little longer or shorter, so that they do not all come back at once. */
export function waitFor({ status, headers }: HttpErrorResponse, spread = Math.random()): number | undefined {
  const seconds = Number(headers.get('retry-after'));
  return status === 503 && seconds > 0 && seconds <= LONGEST_SECONDS ? seconds * (750 + 500 * spread) : undefined;
}

/** A reading that the desk cannot answer right now is asked for again by itself, twice; a person is told only when it stays so. What changes something is never sent twice without them. */
export const readAgain: HttpInterceptorFn = (request, next) =>
  request.method !== 'GET'
    ? next(request)
    : next(request).pipe(
        retry({
          count: TRIES,
          delay: (error: HttpErrorResponse) => {
            const wait = waitFor(error);
            return wait === undefined ? throwError(() => error) : timer(wait);
          },
        }),
      );
