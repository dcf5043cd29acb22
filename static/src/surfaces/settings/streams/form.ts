// Streams and what is blocked, as they are typed.
import { quoted } from '../../../../../src/adapters/jira/jql';
import { STREAMS_LIMIT } from '../../../../../src/contract/limits';
import type { Named, Rules, SavedStream } from '../../../../../src/domain/rules';
import { fill } from '../../../format';
import { messages } from '../../../messages';

const text = messages.settings.streams;

export interface StreamsForm {
  streams: SavedStream[];
  blocked: string | null;
}

export const FIELDS = ['streams', 'blocked'] as const;

export const fromRules = ({ streams, blocked }: Rules): StreamsForm => ({ streams, blocked });

export const toRules = ({ streams, blocked }: StreamsForm): Partial<Rules> => ({
  streams: streams.map(({ id, name, clause }) => ({
    id,
    name: name.trim(),
    clause: clause.trim(),
  })),
  blocked: blocked === null ? null : blocked.trim(),
});

/** A stream of its own id, which addresses of the project page name it by. */
export const newStream = (name = '', clause = ''): SavedStream => ({
  id: `s${crypto.randomUUID().slice(0, 13)}`,
  name,
  clause,
});

/** Components as streams of the project's own; those beyond what it keeps are left out. */
export const ofComponents = (components: readonly Named[]): SavedStream[] =>
  components
    .slice(0, STREAMS_LIMIT)
    .map(({ name }) => newStream(name.slice(0, 60), `component = ${quoted(name)}`));

/** A field in words, for its history and for when two people changed it. */
export function say({ streams, blocked }: StreamsForm, field: keyof StreamsForm): string {
  if (field === 'streams')
    return streams.map(({ name, clause }) => fill(text.words, { name, clause })).join(' · ');
  if (blocked === null) return text.blocked.usual;
  return blocked === '' ? text.blocked.off : blocked;
}

export const LABELS: Record<keyof StreamsForm, string> = {
  streams: text.streams,
  blocked: text.blocked.title,
};
