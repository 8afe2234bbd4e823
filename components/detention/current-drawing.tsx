import { useLocale } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { DrawnMark } from './drawn-mark'
import { useEpisodeLabels } from './episode-labels'
import type { DrawingProps } from './episode-props'

/** So many pixels a day, between a shortest and a longest drawing. */
const DAY = 3

/** Downwards: the same pieces, and each mark beside its day. Marks that would touch are pushed down. */
export const CurrentDrawing = ({ drawing, finding }: DrawingProps) => {
  const { t } = useEpisodeLabels([])
  const locale = useLocale()
  const days = (Date.parse(drawing.to) - Date.parse(drawing.from)) / 86_400_000 + 1
  const height = Math.max(220, Math.min(900, days * DAY), drawing.marks.length * 26 + 40)
  const at = (share: number): number => Math.round(14 + share * (height - 28))
  const places: number[] = []
  for (const mark of drawing.marks) places.push(Math.max(at(mark.at), (places.at(-1) ?? -26) + 26))
  const whole = Math.max(height, (places.at(-1) ?? 0) + 30)
  return (
    <svg
      width="100%"
      height={whole}
      role="img"
      aria-label={finding}
      className="overflow-visible font-sans sm:hidden"
    >
      {drawing.stays.map((stay) => (
        <rect
          key={stay.key}
          x="0"
          width="16"
          y={at(stay.from)}
          height={Math.max(2, at(stay.to) - at(stay.from))}
          className="fill-sunken stroke-edge"
        />
      ))}
      {drawing.orders.map((order) => (
        <g key={order.key}>
          <rect
            x="24"
            width="12"
            y={at(order.from)}
            height={Math.max(2, at(order.to) - at(order.from))}
            className="fill-accent stroke-surface"
          />
          {order.extensions.map((share) => (
            <line
              key={share}
              x1="20"
              x2="40"
              y1={at(share)}
              y2={at(share)}
              strokeWidth="3"
              className="stroke-ink"
            />
          ))}
        </g>
      ))}
      {drawing.still.map((piece) => (
        <rect
          key={piece.from}
          x="28"
          width="4"
          y={at(piece.from)}
          height={Math.max(2, at(piece.to) - at(piece.from))}
          className="fill-surface"
        />
      ))}
      {drawing.marks.map((mark, index) => (
        <g key={mark.key}>
          <line x1="40" x2="58" y1={at(mark.at)} y2={places[index]} className="stroke-edge" />
          <DrawnMark mark={mark} x="60" y={places[index] ?? 0} />
          <text x="88" y={(places[index] ?? 0) + 4} fontSize="13" className="fill-ink">
            {formatTime(locale, mark.on, 'dayInYear')}
          </text>
        </g>
      ))}
      {drawing.today === null ? null : (
        <g>
          <line
            x1="0"
            x2="40"
            y1={at(drawing.today)}
            y2={at(drawing.today)}
            strokeWidth="2"
            className="stroke-ink"
          />
          <text x="100%" y={at(drawing.today) + 4} textAnchor="end" fontSize="13" className="fill-ink">
            {t('drawing.today')}
          </text>
        </g>
      )}
      {drawing.limit === null ? null : (
        <g>
          <line
            x1="0"
            x2="100%"
            y1={at(drawing.limit.at)}
            y2={at(drawing.limit.at)}
            strokeDasharray="6 4"
            strokeWidth="2"
            className="stroke-late"
          />
          <text x="100%" y={at(drawing.limit.at) - 6} textAnchor="end" fontSize="13" className="fill-late">
            {t('drawing.limit')}
          </text>
        </g>
      )}
    </svg>
  )
}
