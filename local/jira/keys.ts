/** The number in an issue's key: 12 of `SHOP-12`. */
export const numberOfKey = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));
