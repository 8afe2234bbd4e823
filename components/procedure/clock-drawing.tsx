import { formatTime } from '@/components/ui/time'
import type { Clock, Lane } from '@/lib/procedure/clock.rules'
import type { StoryLabels } from './story-labels'

/** Pixels of a lane and of what stands above the first one; the names beside them have the same. */
const LANE = 26
const TOP = 22
const FILLS = {
  asylum: 'fill-accent',
  detention: 'fill-muted',
  guardianship: 'fill-late',
  other: 'fill-edge',
} as const
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** All procedures on one clock. The list below says the same in words, so that it is hidden from those who hear the page. */
export const ClockDrawing = ({ clock, labels }: { clock: Clock; labels: StoryLabels }) => {
  const { t, locale } = labels
  const height = TOP + clock.lanes.length * LANE
  // On a phone there is room for about four names of months.
  const every = Math.ceil(clock.months.length / 4)
  return (
    <div
      aria-hidden="true"
      className="flex gap-3 rounded border border-hair bg-surface px-3 py-2 text-sm print:break-inside-avoid"
    >
      <ul className="shrink-0 pt-[22px] text-[0.8125rem]/[26px] font-semibold">
        {clock.lanes.map(({ strand }) => (
          <li key={strand}>{t(`strand.${strand}`)}</li>
        ))}
      </ul>
      <svg
        aria-hidden="true"
        width="100%"
        height={height + 20}
        className="min-w-0 grow overflow-visible font-sans"
      >
        <rect x="0" y={TOP} width={percent(clock.today)} height={height - TOP} className="fill-sunken" />
        {clock.months.map(({ on, at }, index) => (
          <g key={on}>
            <line x1={percent(at)} x2={percent(at)} y1={TOP} y2={height} className="stroke-hair" />
            <text
              x={percent(at)}
              y={height + 15}
              fontSize="13"
              textAnchor="middle"
              className={index % every === 0 ? 'fill-muted' : 'fill-muted max-sm:hidden'}
            >
              {formatTime(locale, on, 'short')}
            </text>
          </g>
        ))}
        {clock.lanes.map((lane, index) => (
          <LaneDrawing key={lane.strand} lane={lane} y={TOP + index * LANE} />
        ))}
        <line
          x1={percent(clock.today)}
          x2={percent(clock.today)}
          y1={TOP - 4}
          y2={height}
          strokeWidth="2.5"
          className="stroke-accent"
        />
        <text
          x={percent(Math.min(0.94, Math.max(0.06, clock.today)))}
          y="13"
          fontSize="13"
          fontWeight="600"
          textAnchor="middle"
          className="fill-accent"
        >
          {t('today')}
        </text>
      </svg>
    </div>
  )
}

const LaneDrawing = ({ lane: { strand, ran, ahead, marks }, y }: { lane: Lane; y: number }) => (
  <g>
    {ran.map(({ from, to }) => (
      <rect
        key={from}
        x={percent(from)}
        width={percent(Math.max(0.004, to - from))}
        y={y + 6}
        height="14"
        rx="3"
        className={FILLS[strand]}
      />
    ))}
    {ahead === null ? null : (
      <line
        x1={percent(ahead.from)}
        x2={percent(ahead.to)}
        y1={y + 13}
        y2={y + 13}
        strokeDasharray="4 3"
        className="stroke-edge"
      />
    )}
    {marks.map(({ key, at, isPast, isLoud }) =>
      isPast ? (
        <circle
          key={key}
          cx={percent(at)}
          cy={y + 13}
          r="4"
          strokeWidth="1.5"
          className={`${isLoud ? 'fill-danger' : FILLS[strand]} stroke-surface`}
        />
      ) : (
        // A diamond around its own middle, since a path knows no per cent.
        <svg key={key} aria-hidden="true" x={percent(at)} y={y + 13} className="overflow-visible">
          <path d="M0-7 7 0 0 7-7 0Z" className={isLoud ? 'fill-danger' : FILLS[strand]} />
        </svg>
      ),
    )}
  </g>
)
