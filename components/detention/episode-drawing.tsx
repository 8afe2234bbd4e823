import { useLocale } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { labelIn } from '@/lib/cases/word.view'
import { type Drawing, LANES, type Piece } from '@/lib/detention/drawing.rules'
import { CurrentDrawing } from './current-drawing'
import { DrawnMark } from './drawn-mark'
import { useEpisodeLabels } from './episode-labels'
import type { DrawingProps } from './episode-props'

const ROW = 22
const STAY_Y = 26
const ORDER_Y = 70
const LANES_Y = 112

/** The names of the lanes stand at the end, beside everything that is drawn. */
const DRAWN = 84
const percent = (share: number): string => `${(share * DRAWN).toFixed(2)}%`
const widthOf = ({ from, to }: Piece): string => percent(Math.max(0.004, to - from))

/**
 * The episode as one drawing: where, under which order, and what happened, by number; the table beneath says the same in
 * words. Lying on a wide page, standing on a phone, without any script.
 */
export const EpisodeDrawing = (props: DrawingProps) => {
  const { t } = useEpisodeLabels([])
  return (
    <div className="print:break-inside-avoid">
      <Lying {...props} />
      <p className="mb-3 text-sm text-muted sm:hidden">{t('drawing.legend')}</p>
      <CurrentDrawing {...props} />
    </div>
  )
}

const Lying = ({ drawing, stays, finding }: DrawingProps) => {
  const { t } = useEpisodeLabels([])
  const locale = useLocale()
  const laneHeight = drawing.rows * ROW + 8
  const base = LANES_Y + LANES.codes.length * laneHeight + 4
  return (
    <svg
      width="100%"
      height={base + 28}
      role="img"
      aria-label={finding}
      className="overflow-visible font-sans max-sm:hidden"
    >
      <text x="0" y={STAY_Y - 10} fontSize="13" className="fill-muted">
        {t('drawing.where')}
      </text>
      {drawing.stays.map((stay) => {
        const where = stays.find(({ id }) => id === stay.key)
        return (
          <g key={stay.key}>
            <rect
              x={percent(stay.from)}
              width={widthOf(stay)}
              y={STAY_Y - 4}
              height="22"
              className="fill-sunken stroke-edge"
            />
            <text x={percent(stay.from + 0.006)} y={STAY_Y + 12} fontSize="13" className="fill-ink">
              {where === undefined ? '' : labelIn(where.place, locale)}
            </text>
          </g>
        )
      })}
      <text x="0" y={ORDER_Y - 8} fontSize="13" className="fill-muted">
        {t('drawing.orders')}
      </text>
      {drawing.orders.map((order) => (
        <g key={order.key}>
          <rect
            x={percent(order.from)}
            width={widthOf(order)}
            y={ORDER_Y - 2}
            height="14"
            className="fill-accent stroke-surface"
          />
          {order.extensions.map((at) => (
            <line
              key={at}
              x1={percent(at)}
              x2={percent(at)}
              y1={ORDER_Y - 6}
              y2={ORDER_Y + 16}
              strokeWidth="3"
              className="stroke-ink"
            />
          ))}
        </g>
      ))}
      {drawing.still.map((piece) => (
        <rect
          key={piece.from}
          x={percent(piece.from)}
          width={widthOf(piece)}
          y={ORDER_Y + 2}
          height="6"
          className="fill-surface"
        />
      ))}
      {LANES.codes.map((lane, index) => {
        const y = LANES_Y + index * laneHeight
        return (
          <g key={lane}>
            <line x1="0" x2="100%" y1={y - 2} y2={y - 2} className="stroke-hair" />
            <text x="100%" y={y + 12} textAnchor="end" fontSize="13" className="fill-muted">
              {t(`drawing.lane.${lane}`)}
            </text>
            {drawing.marks
              .filter((mark) => mark.lane === lane)
              .map((mark) => (
                <DrawnMark key={mark.key} mark={mark} x={percent(mark.at)} y={y + 10 + mark.row * ROW} />
              ))}
          </g>
        )
      })}
      <Upright drawing={drawing} base={base} />
      <line x1="0" x2="100%" y1={base} y2={base} className="stroke-edge" />
      {drawing.months.map(({ at, on }) => (
        <g key={on}>
          <line x1={percent(at)} x2={percent(at)} y1={base} y2={base + 6} className="stroke-edge" />
          {at > 0.93 ? null : (
            <text x={percent(at)} y={base + 20} fontSize="13" className="fill-muted">
              {formatTime(locale, on, 'month')}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** Today, and the last day of the maximum, across all lanes. */
const Upright = ({ drawing: { today, limit }, base }: { drawing: Drawing; base: number }) => {
  const { t } = useEpisodeLabels([])
  return (
    <>
      {today === null ? null : (
        <g>
          <line x1={percent(today)} x2={percent(today)} y1="8" y2={base} className="stroke-ink" />
          <text x={percent(today)} dx="-4" y="12" textAnchor="end" fontSize="13" className="fill-ink">
            {t('drawing.today')}
          </text>
        </g>
      )}
      {limit === null ? null : (
        <g>
          <line
            x1={percent(limit.at)}
            x2={percent(limit.at)}
            y1="18"
            y2={base}
            strokeDasharray="6 4"
            strokeWidth="2"
            className="stroke-late"
          />
          <text
            x={percent(limit.at)}
            dx="-6"
            y={ORDER_Y - 8}
            textAnchor="end"
            fontSize="13"
            className="fill-late"
          >
            {t('drawing.limit')}
          </text>
        </g>
      )}
    </>
  )
}
