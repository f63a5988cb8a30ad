import { provideZonelessChangeDetection } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../session/session';
import { PracticeOffer } from './practice-offer';

const me = { id: 'ruth', name: 'Ruth Adler', email: 'ruth@example.org', roles: ['SPE'], acts: ['queue.read', 'practice.use'], csrf: 'x', demo: false };

describe('the offer to practise', () => {
  async function offered(who: object, steps: object): Promise<{ text: string; press: () => Promise<string>; http: HttpTestingController }> {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(Session).me.set({ ...me, ...who });
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(PracticeOffer);
    await fixture.whenStable();
    http.expectOne('/api/me/first-steps').flush({ practice: false, tour: false, ...steps });
    await Promise.resolve(); // the answer is taken
    await Promise.resolve();
    await fixture.whenStable();
    const text = (): string => (fixture.nativeElement as HTMLElement).textContent.trim();
    const press = async (): Promise<string> => {
      (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
      await fixture.whenStable();
      return text();
    };
    return { text: text(), press, http };
  }

  it('is made to who never practised, and put away for good by one press', async () => {
    const { text, press, http } = await offered({}, {});
    expect(text).toContain('Practise first, on people who do not exist.');
    expect(await press()).toBe('');
    expect(http.expectOne('/api/me/first-steps').request.body).toEqual({ known: 'practice' });
  });

  it.each([
    ['who knows practice', {}, { practice: true }],
    ['who may not practise', { acts: ['directory.steward'] }, {}],
    ['a demo, which is practice itself', { demo: true }, {}],
  ])('is not made to %s', async (_, who, steps) => expect((await offered(who, steps)).text).toBe(''));
});
