import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;
type Grouped = ReturnType<Storage['groupByPropertyName']>;

const done = new WeakSet<Storage>();

/**
 * class-validator gathers a class's rules anew for each object it checks, walking every class of the program: a fifth of
 * an intake's processor time. The rules are fixed, so each class's are gathered once; a class that is checked has been
 * read whole, its parents too. Checks with groups (we have none) are left as they are; the name of a schema selects
 * nothing among a class's own rules.
 */
export function gatherRulesOnce(storage: Storage = getMetadataStorage()): void {
  if (done.has(storage)) return;
  done.add(storage);
  const [gather, group] = [storage.getTargetValidationMetadatas.bind(storage), storage.groupByPropertyName.bind(storage)];
  const rules = new Map<unknown, Rules>();
  const grouped = new WeakMap<Rules, Grouped>();
  storage.getTargetValidationMetadatas = (target, ...rest) => {
    const [, , , groups] = rest;
    if (groups?.length) return gather(target, ...rest);
    const known = rules.get(target) ?? gather(target, ...rest);
    rules.set(target, known);
    return known;
  };
  storage.groupByPropertyName = (all) => {
    const known = grouped.get(all) ?? group(all);
    grouped.set(all, known);
    return known;
  };
}
