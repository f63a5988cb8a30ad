import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type KeyMap, meantBy, pressedFor } from './key-map';

/**
 * A key that works now: one, or two in a row ("g m"). `also` are other words by which the palette finds it, two at least.
 * `press` returns nothing and may ask what was held with it; `when` keeps it out of the sheet while it does not apply.
 */
export interface Shortcut { key: string; does: string; also: readonly [string, string, ...string[]]; press: (event?: KeyboardEvent) => void; when?: () => boolean }

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
/** How long the first of two waits for the second. */
const SECOND_MS = 2_000;

/** Whether the reader is typing there, or choosing in a dialog: single letters then belong to the field. */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element && (target.closest(FIELDS) !== null || target.closest('dialog') !== null);

/** One press of one key: nothing held with it that the browser owns. */
const isPlain = (event: KeyboardEvent): boolean => !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat);

/** Single-letter keys (WCAG 2.1.4: one switch turns them all off, each can be another). Rooms add theirs while they are open. */
@Injectable({ providedIn: 'root' })
export class Keys {
  readonly on = signal(true);
  readonly chosen = signal<KeyMap>(new Map());
  readonly active = signal<readonly Shortcut[]>([]);
  /** The first of two that was pressed, while the second is waited for. */
  readonly held = signal('');
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** What works now: for each key the one added last. */
  readonly working = (): Shortcut[] =>
    this.active().filter((each, at, all) => (each.when?.() ?? true) && all.findLastIndex((other) => other.key === each.key && (other.when?.() ?? true)) === at);

  constructor() {
    const page = inject(DOCUMENT);
    const listen = (event: KeyboardEvent): void => this.pressed(event);
    page.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => page.removeEventListener('keydown', listen));
  }

  /** Returns what takes them away again. */
  add(...shortcuts: Shortcut[]): () => void {
    this.active.update((all) => [...all, ...shortcuts]);
    return () => this.active.update((all) => all.filter((each) => !shortcuts.includes(each)));
  }

  /** What is pressed for the product's `key`, as a key's cap says it. */
  shown(key: string): string {
    return pressedFor(this.chosen(), key).toUpperCase();
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.on() || !isPlain(event) || takesLetters(event.target)) return;
    const key = meantBy(this.chosen(), event.key.toLowerCase());
    const typed = [this.held(), key].filter(Boolean).join(' ');
    this.hold('');
    if (key !== undefined && this.act(typed, event)) event.preventDefault();
  }

  /** Does what was typed, or waits for its second key. False when it means nothing here. */
  private act(typed: string, event: KeyboardEvent): boolean {
    const working = this.working();
    const found = working.find((each) => each.key === typed);
    const begins = !found && working.some((each) => each.key.startsWith(`${typed} `));
    found?.press(event);
    if (begins) this.hold(typed);
    return begins || found !== undefined;
  }

  private hold(first: string): void {
    clearTimeout(this.waiting);
    this.held.set(first);
    if (first) this.waiting = setTimeout(() => this.held.set(''), SECOND_MS);
  }
}

/** What acts here before what leads elsewhere: two keys in a row go to another room. */
export const roomFirst = (shortcuts: readonly Shortcut[]): Shortcut[] => shortcuts.toSorted((a, b) => Number(a.key.includes(' ')) - Number(b.key.includes(' ')));
