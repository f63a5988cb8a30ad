import { jest } from '@jest/globals';
import { HttpErrorResponse, HttpHeaders, HttpRequest, HttpResponse, type HttpEvent } from '@angular/common/http';
import { defer, firstValueFrom, of, throwError, type Observable } from 'rxjs';
import { readAgain, waitFor } from './read-again';

const refused = (status: number, after?: string): HttpErrorResponse => new HttpErrorResponse({ status, headers: new HttpHeaders(after ? { 'retry-after': after } : {}) });

describe('a reading that the desk cannot answer right now', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Sends once; the answers come one after the other. How often it was sent, and what came of it. */
  const sent = async (method: 'GET' | 'POST', ...answers: (number | HttpErrorResponse)[]): Promise<[number, unknown]> => {
    let times = 0;
    const next = (): Observable<HttpEvent<unknown>> => {
      const answer = answers[times++] ?? refused(500);
      return typeof answer === 'number' ? of(new HttpResponse({ status: answer })) : throwError(() => answer);
    };
    const request = method === 'GET' ? new HttpRequest('GET', '/api/queue') : new HttpRequest('POST', '/api/queue/next', {});
    // each sending subscribes anew, as the browser's backend does
    const came = firstValueFrom(readAgain(request, () => defer(next))).then((event) => (event as HttpResponse<unknown>).status, (error: HttpErrorResponse) => error.status);
    await jest.advanceTimersByTimeAsync(60_000);
    return [times, await came];
  };

  it('comes again when it was asked to, twice', async () => {
    expect(await sent('GET', refused(503, '2'), refused(503, '2'), 200)).toEqual([3, 200]);
    expect(await sent('GET', refused(503, '2'), refused(503, '2'), refused(503, '2'), 200)).toEqual([3, 503]);
  });

  it.each<[string, HttpErrorResponse]>([['another refusal', refused(404)], ['a wait that nobody names', refused(503)], ['a wait of an hour', refused(503, '3600')], ['no connection', refused(0)]])('does not for %s', async (_, error) => {
    expect(await sent('GET', error, 200)).toEqual([1, error.status]);
  });

  it('and what changes something is sent once', async () => {
    expect(await sent('POST', refused(503, '2'), 200)).toEqual([1, 503]);
  });

  it('waits a quarter less to a quarter more than asked', () => {
    expect([waitFor(refused(503, '2'), 0), waitFor(refused(503, '2'), 1)]).toEqual([1500, 2500]);
  });
});
