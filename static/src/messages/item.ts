// Text of the item's panel.
export const item = {} as const;
