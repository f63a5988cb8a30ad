import { effect, signal, type Signal } from '@angular/core';

/** True once `waiting` has lasted 300 ms: quick answers never flash a skeleton. */
export function patience(waiting: () => boolean, after = 300): Signal<boolean> {
  const slow = signal(false);
  effect((onCleanup) => {
    slow.set(false);
    if (!waiting()) return;
    const timer = setTimeout(() => slow.set(true), after);
    onCleanup(() => clearTimeout(timer));
  });
  return slow;
}
