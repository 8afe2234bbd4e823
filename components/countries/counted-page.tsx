import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { inLanguage } from '@/lib/countries/wording.rules'
import type { CountedBeside } from '@/lib/reporting/beside.data'
import { SMALLEST_WHOLE } from '@/lib/reporting/beside.rules'
import { toSearch } from '@/lib/reporting/question.rules'
import { periodOf } from '@/lib/reporting/table.view'
import { sayCondition, toWording } from '@/lib/reporting/wording.view'
import { BesideFrame } from './beside-frame'
import { BesideShares } from './beside-shares'
import { BesideSides } from './beside-sides'
import { FilterChoice } from './filter'

/** What the reader counts in a year beside the country's shares: internal, in the words of reports. */
export const CountedPage = ({ data }: { data: CountedBeside }) => {
  const { comparison, question, names, ours, years, year, reaches } = data
  const t = useTranslations('countries.beside')
  const report = useTranslations('reporting')
  const format = useFormatter()
  const locale = useLocale()
  const wording = toWording(names, locale, report)
  const [column] = question.columns
  const what = column === undefined ? '' : wording.column(column)
  const period = periodOf(question, (day) => formatTime(locale, day, 'day'), report)
  const caution = inLanguage(comparison.report.caution, locale)
  const counted = sayCondition(question, names, wording, report)
  const people = t('peopleCounted', { people: format.number(ours?.whole ?? 0) })
  return (
    <BesideFrame data={data}>
      <p>
        <span className="rounded bg-late-soft px-2 py-0.5 text-sm font-semibold text-late">
          {report('internal')}
        </span>
      </p>
      <BesideSides
        data={data}
        caution={caution}
        ours={
          <>
            <p>{t('counted', { who: what })}</p>
            {column === undefined ? null : <p>{report(`figure.${column.figure}.definition`)}</p>}
            {year === null ? null : <p>{t('when', { when: period })}</p>}
            <p>{counted}</p>
            <p>{report(question.reach === 'own' ? 'note.own' : 'note.open')}</p>
          </>
        }
        choices={
          <>
            <FilterChoice
              name="period"
              all={null}
              label={report('annual.year')}
              value={year === null ? null : String(year)}
              options={years.map((one) => ({ value: String(one), label: String(one) }))}
            />
            {reaches.length > 1 ? (
              <FilterChoice
                name="reach"
                all={null}
                label={report('reach.label')}
                value={question.reach}
                options={reaches.map((one) => ({ value: one, label: report(`reach.${one}`) }))}
              />
            ) : null}
          </>
        }
      />
      {ours === null ? null : (
        <BesideShares
          data={data}
          ours={ours}
          caution={caution}
          people={people}
          sentence={(said) => t('sentenceCounted', { ...said, what, people, period })}
          missing={() => t('missing.fewCounted', { least: SMALLEST_WHOLE })}
          whenNone={t('noneCounted')}
          notes={[t('differs'), t('restCounted'), t('sourceCounted', { what, period, counted })]}
        />
      )}
      <p className="text-sm text-muted">{t('notComparedCounted')}</p>
      <p data-print="no">
        <TextLink href={`/reports?${toSearch(question)}`}>{t('wholeCounted')}</TextLink>
      </p>
    </BesideFrame>
  )
}
