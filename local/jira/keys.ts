// Keys of issues, such as `SHOP-12`.

export const ISSUE_KEY = /^[A-Z][A-Z0-9_]+-[1-9]\d*$/;

/** `SHOP` of `SHOP-12`. */
export const projectKeyOf = (key: string): string => key.slice(0, key.lastIndexOf('-'));

/** 12 of `SHOP-12`. */
export const numberOfKey = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));
