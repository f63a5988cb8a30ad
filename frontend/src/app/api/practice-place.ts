import type { HttpInterceptorFn } from '@angular/common/http';

/** Whether this page works on the practice desk. Its address says so, and nothing else: of two tabs one may practise while the other works. */
export const practising = (path: string = location.pathname): boolean => /^\/practice(\/|$)/.test(path);

/** What a tab says, on every screen of a desk. */
export const tabTitle = (): string => (practising() ? 'Practice: Referral Desk' : 'Referral Desk');

/** Who one is, how one likes to work and practice itself are the real desk's also here. */
const REAL = /^\/api\/(auth\/|practice(\/|$)|me$|me\/(preferences|first-steps)$)/;

/** Where a path of the API is for a page at `path`. */
export const apiPath = (url: string, path?: string): string => (practising(path) && url.startsWith('/api/') && !REAL.test(url) ? `/practice${url}` : url);

/** Everything that a practice page asks goes to the practice desk. */
export const inPractice: HttpInterceptorFn = (request, next) => next(request.clone({ url: apiPath(request.url) }));
