/** The product's keys, and the ones that somebody presses for them. What is not in it is pressed as the product names it. */
export type KeyMap = ReadonlyMap<string, string>;

/** What is pressed for the product's `key`; of two in a row, such as "g m", each. */
export const pressedFor = (map: KeyMap, key: string): string => key.split(' ').map((part) => map.get(part) ?? part).join(' ');

/** The product's key that a press of `pressed` means; undefined when that press means nothing any more. */
export function meantBy(map: KeyMap, pressed: string): string | undefined {
  for (const [key, chosen] of map) if (chosen === pressed) return key;
  return map.has(pressed) ? undefined : pressed;
}

/** `pressed` for `key` from now on. Whatever was pressed like that gets the press that becomes free, so that no two are alike and none is lost. */
export function rekeyed(map: KeyMap, key: string, pressed: string): KeyMap {
  const before = pressedFor(map, key);
  const other = meantBy(map, pressed);
  const next = new Map(map).set(key, pressed);
  if (other !== undefined && other !== key) next.set(other, before);
  return new Map([...next].filter(([of, press]) => of !== press));
}
