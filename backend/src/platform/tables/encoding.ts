import { createReadStream } from 'node:fs';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const HEAD = 4096;

/** Shares of zeros on even and odd places. */
const zeros = (head: Uint8Array, parity: number): number => head.filter((byte, index) => byte === 0 && index % 2 === parity).length / Math.max(8, head.length);

/** By its mark, or by its zeros: a spreadsheet's "Unicode text" has one in every other byte. */
export function wideEncodingOf(head: Uint8Array): Encoding | undefined {
  const mark = `${head[0]},${head[1]}`;
  if (mark === '255,254') return 'utf-16le';
  if (mark === '254,255') return 'utf-16be';
  const [even, odd] = [zeros(head, 0), zeros(head, 1)];
  if (odd > 1 / 3 && even === 0) return 'utf-16le';
  return even > 1 / 3 && odd === 0 ? 'utf-16be' : undefined;
}

/** How a text file is written. It is read once to its end: one byte that is no UTF-8 makes it Windows-1252, which knows every byte. */
export async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const part of createReadStream(path) as AsyncIterable<Uint8Array>) {
    const wide = first ? wideEncodingOf(part.subarray(0, HEAD)) : undefined;
    if (wide) return wide;
    first = false;
    if (!decodes(decoder, part, true)) return 'windows-1252';
  }
  return decodes(decoder, new Uint8Array(), false) ? 'utf-8' : 'windows-1252';
}

function decodes(decoder: TextDecoder, part: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(part, { stream });
    return true;
  } catch {
    return false;
  }
}

/** The file's text, part by part, without a mark in front. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of createReadStream(path) as AsyncIterable<Uint8Array>) yield decoder.decode(part, { stream: true });
  const rest = decoder.decode();
  if (rest) yield rest;
}
