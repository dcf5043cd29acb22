// Jira and storage that answer otherwise than usual while work on a project's data goes on.
import { AppError, type ErrorCode } from '../../../src/domain/errors';
import type { Ports } from '../../../src/ports';
import type { DataWorld } from '../../support/data-world';

/** What long work asks of Jira is answered by these from now on. */
export function changeBacklog(
  { ports }: DataWorld,
  change: (real: Ports['backlog']) => Partial<Ports['backlog']>,
): void {
  const { metered } = ports;
  ports.metered = (meter) => {
    const usual = metered(meter);
    return { ...usual, backlog: { ...usual.backlog, ...change(usual.backlog) } };
  };
}

/** The same of what it writes on items. */
export function changeItems(
  { ports }: DataWorld,
  change: (real: Ports['items']) => Partial<Ports['items']>,
): void {
  const { metered } = ports;
  ports.metered = (meter) => {
    const usual = metered(meter);
    return { ...usual, items: { ...usual.items, ...change(usual.items) } };
  };
}

/** Told before each page of records is read. */
export function watchPages(
  { ports: { data } }: DataWorld,
  told: (section: string) => void | Promise<void>,
): void {
  const { page } = data;
  data.page = async (projectId, section, ...rest) => {
    await told(section);
    return page(projectId, section, ...rest);
  };
}

export const failure = (code: ErrorCode): AppError => new AppError(code, 'Jira says no.');
