// Tabs in Jira's look: one tab stop, arrows move between them and show what they lead to.
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './project.css';

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { name: T; title: string }[];
  selected: T;
  onSelect: (name: T) => void;
  /** What the selected tab shows. */
  children: ReactNode;
}

/** How far a key moves, `first` and `last` as places from either end; undefined for other keys. */
const STEPS: Partial<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const { label, tabs, selected, onSelect, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === selected);
    const next = STEPS[event.key]?.(at, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || !tab) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
    onSelect(tab.name);
  };
  return (
    <>
      <div className="lp-tabs" role="tablist" aria-label={label} ref={list}>
        {tabs.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="lp-tab"
            id={`${id}-${name}`}
            aria-selected={name === selected}
            aria-controls={name === selected ? `${id}-panel` : undefined}
            tabIndex={name === selected ? 0 : -1}
            onClick={() => onSelect(name)}
            onKeyDown={move}
          >
            {title}
          </button>
        ))}
      </div>
      <div
        key={selected}
        className="lp-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        tabIndex={0}
      >
        {children}
      </div>
    </>
  );
}
