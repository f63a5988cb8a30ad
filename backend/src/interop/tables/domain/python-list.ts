const DEEPEST = 20;
const LONGEST = 500_000;
const WORDS: Readonly<Record<string, unknown>> = { None: null, True: true, False: false, null: null, true: true, false: false };
const LISTS: ReadonlyMap<string, string> = new Map([['[', ']'], ['(', ')']]);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: ' ', r: ' ' };

/** Reads what Python prints of lists, tuples, objects, texts and numbers. */
class PythonText {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): unknown {
    const value = this.value(0);
    this.blanks();
    if (this.at < this.text.length) throw new SyntaxError('more than one value');
    return value;
  }

  private blanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private value(depth: number): unknown {
    if (depth > DEEPEST) throw new SyntaxError('too deep');
    this.blanks();
    const sign = this.text[this.at] ?? '';
    const end = LISTS.get(sign);
    if (end) return this.list(end, depth);
    if (sign === '{') return this.object(depth);
    return sign === "'" || sign === '"' ? this.quoted(sign) : this.word();
  }

  private list(end: string, depth: number): unknown[] {
    const values: unknown[] = [];
    this.at++;
    while (!this.ends(end)) values.push(this.value(depth + 1));
    return values;
  }

  private object(depth: number): Record<string, unknown> {
    const members: [string, unknown][] = [];
    this.at++;
    while (!this.ends('}')) {
      const name = String(this.value(depth + 1));
      this.blanks();
      if (this.text[this.at++] !== ':') throw new SyntaxError('a colon was expected');
      members.push([name, this.value(depth + 1)]);
    }
    return Object.fromEntries(members);
  }

  /** Passes the end, or a comma before the next value. */
  private ends(end: string): boolean {
    this.blanks();
    if (this.text[this.at] === ',') this.at++;
    this.blanks();
    if (this.at >= this.text.length) throw new SyntaxError('no end');
    if (this.text[this.at] !== end) return false;
    this.at++;
    return true;
  }

  private quoted(quote: string): string {
    let value = '';
    for (this.at++; this.text[this.at] !== quote; this.at++) {
      if (this.at >= this.text.length) throw new SyntaxError('no end');
      const sign = this.text[this.at] ?? '';
      value += sign === '\\' ? this.escaped() : sign;
    }
    this.at++;
    return value;
  }

  private escaped(): string {
    const sign = this.text[++this.at] ?? '';
    return ESCAPES[sign] ?? sign;
  }

  private word(): unknown {
    const word = /^[^\s,:[\](){}]+/.exec(this.text.slice(this.at, this.at + 200))?.[0] ?? '';
    this.at += word.length;
    if (word in WORDS) return WORDS[word];
    if (word === '' || Number.isNaN(Number(word))) throw new SyntaxError('a value was expected');
    return Number(word);
  }
}

/** The value that Python printed, such as `[{'number': '203-555-0101', 'extension': None}]`. Undefined when it is no such text. */
export function readPython(text: string): unknown {
  if (text.length > LONGEST) return undefined;
  try {
    return new PythonText(text).whole();
  } catch {
    return undefined;
  }
}
