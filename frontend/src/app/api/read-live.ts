import { type HttpResourceRef } from '@angular/common/http';
import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter, merge, type Observable } from 'rxjs';
import { read } from './api';
import { Live, type DeskEvent } from './live';

/** Tells that what was read may have changed: something that `concerns` it happened, or a gap may have hidden it; once for what comes together. Call it where `inject` may be called. */
export function moved(concerns: (event: DeskEvent) => boolean = () => true): Observable<unknown> {
  const { events, gap } = inject(Live);
  return merge(events.pipe(filter(concerns)), gap).pipe(debounceTime(400), takeUntilDestroyed());
}

/** What is read from `path`, and again when something happened at the desk. Call it where `inject` may be called. */
export function readLive<T>(path: string): HttpResourceRef<T | undefined> {
  const reading = read<T>(() => path);
  moved().subscribe(() => reading.reload());
  return reading;
}
