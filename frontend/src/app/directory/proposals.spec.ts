import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ProposalView, ProposedFieldView } from '../api/types';
import { decisionsOf, nowPieces, publishedBy, publishedLine, publishLabel, sheetWords, theirPieces } from './proposal-words';
import { ProposalPanel } from './proposal-panel';
import { ProposalsStore } from './proposals-store';

const field = (over: Partial<ProposedFieldView> = {}): ProposedFieldView => ({ field: 'hours', now: ['Monday, 9 am to 5 pm', 'Friday, 9 am to 5 pm'], they: ['Monday, 1 pm to 9 pm', 'Friday, 9 am to 5 pm'], unusual: [], before: null, words: null, mark: 'm', ...over });
const item = (over: Partial<ProposalView> = {}): ProposalView => ({ id: 'p1', serviceId: 's1', service: 'Harbor House', organization: 'Harbor', note: null, madeAt: '2026-11-24T12:00:00Z', version: 3, crisis: false, firstBy: null, inclusion: 'included', batchId: null, fields: [field()], actions: ['decide'], ...over });

describe('what an agency sent', () => {
  test('a line is marked where it stands on one side alone', () => {
    expect(nowPieces(field()).flat()).toEqual([{ text: 'Monday, 9 am to 5 pm', odd: true }, { text: 'Friday, 9 am to 5 pm', odd: false }]);
    expect(theirPieces(field()).flat().map(({ odd }) => odd)).toEqual([true, false]);
  });

  test('a text is marked word by word, paragraph by paragraph', () => {
    const words = [{ is: 'same', text: 'We listen.\n' }, { is: 'gone', text: 'Upstairs.' }, { is: 'new', text: 'On the ground floor.' }] as ProposedFieldView['words'];
    expect(nowPieces(field({ field: 'description', words }))).toEqual([[{ text: 'We listen.', odd: false }], [{ text: 'Upstairs.', odd: true }]]);
    expect(theirPieces(field({ field: 'description', words }))).toEqual([[{ text: 'We listen.', odd: false }], [{ text: 'On the ground floor.', odd: true }]]);
  });

  test.each([
    ['nothing yet', {}, undefined, 'Publish: decide on each field first'],
    ['one taken over', { hours: { accepted: true, why: '' } }, undefined, 'Publish: decide on each field first'],
    ['a refusal without a reason', { hours: { accepted: true, why: '' }, phones: { accepted: false, why: ' ' } }, undefined, 'Publish 1, write back 1'],
    ['both', { hours: { accepted: true, why: 'kept from before' }, phones: { accepted: false, why: 'It does not ring' } }, [{ field: 'hours', mark: 'm', accepted: true }, { field: 'phones', mark: 'm', accepted: false, why: 'It does not ring' }], 'Publish 1, write back 1'],
    ['none', { hours: { accepted: false, why: 'No' }, phones: { accepted: false, why: 'No' } }, [{ field: 'hours', mark: 'm', accepted: false, why: 'No' }, { field: 'phones', mark: 'm', accepted: false, why: 'No' }], 'Write back: nothing taken over'],
  ])('decisions: %s', (_, choices, sent, label) => {
    const fields = [field(), field({ field: 'phones' })];
    expect(decisionsOf(fields, choices)).toEqual(sent);
    expect(publishLabel(fields, choices)).toBe(label);
  });

  test('of a listing that nobody sees yet nothing is published: it is written into the draft', () => {
    const taken = { hours: { accepted: true, why: '' } };
    expect(publishLabel([field()], taken)).toBe('Publish');
    expect(publishLabel([field()], taken, 'under-review')).toBe('Write into the draft');
    expect(publishLabel([field()], {}, 'excluded')).toBe('Write into the draft: decide on each field first');
  });
});

test('every part that can be published has its words, also those of stewards', () => {
  const one = { id: 'x', service: 'A', organization: 'B', fields: ['areas', 'peer', 'hours'] as const, at: '', by: 'Mei', atOnce: false };
  expect(publishedLine({ ...one, fields: [...one.fields] })).toBe('where they help, peer support, opening hours');
});

test('what was published at once says so', () => {
  const one = { id: 'x', service: 'A', organization: 'B', fields: [], at: '', by: null, atOnce: true };
  expect([publishedBy(one), publishedBy({ ...one, by: 'Mei', atOnce: false })]).toEqual(['published at once, by their own word', 'by Mei']);
});

describe('the list of proposals', () => {
  let store: ProposalsStore;
  let http: HttpTestingController;
  const settle = async (): Promise<void> => { TestBed.tick(); await Promise.resolve(); TestBed.tick(); };
  const answer = async (items: ProposalView[]): Promise<void> => {
    await settle();
    http.expectOne('/api/directory/proposals').flush({ items, published: [], sheets: [] });
    await settle();
  };
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), ProposalsStore] });
    store = TestBed.inject(ProposalsStore);
    http = TestBed.inject(HttpTestingController);
    await answer([item()]);
  });

  test('sends the version that was read, says what was done, and reads the list again', async () => {
    const deciding = store.decide(item(), [{ field: 'hours', mark: 'm', accepted: true }]);
    const call = http.expectOne('/api/directory/proposals/p1/decision');
    expect(call.request.headers.get('if-match')).toBe('"v3"');
    call.flush({ outcome: 'published' });
    await deciding;
    await answer([]);
    expect([store.done(), store.view()?.items.length]).toEqual(['Harbor House is published.', 0]);
  });

  test('hours that are past midnight or longer than half a day are marked for another look, others are not', async () => {
    const fixture = TestBed.createComponent(ProposalPanel);
    const shown = async (unusual: string[]): Promise<string> => {
      fixture.componentRef.setInput('item', { ...item(), fields: [field({ unusual })] });
      await fixture.whenStable();
      return (fixture.nativeElement as HTMLElement).textContent ?? '';
    };
    expect(await shown([])).not.toContain('Unusual');
    expect(await shown(['Monday, 1 pm to 4:30 am'])).toMatch(/Unusual: look again\.\sPast midnight, or more than 12 hours: Monday, 1 pm to 4:30 am/);
  });

  test('a sheet is taken over at one press, and what is left for a look is said', async () => {
    const sheet = { id: 'b1', organization: 'Harbor', madeAt: '2026-11-24T12:00:00Z', open: 41, published: 0 };
    expect(sheetWords(sheet)).toBe('41 listings wait');
    const accepting = store.acceptSheet(sheet);
    http.expectOne('/api/directory/sheets/b1/accept').flush({ done: 40, left: 1 });
    await accepting;
    await answer([]);
    expect(store.done()).toBe('40 listings of Harbor published. 1 is left for a look of their own.');
  });

  test('a listing that changed meanwhile is told at its proposal, and what was chosen stays', async () => {
    const deciding = store.decide(item(), []);
    http.expectOne('/api/directory/proposals/p1/decision').flush({ title: 'The listing changed while you looked.', status: 409, code: 'listing.moved' }, { status: 409, statusText: 'x' });
    await deciding;
    expect([store.refused()?.id, store.refused()?.problem.code, store.view()?.items.length]).toEqual(['p1', 'listing.moved', 1]);
  });
});
