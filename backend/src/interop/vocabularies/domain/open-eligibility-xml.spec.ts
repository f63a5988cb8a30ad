import { openEligibilityTerms } from './open-eligibility-xml.js';

it('reads levels within levels, whichever quotes, and the sentence of a head', () => {
  const text = `<?xml version="2.0"?>\n<taxonomy><services><descriptions><category id="1" title="food">Things to eat.</category></descriptions>\n<top_level id="1" title="Food &amp; drink">\n<second_level id='2' title="Pantry"></second_level>\n<second_level id="3" title='Meals'><third_level id="4" title="Soup"/></second_level></top_level></services></taxonomy>`;
  expect(openEligibilityTerms(text)).toEqual([
    { id: '1', title: 'Food & drink', parent_id: '', description: 'Things to eat.', line: 3 },
    { id: '2', title: 'Pantry', parent_id: '1', description: '', line: 4 },
    { id: '3', title: 'Meals', parent_id: '1', description: '', line: 5 },
    { id: '4', title: 'Soup', parent_id: '3', description: '', line: 5 },
  ]);
});

it('knows nothing of entities that a file declares, nor of other XML', () => {
  expect(openEligibilityTerms('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><top_level id="1" title="&e;">')).toMatchObject([{ title: '&e;' }]);
  expect([openEligibilityTerms('<a/>'), openEligibilityTerms(''), openEligibilityTerms('</top_level>'.repeat(3))]).toEqual([[], [], []]);
});
