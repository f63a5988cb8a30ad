import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { ReferralView } from '../../api/refer-types';
import { InquiryStore } from '../inquiry-store';
import { ReferStore } from './refer-store';
import { ReplyForm } from './reply-form';

const asked = (note: string, saidAt: string) => ({ kind: 'needs-info' as const, reason: null, note, by: 'Dana', againOn: null, saidAt });
const referral = (part: Partial<ReferralView> = {}): ReferralView => ({
  id: 'r', needId: 'n', optionId: 'o', serviceId: 's', service: 'Peer Bridgers', agency: { id: 'a', name: 'Second Harbor' }, way: 'link', state: 'needs-info', reason: null, madeAt: '2026-11-24T09:40:00Z', madeBy: null,
  answerBy: '2026-11-27T17:00:00Z', overdue: false, answeredAt: null, endedAt: null, version: 3, fields: ['name', 'reach'], consentWithdrawnAt: null, answers: [asked('Which evenings?', '2026-11-25T10:00:00Z')], replies: [], ...part,
});

describe('answering an agency’s question', () => {
  let fixture: ComponentFixture<ReplyForm>;
  let http: HttpTestingController;
  let closed: boolean;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const field = (name: string): HTMLInputElement => [...page().querySelectorAll('label')].find((each) => each.textContent?.includes(name))?.querySelector('input') as HTMLInputElement;
  const words = (): HTMLTextAreaElement => page().querySelector('textarea') as HTMLTextAreaElement;
  const write = async (text: string): Promise<void> => {
    words().value = text;
    words().dispatchEvent(new Event('input'));
    await settle();
  };
  const press = async (what: HTMLElement): Promise<void> => {
    what.click();
    await settle();
  };
  const save = (): Promise<void> => press(page().querySelector('.btn--primary') as HTMLElement);
  const sent = () => http.expectOne(({ url }) => url.endsWith('/referrals/r/reply'));
  const nothingSent = () => http.expectNone(({ url }) => url.endsWith('/reply'));

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [InquiryStore, ReferStore, provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ReplyForm);
    closed = false;
    fixture.componentInstance.closed.subscribe(() => (closed = true));
    fixture.componentRef.setInput('referral', referral());
    document.body.append(page());
    await settle();
  });
  afterEach(() => page().remove());

  test('nothing is preset: their question on top, then what is missing is said where it is missing', async () => {
    expect(page().querySelector('.note')?.textContent).toContain('Which evenings?');
    await save();
    expect(page().textContent).toContain('Choose what the person says.');
    await press(field('They answer'));
    await save();
    expect([...page().querySelectorAll('.fault')].map((fault) => fault.textContent)).toEqual(['Write what they agreed to say.', 'Read it out first. Without their yes nothing is shared.']);
    expect(document.activeElement).toBe(words());
    await write('After six.');
    await save();
    expect(document.activeElement).toBe(field('They heard exactly this'));
    nothingSent();
  });

  test('what they agreed to is sent with the version that is on the screen', async () => {
    await press(field('They answer'));
    await write('  After six. ');
    await press(field('They heard exactly this'));
    await save();
    const { request } = sent();
    expect([request.body, request.headers.get('if-match')]).toEqual([{ text: 'After six.', agreed: true }, '"v3"']);
  });

  test('other words, or another question, need another yes', async () => {
    await press(field('They answer'));
    await write('After six.');
    await press(field('They heard exactly this'));
    await write('After seven.');
    expect(field('They heard exactly this').checked).toBe(false);
    await press(field('They heard exactly this'));
    expect(field('They heard exactly this').checked).toBe(true);
    fixture.componentRef.setInput('referral', referral({ version: 4, answers: [...referral().answers, asked('May his mother sit in?', '2026-11-25T11:00:00Z')] }));
    await settle();
    expect(page().querySelector('.note')?.textContent).toContain('May his mother sit in?');
    expect([words().value, field('They heard exactly this').checked]).toEqual(['After seven.', false]);
    await save();
    nothingSent();
  });

  test('they would rather not say: no words, no consent', async () => {
    await press(field('They answer'));
    await write('Not to be sent.');
    await press(field('They would rather not say'));
    await save();
    expect(sent().request.body).toEqual({ declined: true });
  });

  test('refused: it is told in its place, and nothing typed is lost', async () => {
    await press(field('They answer'));
    await write('After six.');
    await press(field('They heard exactly this'));
    await save();
    sent().flush({ title: 'Stale', status: 412, code: 'referral.stale', errors: [] }, { status: 412, statusText: 'Precondition Failed' });
    await settle();
    expect(page().textContent).toContain('Somebody changed this in the meantime.');
    expect([words().value, closed]).toEqual(['After six.', false]);
  });

  test('Escape closes it', () => {
    page().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(closed).toBe(true);
  });
});
