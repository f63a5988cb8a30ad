/** Somebody who looks at a request now. */
export interface Here {
  inquiryId: string;
  /** Only who may open restricted requests may know of it. */
  restricted: boolean;
  id: string;
  name: string;
  writing: boolean;
}
type People = readonly Pick<Here, 'id' | 'name' | 'writing'>[];

const byRequest = (all: readonly Here[]): Map<string, People> => {
  const found = new Map<string, Pick<Here, 'id' | 'name' | 'writing'>[]>();
  for (const { inquiryId, id, name, writing } of all) found.set(inquiryId, [...(found.get(inquiryId) ?? []), { id, name, writing }]);
  return found;
};

/** The requests whose people are others than before, with who is there now: nobody is an empty list. */
export function changesOf(before: readonly Here[], now: readonly Here[]): Record<string, People> {
  const [was, is] = [byRequest(before), byRequest(now)];
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return Object.fromEntries(ids.map((id) => [id, is.get(id) ?? []] as const).filter(([id, people]) => JSON.stringify(people) !== JSON.stringify(was.get(id) ?? [])));
}
