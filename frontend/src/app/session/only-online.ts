import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { throwError } from 'rxjs';
import { Online } from '../ui/online';

const NOT_CHANGING = ['GET', 'HEAD'];

/** Without a connection a change is refused here and now: one that waited in the browser would be made later, when nobody expects it. */
export const onlyOnline: HttpInterceptorFn = (request, next) =>
  inject(Online).value() || NOT_CHANGING.includes(request.method) ? next(request) : throwError(() => new HttpErrorResponse({ status: 0, url: request.url }));
