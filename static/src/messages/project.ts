// Text of the project page.
export const project = {} as const;
