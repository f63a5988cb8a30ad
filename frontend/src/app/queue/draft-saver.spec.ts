import { jest } from '@jest/globals';
import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom, throwError, type Observable } from 'rxjs';
import { Api } from '../api/api';
import { PAUSE } from '../ui/save-rhythm';
import { DraftSaver } from './draft-saver';

/** As HttpClient refuses. */
const refusal = (theirs: object): Observable<never> => throwError(() => new HttpErrorResponse({ status: 409, error: { code: 'draft.elsewhere', ...theirs } }));

describe('S08: a draft is never lost', () => {
  const saves: string[] = [];
  let refuse = false;
  let elsewhere: { text: string; savedAt: string | null } | undefined;
  const api = {
    get: jest.fn(() => Promise.resolve({ text: '', savedAt: null as string | null })),
    put: jest.fn((path: string, { text, over }: { text: string; over: string | null }, { keepalive }: { keepalive?: boolean }) => {
      if (elsewhere && over !== elsewhere.savedAt) return firstValueFrom(refusal(elsewhere));
      if (refuse) return Promise.reject(new Error('offline'));
      saves.push(`${path} ${text}${keepalive ? ' (keepalive)' : ''}`);
      return Promise.resolve({ text, savedAt: '2026-11-24T10:41:07Z' });
    }),
  };
  let draft: DraftSaver;

  beforeEach(async () => {
    jest.useFakeTimers();
    saves.length = 0;
    refuse = false;
    elsewhere = undefined;
    TestBed.configureTestingModule({ providers: [DraftSaver, { provide: Api, useValue: api }] });
    draft = TestBed.inject(DraftSaver);
    await draft.open('one');
  });
  afterEach(() => jest.useRealTimers());

  test('it waits at least 400 ms after the last letter, then saves once', async () => {
    expect(PAUSE).toBeGreaterThanOrEqual(400);
    draft.type('Ca');
    await jest.advanceTimersByTimeAsync(399);
    draft.type('Called');
    await jest.advanceTimersByTimeAsync(399);
    expect(saves).toEqual([]);
    await jest.advanceTimersByTimeAsync(PAUSE);
    expect(saves).toEqual(['/inquiries/one/draft Called']);
    expect([draft.state(), draft.savedAt()]).toEqual(['saved', '2026-11-24T10:41:07Z']);
  });

  test('leaving the field saves at once; nothing new is not saved again', async () => {
    draft.type('Called');
    await draft.flush();
    await draft.flush();
    await jest.advanceTimersByTimeAsync(PAUSE * 2);
    expect(saves).toEqual(['/inquiries/one/draft Called']);
  });

  test('hiding the page saves in a way that outlives it', async () => {
    draft.type('Called');
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await jest.advanceTimersByTimeAsync(0);
    expect(saves).toEqual(['/inquiries/one/draft Called (keepalive)']);
  });

  test('a failed save is said and tried again', async () => {
    refuse = true;
    draft.type('Called');
    await draft.flush();
    expect(draft.state()).toBe('failed');
    refuse = false;
    await jest.advanceTimersByTimeAsync(PAUSE * 10);
    expect(saves).toEqual(['/inquiries/one/draft Called']);
    expect(draft.state()).toBe('saved');
  });

  test('opening restores what was saved, and turning to another request saves the last one first', async () => {
    draft.type('For the first');
    api.get.mockResolvedValueOnce({ text: 'Kept from yesterday', savedAt: '2026-11-23T16:00:00Z' });
    await draft.open('two');
    expect(saves).toEqual(['/inquiries/one/draft For the first']);
    expect([draft.text(), draft.state(), draft.savedAt()]).toEqual(['Kept from yesterday', 'saved', '2026-11-23T16:00:00Z']);
  });

  test('what is typed while the draft is on its way is not overwritten', async () => {
    api.get.mockResolvedValueOnce({ text: 'Old', savedAt: null });
    const opened = draft.open('three');
    draft.type('New');
    await opened;
    expect(draft.text()).toBe('New');
  });

  describe('S10: two screens of one person', () => {
    beforeEach(async () => {
      elsewhere = { text: 'From the phone', savedAt: '2026-11-24T10:50:00Z' };
      draft.type('From the desk');
      await draft.flush();
    });

    test('what the other wrote is shown, and nothing is saved over it', async () => {
      draft.type('From the desk, longer');
      await jest.advanceTimersByTimeAsync(PAUSE * 30);
      expect([saves, draft.elsewhere(), draft.text(), draft.state()]).toEqual([[], elsewhere, 'From the desk, longer', 'unsaved']);
    });

    test.each([
      ['both', 'From the phone\n\nFrom the desk', ['/inquiries/one/draft From the phone\n\nFrom the desk']],
      ['mine', 'From the desk', ['/inquiries/one/draft From the desk']],
      ['theirs', 'From the phone', []],
    ] as const)('%s is kept when that is decided', async (keep, text, saved) => {
      draft.decide(keep);
      await jest.advanceTimersByTimeAsync(PAUSE * 2);
      expect([draft.text(), draft.elsewhere(), saves]).toEqual([text, null, saved]);
    });

    test('a tab that closes before anybody decided keeps both', async () => {
      jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
      document.dispatchEvent(new Event('visibilitychange'));
      await jest.advanceTimersByTimeAsync(0);
      expect(saves).toEqual(['/inquiries/one/draft From the phone\n\nFrom the desk (keepalive)']);
    });
  });

  test('S10: its own save whose answer never came is no other screen’s', async () => {
    refuse = true;
    draft.type('Called');
    await draft.flush();
    elsewhere = { text: 'Called', savedAt: '2026-11-24T10:50:00Z' };
    refuse = false;
    draft.type('Called again');
    await draft.flush();
    await jest.advanceTimersByTimeAsync(PAUSE * 2);
    expect([draft.elsewhere(), saves]).toEqual([null, ['/inquiries/one/draft Called again']]);
  });
});
