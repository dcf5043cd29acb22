// Links out of the frame. The address is real, so that it can be copied and opened by other means;
// a plain click is handed to Jira, because a followed link would replace the frame.
import type { MouseEvent, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { useReader } from './reader';

interface TextLinkProps {
  href: string;
  children: ReactNode;
  newTab?: boolean;
  /** Says more than the text alone, for those who hear the page. */
  label?: string | undefined;
  /** No underline: the link is the whole of a cell or line, so that colour is not its only mark. */
  alone?: boolean;
}

/** A link to another page of Jira, or with `newTab` to any address. */
export function TextLink({ href, children, newTab = false, label, alone = false }: TextLinkProps) {
  const { navigate, open } = useReader();
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    const aside = newTab || event.metaKey || event.ctrlKey || event.shiftKey;
    (aside ? open : navigate)(href);
  };
  return (
    <a
      href={href}
      onClick={follow}
      aria-label={label}
      rel="noreferrer"
      {...(newTab ? { target: '_blank' } : {})}
      style={{ color: token('color.link'), textDecoration: alone ? 'none' : 'underline' }}
    >
      {children}
    </a>
  );
}

interface ItemLinkProps extends Pick<TextLinkProps, 'alone'> {
  itemKey: string;
  children?: ReactNode;
}

/** Opens an item in this tab. */
export function ItemLink({ itemKey, children, alone = false }: ItemLinkProps) {
  const { siteUrl } = useReader();
  return (
    <TextLink href={`${siteUrl}/browse/${encodeURIComponent(itemKey)}`} alone={alone}>
      {children ?? itemKey}
    </TextLink>
  );
}

interface JqlLinkProps {
  jql: string;
  children: ReactNode;
  label?: string | undefined;
}

/** Address of a search in Jira. Commas stay as they are: lists of ids make long addresses. */
export const jqlHref = (siteUrl: string, jql: string): string =>
  `${siteUrl}/issues/?jql=${encodeURIComponent(jql).replaceAll('%2C', ',')}`;

/** Opens the list behind a number in a new tab of Jira. */
export function JqlLink({ jql, children, label }: JqlLinkProps) {
  const { siteUrl } = useReader();
  return (
    <TextLink href={jqlHref(siteUrl, jql)} newTab label={label}>
      {children}
    </TextLink>
  );
}
