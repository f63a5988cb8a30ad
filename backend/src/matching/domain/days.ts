const DAY = 86_400_000;

/** Whole days from one ISO date to a later one; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);
