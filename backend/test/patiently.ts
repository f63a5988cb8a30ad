import type { Response } from 'light-my-request';
import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 3;

/** Sends what only sets a scene, as a client would: told "not now" by a machine that stood still for two seconds, it comes again when it was asked to. What a spec is about is sent once. */
export async function patiently(send: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const reply = await send();
    if (reply.statusCode !== 503 || tries === TRIES) return reply;
    await wait(Number(reply.headers['retry-after'] ?? 1) * 1000);
  }
}
