/** After the last letter, so that each word is looked for once. */
const PAUSE = 300;

/** Work that waits until somebody stops typing. */
export class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;

  before(work: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, PAUSE);
  }
}
