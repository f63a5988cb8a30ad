import { TestBed } from '@angular/core/testing';
import { ContactSafely } from './contact-safely';

test('S20: the banner tells the ways and cannot be folded away', async () => {
  const fixture = TestBed.createComponent(ContactSafely);
  fixture.componentRef.setInput('safe', { channel: 'phone', voicemail: false, others: 'hang-up', name: null, times: ['morning'], never: null, emailOk: false });
  await fixture.whenStable();
  const banner = fixture.nativeElement as HTMLElement;
  expect(banner.querySelector('h2')?.textContent?.trim()).toBe('Contact safely');
  expect([...banner.querySelectorAll('li')].map((line) => line.textContent?.trim())).toEqual(['CallOnly mornings.', 'VoicemailNever. They said no.', 'TextNever. Not chosen.', 'E-mailNever. Not chosen.']);
  expect(banner.querySelectorAll('li.no')).toHaveLength(3);
  expect(banner.querySelector('.say')?.textContent).toContain('hang up');
  expect(banner.querySelector('button, details, summary')).toBeNull();
});
