// One bar that is split into parts, with the count of each wide part under it. The same numbers
// stand in the table beside it, which is also the legend.
import { token } from '@atlaskit/tokens';
import { LABEL_COLOR, SURFACE_COLOR } from './palette';

export interface BarPart {
  key: string;
  /** Shown when the pointer rests on the part. */
  title: string;
  color: string;
  /** Where it begins and how long it is, 0 to 1 of the bar. */
  start: number;
  share: number;
  /** The count as text. */
  label: string;
}

/** Narrower parts carry no label: it would run into the next one. */
const LABEL_FROM = 0.05;

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** `summary` says in one sentence what the bar shows. Without parts only its track is drawn. */
export function SplitBar({ parts, summary }: { parts: readonly BarPart[]; summary: string }) {
  return (
    <svg width="100%" height="52" role="img" aria-label={summary} style={{ display: 'block' }}>
      <rect width="100%" height="28" rx="4" style={{ fill: token('color.background.neutral') }} />
      {parts
        .filter(({ share }) => share > 0)
        .map((part) => (
          <g key={part.key}>
            <rect
              x={percent(part.start)}
              width={percent(part.share)}
              height="28"
              style={{ fill: part.color, stroke: SURFACE_COLOR, strokeWidth: 2 }}
            >
              <title>{part.title}</title>
            </rect>
            {part.share >= LABEL_FROM ? (
              <text
                x={percent(part.start + part.share / 2)}
                y="45"
                textAnchor="middle"
                style={{ font: token('font.body.small'), fill: LABEL_COLOR }}
              >
                {part.label}
              </text>
            ) : null}
          </g>
        ))}
    </svg>
  );
}
