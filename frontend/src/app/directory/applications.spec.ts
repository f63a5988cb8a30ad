import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ApplicationView } from '../api/types';
import { ApplicationPanel } from './application-panel';
import { ApplicationsStore } from './applications-store';

const item = (over: Partial<ApplicationView> = {}): ApplicationView => ({ id: 'p1', name: 'Quiet Oak', email: 'oak@example.org', who: null, phone: '555-0142', website: null, about: 'Peer groups', doubt: null, state: 'open', madeAt: '2026-11-24T12:00:00Z', serviceId: null, reason: null, decidedBy: null, decidedAt: null, appeal: null, appealedAt: null, version: 2, actions: ['decide'], ...over });

async function panel(view: ApplicationView): Promise<{ text: string; press: (name: RegExp) => void; http: HttpTestingController; settle: () => Promise<void>; host: HTMLElement }> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), ApplicationsStore] });
  const fixture = TestBed.createComponent(ApplicationPanel);
  fixture.componentRef.setInput('item', view);
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  http.expectOne('/api/directory/applications').flush({ items: [view] });
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const press = (name: RegExp): void => [...host.querySelectorAll('button')].find((button) => name.test(button.textContent))?.click();
  return { text: host.textContent, press, http, settle: () => fixture.whenStable(), host };
}

describe('a place that wants to be listed', () => {
  test('is not refused without a reason; the version that was read goes along', async () => {
    const { press, http, settle, host } = await panel(item());
    press(/^Do not list it/);
    await settle();
    expect(host.textContent).toContain('Say why not: they read it.');
    http.expectNone('/api/directory/applications/p1/decision');
    const words = host.querySelector('textarea') as HTMLTextAreaElement;
    words.value = 'Nobody answers';
    words.dispatchEvent(new Event('input'));
    press(/^Do not list it/);
    const call = http.expectOne('/api/directory/applications/p1/decision');
    expect([call.request.headers.get('if-match'), call.request.body]).toEqual(['"v2"', { accepted: false, reason: 'Nobody answers' }]);
    call.flush({ items: [] });
  });

  test('who decided first leaves the second look to somebody else', async () => {
    const { text } = await panel(item({ state: 'appealed', appeal: 'Look again', reason: 'No', decidedBy: 'Mei Tan', actions: [] }));
    expect(text).toContain('You decided first: somebody else looks at it again.');
    expect(text).not.toContain('Do not list it');
  });

  test('says that a machine may have sent it', async () => {
    expect((await panel(item({ doubt: 'too-fast' }))).text).toContain('filled in very fast');
  });
});
