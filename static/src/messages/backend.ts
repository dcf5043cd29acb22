// Sentences of the backend that pages say themselves. The others come with its answers.
import { MESSAGES } from '../../../src/domain/messages';
import { words } from '../words';

// What forms are told before anything is sent: by the schemas of the contract and the rules of the domain.
words('backend.field', MESSAGES.field);
words('backend.goal', MESSAGES.goal);
words('backend.agreement', MESSAGES.agreement);
words('backend.decision', MESSAGES.decision);
words('backend.rules', MESSAGES.rules);

export const backendStart = words('backend.start', MESSAGES.start);
export const backendSort = words('backend.sort', MESSAGES.sort);
export const backendClause = words('backend.rules.clause', MESSAGES.rules.clause);
export const backendRow = words('backend.data.row', MESSAGES.data.row);
