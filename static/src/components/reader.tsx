// Who reads the page: how they write numbers and days, and how they get to other pages of Jira.
import { createContext, useContext } from 'react';
import { createFormat, type Format } from '../format';

export interface Reader {
  format: Format;
  /** Address of the Jira site, without a slash at its end. */
  siteUrl: string;
  /** Goes there in this tab. */
  navigate: (href: string) => void;
  /** Opens it in a new tab. */
  open: (href: string) => void;
}

const noWay = (): void => undefined;

const ReaderContext = createContext<Reader>({
  format: createFormat('en-US', 'UTC'),
  siteUrl: '',
  navigate: noWay,
  open: noWay,
});

/** Put around a surface, so that its parts can format and link. */
export const ReaderProvider = ReaderContext.Provider;

export const useReader = (): Reader => useContext(ReaderContext);

export const useFormat = (): Format => useReader().format;
