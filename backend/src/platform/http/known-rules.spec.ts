import { IsOptional, IsString, MaxLength, ValidateNested, getMetadataStorage, validateSync } from 'class-validator';
import { gatherRulesOnce } from './known-rules.js';

class Base {
  @IsString() @MaxLength(3)
  name: unknown;
}
class Longer extends Base {
  @MaxLength(5)
  declare name: unknown;
}
class Whole {
  @ValidateNested()
  inner: object = Object.assign(new Longer(), { name: 7 });

  @IsOptional({ groups: ['draft'] }) @IsString({ groups: ['draft'] })
  note: unknown;
}
const storage = getMetadataStorage();
type Storage = typeof storage;

/** A storage with the same rules whose methods can be replaced without touching the program's own. */
const copy = (): Storage => Object.create(storage) as Storage;

describe('rules gathered once', () => {
  const cases = [Base, Longer, Whole, Object].flatMap((target) => [undefined, 'Whole'].map((schema) => ({ target, schema })));
  it.each(cases)('are those of class-validator: $target.name, schema $schema', ({ target, schema }) => {
    const kept = copy();
    gatherRulesOnce(kept);
    for (let time = 0; time < 2; time++) {
      const rules = kept.getTargetValidationMetadatas(target, schema as string, false, false);
      expect(rules).toEqual(storage.getTargetValidationMetadatas(target, schema as string, false, false));
      expect(kept.groupByPropertyName(rules)).toEqual(storage.groupByPropertyName(rules));
    }
  });

  it('are gathered once for a class, and anew for groups', () => {
    const kept = copy();
    const gather = jest.fn(storage.getTargetValidationMetadatas.bind(storage));
    kept.getTargetValidationMetadatas = gather;
    gatherRulesOnce(kept);
    gatherRulesOnce(kept);
    const ask = (groups?: string[]): unknown[] => kept.getTargetValidationMetadatas(Whole, '', false, false, groups);
    expect(ask()).toBe(ask());
    expect(gather).toHaveBeenCalledTimes(1);
    expect(ask(['draft']).length).toBeLessThan(ask().length);
  });

  it('refuse and accept as before', () => {
    const faults = (): string => JSON.stringify(validateSync(new Whole(), { whitelist: true }).map(({ property, children }) => [property, children?.map((child) => child.constraints)]));
    const before = faults();
    gatherRulesOnce();
    expect(faults()).toBe(before);
    expect(before).toContain('5 characters');
  });
});
