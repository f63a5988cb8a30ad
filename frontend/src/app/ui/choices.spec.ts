import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Choices, type Choice } from './choices';

type Way = 'call' | 'text' | 'wait';
const WAYS: readonly Choice<Way>[] = [{ code: 'call', name: 'Call them' }, { code: 'text', name: 'Text them', hint: 'Only where a text is safe.' }, { code: 'wait', name: 'Wait' }];

@Component({
  imports: [Choices],
  template: `
    <desk-choices first asks="How do we answer?" aside="today" [choices]="ways" [(chosen)]="way" [hint]="hint()" [fault]="fault()">
      <ng-template><desk-choices inset asks="Did they agree?" [choices]="yesOrNo" [(chosen)]="agreed" /></ng-template>
    </desk-choices>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Form {
  readonly ways = WAYS;
  readonly yesOrNo: readonly Choice<boolean>[] = [{ code: true, name: 'Yes' }, { code: false, name: 'No' }];
  readonly way = signal<Way | null>(null);
  readonly agreed = signal<boolean | null>(null);
  readonly hint = signal('');
  readonly fault = signal('');
}

describe('choose one of these', () => {
  let fixture: ComponentFixture<Form>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const radio = (name: string): HTMLInputElement => [...page().querySelectorAll('label')].find((label) => label.textContent?.trim() === name)?.querySelector('input') as HTMLInputElement;
  const group = (): HTMLFieldSetElement => page().querySelector('fieldset') as HTMLFieldSetElement;
  const said = (of: Element): string[] => (of.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean).map((id) => document.getElementById(id)?.textContent ?? `nothing is called ${id}`);
  const press = async (name: string): Promise<void> => {
    radio(name).click();
    await fixture.whenStable();
  };

  beforeEach(async () => {
    fixture = TestBed.createComponent(Form);
    document.body.append(page());
    await fixture.whenStable();
  });
  afterEach(() => page().remove());

  test('nothing is preset; a name is the choice’s own words, and its hint describes it', () => {
    expect(page().querySelector('legend')?.textContent).toBe('How do we answer? (today)');
    expect([...page().querySelectorAll('label')].map((label) => label.textContent)).toEqual(['Call them', 'Text them', 'Wait']);
    expect([...page().querySelectorAll('input')].map(({ checked, type }) => [type, checked])).toEqual(WAYS.map(() => ['radio', false]));
    expect([radio('Text them'), radio('Wait'), group()].map(said)).toEqual([['Only where a text is safe.'], [], []]);
  });

  test('one at a time, and what is chosen is its code', async () => {
    await press('Call them');
    await press('Wait');
    expect(fixture.componentInstance.way()).toBe('wait');
    expect(WAYS.map(({ name }) => radio(name).checked)).toEqual([false, false, true]);
    fixture.componentInstance.way.set('text');
    await fixture.whenStable();
    expect(WAYS.map(({ name }) => radio(name).checked)).toEqual([false, true, false]);
  });

  test('what has to be said of a choice stands right under it, as a group of its own; no is an answer', async () => {
    expect(page().querySelectorAll('fieldset')).toHaveLength(1);
    await press('Text them');
    expect([...page().querySelectorAll('label, legend')].map((each) => each.textContent)).toEqual(['How do we answer? (today)', 'Call them', 'Text them', 'Did they agree?', 'Yes', 'No', 'Wait']);
    await press('No');
    expect([fixture.componentInstance.agreed(), fixture.componentInstance.way()]).toEqual([false, 'text']);
    expect([radio('No').checked, radio('Text them').checked]).toEqual([true, true]);
  });

  test('what is wrong is said at once and describes the group, beside its hint', async () => {
    fixture.componentInstance.hint.set('They asked for a call.');
    fixture.componentInstance.fault.set('Choose one.');
    await fixture.whenStable();
    expect(page().querySelector('[role="alert"]')?.textContent).toBe('Choose one.');
    expect(said(group())).toEqual(['They asked for a call.', 'Choose one.']);
    fixture.componentInstance.fault.set('');
    await fixture.whenStable();
    expect(said(group())).toEqual(['They asked for a call.']);
  });

  test('a sheet begins at the first of them', () => {
    expect([...page().querySelectorAll('[data-first]')]).toEqual([radio('Call them')]);
  });
});
