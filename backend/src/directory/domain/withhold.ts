const ESCAPE = /[.*+?^${}()|[\]\\]/g;

/** A text without the streets that are hidden: descriptions repeat addresses. Streets shorter than five letters would take out too much. */
export function withhold(text: string | null, streets: readonly string[]): string | null {
  return streets.filter((street) => street.trim().length > 4).reduce((rest, street) => rest?.replace(new RegExp(street.trim().replace(ESCAPE, '\\$&').replace(/\s+/g, '\\s+'), 'gi'), '(address withheld)') ?? null, text);
}
