import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { LabelOf } from '@/lib/statistics/file.rules'
import { presetIds, presets } from '@/lib/statistics/preset.rules'
import { findAsked, toCode } from '@/lib/statistics/question.rules'
import type { PeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'

export const pill =
  'min-h-11 w-full min-w-0 rounded border border-edge bg-surface px-3 py-1 text-base text-ink'
export const pillLabel = 'grid min-w-0 max-w-full grid-cols-[minmax(0,1fr)] gap-1 text-sm text-muted'

/** A table of a list by its other word is the same table. */
const wordIn = (ready: readonly string[], code: string): string => {
  const asked = findAsked(code)
  const own = asked === null ? code : toCode(asked)
  return ready.includes(own) ? own : code
}

/**
 * The question as a plain form: the address holds it, so it can be kept and sent; no one is named in it. Where there is room what is chosen
 * says what it is, so that the table begins in sight.
 */
export const QuestionPicker = ({
  periods,
  period,
  code,
  ready,
  labelOf,
}: {
  periods: readonly PeriodView[]
  period: string
  code: string
  ready: readonly string[]
  labelOf: LabelOf
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const chosen = wordIn(ready, code)
  const isOwn = !ready.includes(chosen) && !presetIds.codes.some((id) => presets[id].includes(chosen))
  return (
    <form autoComplete="off" action="/statistics" className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <label className={pillLabel}>
        <span className="sm:sr-only">{t('table.label')}</span>
        <select autoComplete="off" name="table" defaultValue={chosen} className={pill}>
          {isOwn ? <option value={code}>{toTitle(code, t, locale, labelOf)}</option> : null}
          {ready.length === 0 ? null : (
            <optgroup label={t('ready.group')}>
              {ready.map((one) => (
                <option key={one} value={one}>
                  {toTitle(one, t, locale, labelOf)}
                </option>
              ))}
            </optgroup>
          )}
          {presetIds.codes.map((id) => (
            <optgroup key={id} label={t(`preset.${id}`)}>
              {presets[id]
                .filter((one) => !ready.includes(wordIn(ready, one)))
                .map((one) => (
                  <option key={one} value={one}>
                    {toTitle(one, t, locale, labelOf)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label className={pillLabel}>
        <span className="sm:sr-only">{t('period.label')}</span>
        <select autoComplete="off" name="period" defaultValue={period} className={pill}>
          {periods.map(({ code: one, year, quarter }) => (
            <option key={one} value={one}>
              {quarter === null ? t('period.year', { year }) : t('period.quarter', { number: quarter, year })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{t('show')}</Button>
      {ready.length === 0 ? null : (
        <p className="basis-full text-sm text-muted">{t('ready.sentence', { count: ready.length })}</p>
      )}
    </form>
  )
}
