import { useTranslations } from 'next-intl'
import { Picks } from '@/components/ui/picks'
import type { OwnDimension } from '@/lib/reporting/own-dimension.rules'
import { toOnlyText } from '@/lib/reporting/question.rules'
import type { Wording } from '@/lib/reporting/wording.view'

/** The own fields among what may be the rows or columns of a report; nothing where there is none. */
export const OwnPicks = ({
  name,
  options,
  chosen,
}: {
  name: 'by' | 'split'
  options: readonly (readonly [string, string])[]
  chosen: string | null
}) => {
  const t = useTranslations('reporting')
  if (options.length === 0) return null
  return (
    <Picks
      legend={t('change.ownFields')}
      type="radio"
      name={name}
      options={options}
      chosen={chosen === null ? [] : [chosen]}
    />
  )
}

/** One answer of each own field as a condition of the report, or that none is recorded. Works without a script. */
export const OwnConditions = ({ fields, wording }: { fields: readonly OwnDimension[]; wording: Wording }) => {
  const t = useTranslations('reporting')
  return (
    <div className="grid gap-2">
      {fields.map(({ id, values }) => (
        <label key={id} className="grid gap-1 font-semibold">
          {wording.dimension(id)}
          <select name="only" defaultValue="" autoComplete="off" className="field font-normal">
            <option value="">{t('change.anyAnswer')}</option>
            {[...values.map(({ code }) => code), null].map((value) => (
              <option key={value} value={toOnlyText({ dimension: id, value })}>
                {wording.value(id, value)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}
