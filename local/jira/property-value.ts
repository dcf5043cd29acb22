import { PROPERTY } from './constants';
import { refuse } from './errors';
import { readJson } from './reading';

/**
 * JSON text of a property value as it is stored. Atlassian's page limits characters in one place
 * and bytes in another: both hold.
 *
 * @throws JiraError 400 for no JSON, an empty body, or too much of it.
 */
export function checkedValue(text: string): string {
  if (text.trim() === '') throw refuse(400, 'The value of the property is missing.');
  readJson(text);
  if (text.length > PROPERTY.maxLength || Buffer.byteLength(text) > PROPERTY.maxLength) {
    throw refuse(
      400,
      `The value of the property is too long: at most ${String(PROPERTY.maxLength)} characters and bytes.`,
    );
  }
  return text;
}

/** @throws JiraError 400 for a key that is empty or too long. */
export function checkedKey(key: string): string {
  if (key === '' || key.length > PROPERTY.maxKey) {
    throw refuse(400, `The property key must have 1 to ${String(PROPERTY.maxKey)} characters.`);
  }
  return key;
}

/** 404 for an issue or a project that has no such property. */
export const propertyNotFound = (key: string) =>
  refuse(404, `The property with key '${key}' does not exist.`);
