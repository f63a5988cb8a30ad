import { effect, inject } from '@angular/core';
import { Now } from '../../ui/now';

/** As long as the present is kept by itself. */
const NEAR = 16_000;

/** The present moves at the very instant at which something is due, so that it turns on every screen at the same moment. */
export function tickWhenDue(dues: () => readonly (string | null)[]): void {
  const now = inject(Now);
  effect((onCleanup) => {
    const at = now.value().getTime();
    const next = Math.min(...dues().map((due) => (due ? Date.parse(due) : Infinity)).filter((due) => due > at));
    if (next - at > NEAR) return;
    const timer = setTimeout(() => now.tick(), next - Date.now());
    onCleanup(() => clearTimeout(timer));
  });
}
