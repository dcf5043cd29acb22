// Sentences with parts that are more than text: linked numbers, dates, names.
import { Fragment, type ReactNode } from 'react';

/** Fills `{name}` placeholders with nodes; an unknown name stays visible. */
export function rich(message: string, nodes: Record<string, ReactNode>): ReactNode {
  return message.split(/(\{\w+\})/).map((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return (
      <Fragment key={index}>{name !== undefined && name in nodes ? nodes[name] : part}</Fragment>
    );
  });
}
