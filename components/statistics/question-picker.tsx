import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { type TableId, tableIds } from '@/lib/statistics/measure.rules'
import type { PeriodView } from '@/lib/statistics/statistic.view'

const pill =
  'min-h-11 w-full min-w-0 rounded-full border border-edge bg-surface px-3.5 py-1 text-base text-ink sm:min-h-9'

/** The question as a plain form: the address holds it, so it can be kept and sent; nobody is named in it. */
export const QuestionPicker = ({
  periods,
  period,
  table,
}: {
  periods: readonly PeriodView[]
  period: string
  table: TableId
}) => {
  const t = useTranslations('statistics')
  return (
    <form action="/statistics" className="mt-5 flex flex-wrap items-end gap-x-3 gap-y-2" data-print="no">
      <label className="grid min-w-0 max-w-full grid-cols-[minmax(0,1fr)] gap-1 text-sm text-muted">
        {t('period.label')}
        <select name="period" defaultValue={period} className={pill}>
          {periods.map(({ code, year, quarter }) => (
            <option key={code} value={code}>
              {quarter === null ? t('period.year', { year }) : t('period.quarter', { number: quarter, year })}
            </option>
          ))}
        </select>
      </label>
      <label className="grid min-w-0 max-w-full grid-cols-[minmax(0,1fr)] gap-1 text-sm text-muted">
        {t('table.label')}
        <select name="table" defaultValue={table} className={pill}>
          {tableIds.map((id) => (
            <option key={id} value={id}>
              {t(`table.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" kind="quiet">
        {t('show')}
      </Button>
    </form>
  )
}
