// docs/endpoints.md as made from the endpoint table.
import { endpoints, RESERVED_SCOPES, type Endpoint } from '../../src/adapters/jira/endpoints';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The whole page; the formatter's form of it is what stands in the folder. */
export function endpointsPage(): string {
  const rows = Object.entries(endpoints).map(([name, endpoint]: [string, Endpoint]) =>
    [
      `[${name}](${endpoint.page})`,
      `\`${endpoint.method} ${endpoint.path}\``,
      endpoint.scopes.map((scope) => `\`${scope}\``).join(' '),
      endpoint.as.join(', '),
    ]
      .map(cell)
      .join(' | '),
  );
  const reserved = Object.entries(RESERVED_SCOPES).map(([scope, why]) => `- \`${scope}\`: ${why}`);
  return [
    '# Jira calls of the app',
    'Made from `src/adapters/jira/endpoints.ts`; a test says when this page has to be written again.',
    [
      '| call | method and path | scope | as |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n'),
    ...(reserved.length > 0
      ? [
          'Scopes that are declared for later versions, because adding one later needs every site’s consent:',
          reserved.join('\n'),
        ]
      : []),
    '',
  ].join('\n\n');
}
