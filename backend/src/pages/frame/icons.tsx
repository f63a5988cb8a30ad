import type { VNode } from 'preact';

const PATHS = {
  alert: 'M12 4 2.8 19.5h18.4ZM12 10v4.2M12 17h.01',
  door: 'M13 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H13M10.5 12H21M17 8l4 4-4 4',
  left: 'm14.5 5.5-6.5 6.5 6.5 6.5',
  call: 'M5 4h4l1.6 4.8-2.3 1.7a12 12 0 0 0 5.2 5.2l1.7-2.3L20 15v4a1.6 1.6 0 0 1-1.7 1.6C10.5 20.1 3.9 13.5 3.4 5.7A1.6 1.6 0 0 1 5 4Z',
  text: 'M5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H10l-4.5 4v-4A1.5 1.5 0 0 1 4 14.5v-9A1.5 1.5 0 0 1 5.5 4ZM8 8.5h8M8 11.7h5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  ask: 'M12 3.5a8.5 8.5 0 1 0 .01 0M9.5 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.7M12 16.7h.01',
  no: 'm6 6 12 12M18 6 6 18',
  chat: 'M4 5h11v8H9l-3 3v-3H4ZM18 9h2v8h-2v3l-3-3h-4',
} as const;

/** A line drawing beside a word; it never stands alone. `flip`: mirrored in right-to-left pages. */
export const Icon = ({ name, flip }: { name: keyof typeof PATHS; flip?: boolean }): VNode => (
  <svg class={flip ? 'i flip' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);

export const Mark = (): VNode => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M24.6 8.4A11.5 11.5 0 1 0 27.5 16M10.5 16.4l4 4L27 7.4" />
  </svg>
);
