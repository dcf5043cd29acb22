// Addresses that people keep beside a number, to be opened by others.

/**
 * Whether a text is an address that a person may open from a page: a whole `https` address. What a browser
 * would run (`javascript:`, `data:`), plain http and parts of addresses are none.
 * @param text as a browser reads it: blanks around it and line breaks in it do not count
 */
export function isHttpsAddress(text: string): boolean {
  try {
    return new URL(text).protocol === 'https:';
  } catch {
    return false;
  }
}
