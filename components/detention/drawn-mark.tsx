import type { Mark } from '@/lib/detention/drawing.rules'

/** A mark with its number: round for courts, square for removal, a lozenge for what happened inside. */
export const DrawnMark = ({ mark, x, y }: { mark: Mark; x: string; y: number }) => (
  <svg aria-hidden="true" x={x} y={y - 10} width="20" height="20" className="overflow-visible">
    {mark.lane === 'court' ? (
      <circle cx="9" cy="9" r="9" className="fill-surface stroke-ink" strokeWidth="1.5" />
    ) : mark.lane === 'removal' ? (
      <rect width="18" height="18" className="fill-ink" />
    ) : (
      <path d="M9 -2 L20 9 L9 20 L-2 9 Z" className="fill-surface stroke-ink" strokeWidth="1.5" />
    )}
    <text
      x="9"
      y="13"
      textAnchor="middle"
      fontSize="11"
      fontWeight="600"
      className={mark.lane === 'removal' ? 'num fill-surface' : 'num fill-ink'}
    >
      {mark.number}
    </text>
  </svg>
)
