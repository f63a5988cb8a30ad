/** Gives `heading` the focus when what had it is gone or hidden, as after a change of pane on a phone. Never takes it from a place in view. */
export function focusIfLost(heading: HTMLElement | undefined): void {
  const held = document.activeElement;
  if (!held || held === document.body || !held.checkVisibility()) heading?.focus();
}
