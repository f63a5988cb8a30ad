import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Live } from '../../api/live';
import type { OptionView } from '../../api/match-types';
import type { AgencyRow } from '../../api/refer-types';
import { InquiryStore } from '../inquiry-store';
import { ReferPanel } from './refer-panel';
import { ReferStore } from './refer-store';

const option: OptionView = { id: 'o', needId: 'n', serviceId: 's', name: 'Peer Bridgers', organization: 'Second Harbor', rank: 1, reasons: [], decision: 'chosen', version: 1, why: null, offeredAt: '', offeredBy: { id: 'ruth', name: 'Ruth Amsel' } };
const row = (label: string, value: string, part: Partial<AgencyRow> = {}): AgencyRow => ({ label, value, kind: 'text', safely: false, ...part });
const preview = (part: Record<string, unknown> = {}): Record<string, unknown> => ({
  agency: { id: 'a', name: 'Second Harbor' }, ways: ['self', 'link', 'phone'], noLink: null, agencyPhone: '203-555-0177', contactName: 'Luis', known: ['name', 'reach', 'need'], facts: { service: 'Peer Bridgers', name: 'Teo' }, reference: 'R-4K7P-29', language: 'en', rows: [row('Asked for', 'Peer Bridgers'), row('Name to use', 'Teo')], hash: 'first', answerBy: '2026-11-27T17:00:00Z', ...part,
});

describe('asking an agency', () => {
  let fixture: ComponentFixture<ReferPanel>;
  let http: HttpTestingController;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const reads = (): TestRequest => http.expectOne(({ url }) => url.endsWith('/referral-preview'));
  const button = (name: string): HTMLButtonElement => [...page().querySelectorAll('button')].find((each) => each.textContent?.trim() === name) as HTMLButtonElement;
  const box = (name: string): HTMLInputElement => [...page().querySelectorAll('label')].find((each) => each.textContent?.includes(name))?.querySelector('input') as HTMLInputElement;
  const open = async (way: 'link' | 'phone', answer = preview()): Promise<void> => {
    fixture = TestBed.createComponent(ReferPanel);
    fixture.componentRef.setInput('option', option);
    fixture.componentRef.setInput('way', way);
    await new Promise((done) => setTimeout(done));
    const request = reads();
    expect(request.request.body).toEqual({ optionId: 'o', fields: ['name', 'reach'] });
    request.flush(answer);
    await settle();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [InquiryStore, ReferStore, provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
  });

  test('nothing is agreed for anybody, and without a yes nothing leaves', async () => {
    await open('phone');
    expect(box('They heard exactly this').checked).toBe(false);
    button('I call them: 203-555-0177, ask for Luis').click();
    await settle();
    expect(page().textContent).toContain('Without their yes nothing is shared.');
    http.expectNone(({ url }) => url.endsWith('/referrals'));
  });

  test('another tick is another preview, and takes the yes back; an older answer never wins', async () => {
    await open('link');
    box('They heard exactly this').click();
    await settle();
    expect(box('They heard exactly this').checked).toBe(true);
    box('What they need help with').click();
    await settle();
    expect(box('They heard exactly this').checked).toBe(false);
    const early = reads();
    box('Name to use').click();
    await settle();
    const late = reads();
    expect([early.request.body, late.request.body]).toEqual([{ optionId: 'o', fields: ['name', 'reach', 'need'] }, { optionId: 'o', fields: ['reach', 'need'] }]);
    late.flush(preview({ rows: [row('Asked for', 'Peer Bridgers'), row('What would help', 'Grief')], hash: 'late' }));
    early.flush(preview({ hash: 'early' }));
    await settle();
    box('They heard exactly this').click();
    await settle();
    button('Send to Second Harbor').click();
    await settle();
    const made = http.expectOne(({ url }) => url.endsWith('/referrals'));
    expect(made.request.body).toEqual({ optionId: 'o', way: 'link', fields: ['reach', 'need'], agreed: true, hash: 'late' });
    expect([...page().querySelectorAll('dt')].map((line) => line.textContent?.trim())).toEqual(['Asked for', 'What would help']);
  });

  test('what is ticked stays when the request is read anew', async () => {
    await open('link');
    box('What they need help with').click();
    await settle();
    reads().flush(preview({ hash: 'second' }));
    await settle();
    box('They heard exactly this').click();
    fixture.componentRef.setInput('option', { ...option, version: 2 });
    await settle();
    http.expectNone(({ url }) => url.endsWith('/referral-preview'));
    expect([box('What they need help with').checked, box('They heard exactly this').checked]).toEqual([true, true]);
  });

  test('the lines are the agency’s own, as the server says them: in its language, which is named, each as it is written', async () => {
    await open('phone', preview({ language: 'es', rows: [row('Llame al', '203-555-0142', { kind: 'number', safely: true }), row('En sus palabras', 'No duermo.', { kind: 'quote' })] }));
    const list = page().querySelector('dl');
    expect(list?.lang).toBe('es');
    expect([...page().querySelectorAll('dl > div')].map((line) => [line.className, ...[...line.children].map((part) => part.textContent?.trim())])).toEqual([['safe', 'Llame al', '203-555-0142'], ['', 'En sus palabras', 'No duermo.']]);
    expect([list?.querySelector('dd')?.dir, list?.querySelector('q')?.textContent]).toEqual(['ltr', 'No duermo.']);
    expect(page().textContent).toContain('In Spanish, as they read it.');
  });

  test('other facts than those that were heard: they are read again, said so, and need another yes', async () => {
    await open('phone');
    box('They heard exactly this').click();
    await settle();
    button('I call them: 203-555-0177, ask for Luis').click();
    await settle();
    http.expectOne(({ url }) => url.endsWith('/referrals')).flush({ status: 422, code: 'request.invalid', title: 'x', errors: [{ field: 'hash', code: 'consent.other-facts', detail: 'x' }] }, { status: 422, statusText: 'x' });
    await settle();
    reads().flush(preview({ rows: [row('Name to use', 'Teodor')], hash: 'second' }));
    await settle();
    expect(page().textContent).toContain('The facts changed since they heard them.');
    expect(page().textContent).toContain('Teodor');
    expect(box('They heard exactly this').checked).toBe(false);
  });

  test.each([['no-address', 'There is no e-mail address for Second Harbor.'], ['restricted', 'These facts are not sent by link.']])('no link because of %s: it says so and offers the phone', async (noLink, words) => {
    await open('link', preview({ noLink, ways: ['self', 'phone'] }));
    expect(page().textContent).toContain(words);
    expect(button('Ask by phone')).toBeTruthy();
    expect(page().querySelector('input')).toBeNull();
  });

  test('a field of which nothing is known is not proposed', async () => {
    await open('phone', preview({ known: ['reach', 'need'] }));
    const again = reads();
    expect(again.request.body).toEqual({ optionId: 'o', fields: ['reach'] });
    again.flush(preview({ known: ['reach', 'need'] }));
    await settle();
    expect(box('Name to use')).toBeUndefined();
  });
});

test.each(['referral.moved', 'referral.replied', 'consent.withdrawn', 'outcome.said', 'inquiry.need-ended'])('%s of this request reads its referrals again and keeps what is shown; of another one it does not', async (type) => {
  TestBed.configureTestingModule({ providers: [InquiryStore, ReferStore, provideHttpClient(), provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  const inquiry = TestBed.inject(InquiryStore);
  const store = TestBed.inject(ReferStore);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await new Promise((done) => setTimeout(done));
    }
  };
  inquiry.id.set('one');
  await settle();
  http.expectOne('/api/inquiries/one').flush({ id: 'one', needs: [], actions: ['read'] });
  await settle();
  http.expectOne('/api/inquiries/one/referrals').flush([{ id: 'r', state: 'sent' }]);
  http.match(() => true);
  await settle();
  TestBed.inject(Live).events.next({ id: '1', type, subject: 'two', body: {} });
  await settle();
  http.expectNone('/api/inquiries/one/referrals');
  TestBed.inject(Live).events.next({ id: '2', type, subject: 'one', body: {} });
  await settle();
  expect(store.referrals()).toHaveLength(1);
  http.expectOne('/api/inquiries/one/referrals').flush({ title: 'x' }, { status: 503, statusText: 'x' });
  await settle();
  expect(store.referrals()).toHaveLength(1);
  expect(store.problem()?.status).toBe(503);
});
