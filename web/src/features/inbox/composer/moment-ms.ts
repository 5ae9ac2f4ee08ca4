/** Up to here it is a moment to think again; what goes later was planned. */
export const momentMs = 60_000;
