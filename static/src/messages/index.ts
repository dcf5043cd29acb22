// All text that a reader sees. `{name}` is filled by `fill`, plural forms by `Format.plural`.
import { common } from './common';
import { item } from './item';
import { project } from './project';
import { settings } from './settings';

export const messages = { ...common, item, project, settings } as const;
