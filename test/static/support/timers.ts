// Timers that a test turns by hand, for a part of a page that waits. Only here are they put in the
// place of the browser's: they are no module that a port could stand for.
import { afterEach, beforeEach, jest } from '@jest/globals';
import { act } from '@testing-library/react';

/** In each test of the file it is `now` (milliseconds) at first, and nothing passes by itself. */
export function standingTimers(now: number): void {
  beforeEach(() => {
    jest.useFakeTimers({ now });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}

/** Lets `ms` milliseconds pass, with all that is due in them. */
export const pass = (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));
