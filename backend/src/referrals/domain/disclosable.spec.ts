import type { Material } from '../../intake/index.js';
import { knownFields, sharedFacts } from './disclosable.js';

const about = { service: 'Harbor Circle', topic: 'grief' };
const material = (part: Partial<Material> = {}): Material => ({
  asker: 'self', identity: { person: 'Teo', contactName: 'Marisol', phone: '203-555-0142', email: null },
  safe: { channel: 'phone', voicemail: false, others: 'ask-for-me', name: 'Marisol', times: [], never: null, emailOk: false },
  words: null, facts: {}, town: null, zip: null, language: 'en', ...part,
});

describe('what can be shared', () => {
  it.each([['self', 'self'], ['carer', 'helper'], ['professional', 'helper'], ['undisclosed', 'unknown']] as const)('asked by "%s": the agency is told that it reaches "%s"', (asker, whose) => {
    expect(sharedFacts(['reach'], material({ asker }), about).reach?.whose).toBe(whose);
  });

  it('a helper’s name is never the person’s', () => {
    const identity = { ...material().identity, person: null };
    expect(sharedFacts(['name'], material({ identity }), about).name).toBe('Marisol');
    expect(sharedFacts(['name'], material({ identity, asker: 'carer' }), about).name).toBeNull();
    expect(knownFields(material({ identity, asker: 'carer' }), about)).not.toContain('name');
  });
});
