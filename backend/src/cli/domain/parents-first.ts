/** Names in an order in which each stands behind those it needs; what needs itself is no hindrance. Throws when some need each other. */
export function parentsFirst(names: readonly string[], needs: ReadonlyMap<string, readonly string[]>): string[] {
  const placed: string[] = [];
  for (let waiting = [...names]; waiting.length; ) {
    const ready = waiting.filter((name) => (needs.get(name) ?? []).every((other) => other === name || !waiting.includes(other)));
    if (!ready.length) throw new Error(`These tables need each other: ${waiting.join(', ')}`);
    placed.push(...ready);
    waiting = waiting.filter((name) => !ready.includes(name));
  }
  return placed;
}
