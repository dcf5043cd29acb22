// Why a file is not read, in a sentence.
import type { FileRefusal } from '../../../../../src/contract/data-file';
import { fill } from '../../../format';
import { settingsData } from '../../../messages/settings-data';

const text = settingsData.import.refusal;

export function refusalWords({ why, line, section }: FileRefusal): string {
  if (why === 'line') return fill(text.line, { line: line ?? 0 });
  if (why !== 'changed') return text[why];
  return section
    ? fill(text.changed, { section: settingsData.section[section] })
    : text.changedSome;
}
