import { useFormatter, useTranslations } from 'next-intl'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { compareRounded, toPercent } from '@/lib/statistics/chart.rules'
import type { Policy } from '@/lib/statistics/disclosure.rules'
import type { CellView } from '@/lib/statistics/statistic.view'

export const Emphasis = ({ isTotal, children }: { isTotal: boolean; children: string }) =>
  isTotal ? <strong>{children}</strong> : children

/** A printed number, or the words for the lack of one; never an empty cell and never a zero. */
export const Figure = ({ cell, policy, isTotal }: { cell: CellView; policy: Policy; isTotal: boolean }) => {
  const t = useTranslations('statistics')
  const format = useFormatter()
  if (cell.value !== null) return <Emphasis isTotal={isTotal}>{format.number(cell.value)}</Emphasis>
  if (!cell.isFew) return <span className="text-muted">{t('notShown')}</span>
  return (
    <span className="text-muted">
      <span aria-hidden="true">&lt;{policy.threshold}</span>
      <VisuallyHidden>{t('fewer', { threshold: policy.threshold })}</VisuallyHidden>
    </span>
  )
}

/** From printed numbers only, and of a whole that is large enough. */
export const Share = ({ part, whole }: { part: number | null; whole: number | null }) => {
  const t = useTranslations('statistics.share')
  const format = useFormatter()
  const percent = toPercent(part, whole)
  if (percent === null) return <span className="whitespace-nowrap text-muted">{t('none')}</span>
  return <>{format.number(percent / 100, { style: 'percent', maximumFractionDigits: 0 })}</>
}

/** The other period's number, and what may be said of the two; no difference is printed, it would be twice as unsure. */
export const Change = ({
  now,
  before,
  policy,
}: {
  now: number | null
  before: CellView | null
  policy: Policy
}) => {
  const t = useTranslations('statistics.compare')
  const change = compareRounded(now, before?.value ?? null, policy.base)
  return (
    <>
      {before ? <Figure cell={before} policy={policy} isTotal={false} /> : null}
      {change === null ? null : <span className="ms-2 text-sm text-muted">{t(change)}</span>}
    </>
  )
}
