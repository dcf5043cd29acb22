/** Begins the line that a turn of the scan prints at its end; JSON follows. */
export const TURN_MARK = 'turn of the scan ';
