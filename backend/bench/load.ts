import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}
/** One kind of request, against either server; `make` gives the next one. */
export interface Work {
  name: string;
  make: () => Call;
  status: number;
}
/** A server under measurement: the product or its floor. */
export interface Server {
  name: 'product' | 'floor';
  port: number;
  pid: number;
}
/** What one round, or all rounds of one server, found. Milliseconds. */
export interface Measured {
  times: number[];
  seconds: number;
  /** Of the server's own process. */
  cpu: number;
}

const TICK_MS = 10; // Linux counts processor time in hundredths of a second
/** Processor time of a process so far, user and system. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** MiB that a process holds now. */
export const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

function send(port: number, agent: Agent, { method, path, headers, body }: Call): Promise<number> {
  return new Promise((done, fail) => {
    const all = { ...headers, ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }) };
    const call = request({ host: '127.0.0.1', port, agent, method, path, headers: all }, (reply) => {
      reply.on('data', () => undefined).on('error', fail);
      reply.on('end', () => done(reply.statusCode ?? 0));
    });
    call.on('error', fail).end(body);
  });
}

/** Keeps `connections` busy for `seconds`. Throws when an answer has another status than the work's. */
export async function measure(server: Server, work: Work, { connections, seconds }: { connections: number; seconds: number }): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const cpu = cpuOf(server.pid);
  const started = performance.now();
  const lane = async (): Promise<void> => {
    while (performance.now() - started < seconds * 1000) {
      const before = performance.now();
      const status = await send(server.port, agent, work.make());
      if (status !== work.status) throw new Error(`${work.name}: the ${server.name} answered ${status} instead of ${work.status}`);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  return { times, seconds: took, cpu: cpuOf(server.pid) - cpu };
}

export const together = (rounds: readonly Measured[]): Measured => ({
  times: rounds.flatMap(({ times }) => times),
  seconds: rounds.reduce((sum, { seconds }) => sum + seconds, 0),
  cpu: rounds.reduce((sum, { cpu }) => sum + cpu, 0),
});

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** The figures of a server: milliseconds, requests a second, milliseconds of processor time a request. */
export const figures = ({ times, seconds, cpu }: Measured): { p50: number; p95: number; rate: number; cpu: number } => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95), rate: times.length / seconds, cpu: cpu / times.length });
