import { firstStart, startDesk } from './desk-server.js';

/** One product for all journeys; each journey makes what it needs. */
export default async function setUp(): Promise<() => Promise<void>> {
  const forget = await firstStart();
  const desk = await startDesk();
  process.env['DESK_URL'] = desk.url;
  return () => desk.stop().finally(forget);
}
