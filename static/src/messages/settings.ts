// Text of the project settings.
export const settings = {} as const;
