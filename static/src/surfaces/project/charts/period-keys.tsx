// What is pointed at and pressed over a chart: one stop for Tab, arrows move between the periods.
import { useRef, useState, type KeyboardEvent } from 'react';
import '../project.css';

interface PeriodKeysProps {
  label: string;
  /** What each period says when it is reached, and what pressing it does. */
  names: readonly string[];
  slots: readonly { x: number; width: number }[];
  left: number;
  onPoint: (at: number | null) => void;
  onOpen: (at: number) => void;
}

export function PeriodKeys({ label, names, slots, left, onPoint, onOpen }: PeriodKeysProps) {
  const root = useRef<HTMLDivElement>(null);
  // The last one is what people look for first.
  const [stop, setStop] = useState<number | null>(null);
  const last = names.length - 1;
  const at = Math.min(stop ?? last, last);
  const move = (event: KeyboardEvent) => {
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const kept = Math.max(0, Math.min(last, next));
    setStop(kept);
    root.current?.querySelectorAll('button')[kept]?.focus();
  };
  return (
    <div ref={root} role="group" aria-label={label} className="lp-periods">
      {slots.map(({ x, width }, index) => (
        <button
          key={index}
          type="button"
          className="lp-period"
          aria-label={names[index]}
          tabIndex={index === at ? 0 : -1}
          style={{ left: left + x, width }}
          onClick={() => onOpen(index)}
          onKeyDown={move}
          onFocus={() => {
            setStop(index);
            onPoint(index);
          }}
          onBlur={() => onPoint(null)}
          onMouseEnter={() => onPoint(index)}
          onMouseLeave={() => onPoint(null)}
        />
      ))}
    </div>
  );
}
