// The text of a file from outside, with a sentence for whatever is no text that Jira exports.
import { createReadStream } from 'node:fs';
import { DataError } from '../import/data-error';

/** Enough to see what a file is; a header of Jira's export has a few thousand characters. */
const PIECE_BYTES = 1 << 20;

const starts = (bytes: Buffer, ...wanted: number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte);

/** What is wrong with a file that begins with these bytes, or null. */
function wrongKind(bytes: Buffer): string | null {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff))
    return 'its text is UTF-16. Save it as “CSV UTF-8”, or take the file as Jira exported it';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04))
    return 'it is a workbook or an archive. Export CSV from Jira, or save the sheet as “CSV UTF-8”';
  return bytes.subarray(0, 4096).includes(0) ? 'it is not a text file' : null;
}

/**
 * The file's text piece by piece, decoded as UTF-8, without its mark.
 * @throws DataError for an empty file, a web page, a workbook and any other encoding.
 */
export async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new DataError(
        `${file}: its text is not UTF-8. Save it as “CSV UTF-8”, or take the file as Jira exported it.`,
      );
    }
  };
  let begun = false;
  const stream = createReadStream(file, { highWaterMark: PIECE_BYTES });
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    if (!begun) {
      const wrong = wrongKind(bytes);
      if (wrong !== null) throw new DataError(`${file}: ${wrong}.`);
    }
    const text = decode(bytes);
    if (!begun && text.trimStart().startsWith('<'))
      throw new DataError(
        `${file}: it is a web page, most likely Jira’s login. Log in to Jira and export the file again.`,
      );
    begun ||= text.trim() !== '';
    yield text;
  }
  const text = decode();
  if (!begun && text.trim() === '') throw new DataError(`${file}: it is empty.`);
  yield text;
}
