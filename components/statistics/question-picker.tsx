import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { LabelOf } from '@/lib/statistics/file.rules'
import { presetIds, presets } from '@/lib/statistics/preset.rules'
import type { PeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'

export const pill =
  'min-h-11 w-full min-w-0 rounded border border-edge bg-surface px-3 py-1 text-base text-ink'
export const pillLabel = 'grid min-w-0 max-w-full grid-cols-[minmax(0,1fr)] gap-1 text-sm text-muted'

/** The question as a plain form: the address holds it, so it can be kept and sent; no one is named in it. */
export const QuestionPicker = ({
  periods,
  period,
  code,
  labelOf,
}: {
  periods: readonly PeriodView[]
  period: string
  code: string
  labelOf: LabelOf
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const isOwn = !presetIds.codes.some((id) => presets[id].includes(code))
  return (
    <form
      autoComplete="off"
      action="/statistics"
      className="mt-5 flex flex-wrap items-end gap-x-3 gap-y-2"
      data-print="no"
    >
      <label className={pillLabel}>
        {t('period.label')}
        <select autoComplete="off" name="period" defaultValue={period} className={pill}>
          {periods.map(({ code: one, year, quarter }) => (
            <option key={one} value={one}>
              {quarter === null ? t('period.year', { year }) : t('period.quarter', { number: quarter, year })}
            </option>
          ))}
        </select>
      </label>
      <label className={pillLabel}>
        {t('table.label')}
        <select autoComplete="off" name="table" defaultValue={code} className={pill}>
          {isOwn ? <option value={code}>{toTitle(code, t, locale, labelOf)}</option> : null}
          {presetIds.codes.map((id) => (
            <optgroup key={id} label={t(`preset.${id}`)}>
              {presets[id].map((one) => (
                <option key={one} value={one}>
                  {toTitle(one, t, locale, labelOf)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
