import fc from 'fast-check';
import { isUuid, keptId, stableId, uuidv5 } from './stable-id.js';

it('agrees with the known vectors of the DNS namespace', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(uuidv5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  expect(uuidv5(dns, 'python.org')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d');
});

it('is stable, a UUID, and apart for other sources and tables', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (source, table, id) => {
      expect(stableId(source, table, id)).toBe(stableId(source, table, id));
      expect(isUuid(stableId(source, table, id))).toBe(true);
      expect(stableId(`${source}x`, table, id)).not.toBe(stableId(source, `x${table}`, id));
    }),
  );
});

it("keeps a source's UUID", () => {
  fc.assert(fc.property(fc.uuid(), (id) => keptId('any', 'service', id.toUpperCase()) === id));
  expect(keptId('miami', 'service', '136')).toBe(stableId('miami', 'service', '136'));
});
