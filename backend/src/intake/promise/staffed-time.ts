import { afterStaffed, isSet, staffedBetween, type SettingsView } from '../../settings/index.js';
import type { StaffedTime } from '../domain/promise.js';

/** Staffed minutes within which somebody of this urgency is to hear from the desk. */
export const promisedMinutes = ({ promiseMinutes }: SettingsView, priority: number): number => promiseMinutes?.[priority] ?? 1440;

/** By the desk's hours; before they are set every hour counts. */
export const staffedTime = (desk: SettingsView): StaffedTime =>
  isSet(desk)
    ? { after: (from, seconds) => afterStaffed(desk, from, seconds / 60) ?? plain(from, seconds), between: (from, to) => staffedBetween(desk, from, to) / 1000 }
    : { after: plain, between: (from, to) => (to.getTime() - from.getTime()) / 1000 };
const plain = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000);

/** Of a request that is just opened: the minutes, and by when. */
export function firstPromise(desk: SettingsView, priority: number, openedAt: string): [minutes: number, due: Date] {
  const minutes = promisedMinutes(desk, priority);
  return [minutes, staffedTime(desk).after(new Date(openedAt), minutes * 60)];
}
