import { Agent, request } from 'node:http';

/** What came back, or `undefined` for a connection that broke before the whole answer was there. */
export interface Answer {
  status: number;
  body: string;
  retryAfter: string | undefined;
  cookie: string | undefined;
}

/** Sends requests to one port as many different people: kept connections, an address of its own for each request. */
export class Wire {
  private readonly agent: Agent;
  private sent = 0;

  constructor(
    private readonly port: number,
    atOnce: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  }

  send(method: string, path: string, { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {}): Promise<Answer | undefined> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const address = `10.${(++this.sent >> 16) & 255}.${(this.sent >> 8) & 255}.${this.sent & 255}`;
    const all = { 'x-forwarded-for': address, ...(text && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }), ...headers };
    return new Promise((done) => {
      const broken = (): void => done(undefined);
      const call = request({ host: '127.0.0.1', port: this.port, agent: this.agent, method, path, headers: all, timeout: 20_000 }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part)).on('error', broken).on('aborted', broken);
        reply.on('end', () => done({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString(), retryAfter: reply.headers['retry-after'], cookie: reply.headers['set-cookie']?.[0]?.split(';')[0] }));
      });
      call.on('error', broken).on('timeout', () => call.destroy()).end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Runs `work` over all items, at most `width` at a time. */
export async function each<T>(items: readonly T[], width: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) await work(items[index] as T, index);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** The `share` quantile, such as 0.99. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** A count from the environment, for the long run by hand. */
export const count = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
