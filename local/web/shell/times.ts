// Moments (milliseconds) as the shell writes them, in UTC.

const text = (ms: number): string => new Date(ms).toISOString().replace('T', ' ');

/** `2026-11-21 09:00` */
export const minuteText = (ms: number): string => text(ms).slice(0, 16);

/** `2026-11-21 09:00:00` */
export const secondText = (ms: number): string => text(ms).slice(0, 19);
