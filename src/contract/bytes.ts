// How much room a value takes where bytes are counted.

/** Bytes of a value as JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  const json = JSON.stringify(value) ?? '';
  let bytes = 0;
  for (let at = 0; at < json.length; at += 1) {
    const unit = json.charCodeAt(at);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    // A pair of surrogates takes four.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes;
}
