/** Time as the desk works: outside its hours and on its holidays it stands still. In seconds. */
export interface StaffedTime {
  after(from: Date, seconds: number): Date;
  between(from: Date, to: Date): number;
}

/** A first contact that was promised within `minutes` of staffed time. While its clock runs it has an instant, while it stands what is left of it, in seconds. */
export type Standing = { minutes: number; due: Date; left: null } | { minutes: number; due: null; left: number };

/** What a request says of its promise now. */
export interface Asked {
  openedAt: Date;
  /** By its urgency as it is now. */
  minutes: number;
  /** Snoozed until the person answers. */
  sleeps: boolean;
  /** A message was left: until when their answer is waited for. */
  replyBy: Date | null;
}

/** How long a message that was left holds the clock: one working day. Who never answers is not forgotten. */
export const REPLY_SECONDS = 8 * 3600;

const seconds = (minutes: number): number => minutes * 60;

/** The promise as it has to stand now. Asking again changes nothing. A second at most is given away each time the clock stands still. */
export function settled(before: Standing | null, asked: Asked, time: StaffedTime, now: Date): Standing {
  const { openedAt, minutes, sleeps, replyBy } = asked;
  const begun = before ?? { minutes, due: time.after(openedAt, seconds(minutes)), left: null };
  const waits = sleeps || (replyBy !== null && replyBy > now);
  const awaited = !sleeps && replyBy && replyBy < now ? replyBy : now;
  return waits ? stopped(inTime(begun, minutes, time, now), time, now) : inTime(running(begun, time, awaited), minutes, time, now);
}

/** What is over its time stays so: waiting does not mend it. */
function stopped(standing: Standing, time: StaffedTime, now: Date): Standing {
  if (standing.left !== null || standing.due <= now) return standing;
  return { minutes: standing.minutes, due: null, left: Math.ceil(time.between(now, standing.due)) };
}

const running = (standing: Standing, time: StaffedTime, from: Date): Standing => (standing.left === null ? standing : { minutes: standing.minutes, due: time.after(from, standing.left), left: null });

/** Another urgency: more urgent counts from now and never gives more time than there was; less urgent gives the difference, unless it is too late. */
function inTime(standing: Standing, minutes: number, time: StaffedTime, now: Date): Standing {
  if (minutes === standing.minutes || (standing.due && standing.due <= now)) return { ...standing, minutes };
  return minutes < standing.minutes ? sooner(standing, minutes, time.after(now, seconds(minutes))) : later(standing, minutes, time);
}

function sooner(standing: Standing, minutes: number, fresh: Date): Standing {
  if (standing.left !== null) return { minutes, due: null, left: Math.min(standing.left, seconds(minutes)) };
  return { minutes, due: standing.due < fresh ? standing.due : fresh, left: null };
}

function later(standing: Standing, minutes: number, time: StaffedTime): Standing {
  const more = seconds(minutes - standing.minutes);
  return standing.left !== null ? { minutes, due: null, left: standing.left + more } : { minutes, due: time.after(standing.due, more), left: null };
}

/** What a try to reach somebody is for the promise. */
export const FIRST_CONTACT: Readonly<Record<string, 'contact' | 'message'>> = { reached: 'contact', 'asked-to-stop': 'contact', 'unsafe-now': 'contact', voicemail: 'message' };
