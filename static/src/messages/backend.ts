// Sentences of the backend that pages say themselves. The others come with its answers.
import { MESSAGES } from '../../../src/domain/messages';
import { words } from '../words';

export const backendStart = words('backend.start', MESSAGES.start);
export const backendSort = words('backend.sort', MESSAGES.sort);
export const backendClause = words('backend.rules.clause', MESSAGES.rules.clause);
export const backendRow = words('backend.data.row', MESSAGES.data.row);
