import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FactName, FactView, InquiryView } from '../api/types';
import { nameOf } from './match-suggestions';
import { UnderstoodStore } from './understood-store';
import { AGE_WORDS, INSURANCE_WORDS, LANGUAGE_WORDS, word } from '../ui/words';

const NAMES: readonly [FactName, string, Readonly<Record<string, string>>][] = [
  ['age', 'Age', AGE_WORDS],
  ['insurance', 'Insurance', INSURANCE_WORDS],
  ['peer', 'Someone who has been there', { yes: 'Yes, please', no: 'No', no_preference: 'No preference' }],
  ['veteran', 'Veteran', { yes: 'Yes', no: 'No' }],
  ['speak', 'Language to speak', LANGUAGE_WORDS],
];
const STATES: Readonly<Record<FactView['state'], string>> = { given: 'Given', declined: 'Did not want to say', 'not-asked': 'Left open', unknown: 'Does not know' };

/** What a question calls each of them. */
const ASKED_AS: Readonly<Partial<Record<FactName, readonly string[]>>> = { age: ['age'], insurance: ['payment'], peer: ['peer'], veteran: ['veteran'], speak: ['language'] };

/** Given, declined and left open are three different things, and said in words. */
@Component({
  selector: 'desk-facts-part',
  template: `
    <dl class="facts">
      @for (fact of facts(); track fact.name) {
        <div><dt>{{ fact.name }}</dt><dd [class.muted]="!fact.given">{{ fact.text }}@if (fact.heard) {<br /><span class="said">heard: {{ fact.heard }}</span>}</dd></div>
      }
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactsPart {
  readonly inquiry = input.required<InquiryView>();
  private readonly understood = inject(UnderstoodStore);
  private readonly heard = computed(() => {
    const all = this.understood.facts();
    return (name: FactName): string => all.filter(({ code }) => ASKED_AS[name]?.includes(code)).map(nameOf).join(', ');
  });
  protected readonly facts = computed(() => {
    const { facts, followUpOk, town, zip } = this.inquiry();
    const told = NAMES.map(([code, name, words]) => ({ name, given: facts[code].state === 'given', text: textOf(facts[code], words), heard: this.heard()(code) }));
    const place = [town, zip].filter(Boolean).join(', ');
    return [
      { name: 'Place', given: !!place, text: place || 'No place given', heard: '' },
      ...told,
      { name: 'Asking later how it went', given: true, text: followUpOk ? 'Yes, we may' : 'No, do not ask', heard: '' },
    ];
  });
}

const textOf = ({ state, value }: FactView, words: Readonly<Record<string, string>>): string => (state === 'given' && value ? word(words, value) : STATES[state]);
