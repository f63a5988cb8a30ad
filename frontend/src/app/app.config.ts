import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withFetch, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { inPractice, practising } from './api/practice-place';
import { readAgain } from './api/read-again';
import { routes } from './app.routes';
import { onlyOnline } from './session/only-online';
import { openSession } from './session/open-session';
import { PlainTitle } from './shell/plain-title';

/** The base is given here and not by a <base> element: the desk's content security policy allows none. */
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: APP_BASE_HREF, useFactory: () => (practising() ? '/practice/' : '/desk/') },
    provideHttpClient(withFetch(), withNoXsrfProtection(), withInterceptors([onlyOnline, readAgain, openSession, inPractice])),
    provideRouter(routes, withComponentInputBinding()),
    { provide: TitleStrategy, useClass: PlainTitle },
  ],
};
