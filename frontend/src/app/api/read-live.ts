import { type HttpResourceRef } from '@angular/common/http';
import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, merge } from 'rxjs';
import { read } from './api';
import { Live } from './live';

/** What is read from `path`, and again when something happened at the desk: once for what comes together. Call it where `inject` may be called. */
export function readLive<T>(path: string): HttpResourceRef<T | undefined> {
  const { events, gap } = inject(Live);
  const reading = read<T>(() => path);
  merge(events, gap).pipe(debounceTime(400), takeUntilDestroyed()).subscribe(() => reading.reload());
  return reading;
}
