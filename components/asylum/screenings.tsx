import { useLocale } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import { beforeOf, contradicted, DOMAINS, trendOf } from '@/lib/asylum/screening.rules'
import { type ScreeningRow, screening } from '@/lib/asylum/screening.schema'
import { toWords } from '@/lib/cases/word.view'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'
import { RegisterCard, type Said } from './register-card'
import { ScreeningForm } from './screening-form'

/** Screenings of vulnerability, each compared with the one before, and where a special need says something else. */
export const Screenings = ({
  caseId,
  part: { screenings, needs, people, words },
  canEdit,
  today,
}: {
  caseId: string
  part: Pick<AsylumPart, 'screenings' | 'needs' | 'people' | 'words'>
  canEdit: boolean
  today: Day
}) => {
  const { t, date } = useAsylumLabels()
  const labels = toWords(words, useLocale())
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const rows = screenings.current.map(({ row }) => row)
  const tell = (row: ScreeningRow): Said => {
    const before = beforeOf(rows, row)
    const name = people.length < 2 ? undefined : people.find(({ id }) => id === row.personId)?.name
    const on = date(row.screened)
    const looked = DOMAINS.codes.filter((domain) => row[domain] !== 'open')
    return {
      title: name === undefined ? t('screening.of', { on }) : t('screening.ofName', { on, name }),
      facts: [
        row.screener === '' ? null : t('screening.by', { name: row.screener }),
        ...(looked.length === 0 ? [t('screening.nothing')] : []),
        ...looked.map((domain) => {
          const level = row[domain]
          const trend = before === null ? null : trendOf(level, before[domain])
          return t(trend === null ? 'screening.says' : 'screening.saysTrend', {
            domain: t(`screening.domain.${domain}`),
            level: level === null ? t('screening.unread') : t(`screening.level.${level}`),
            trend: trend === null ? '' : t(`screening.trend.${trend}`),
          })
        }),
        row.again === null ? null : t('screening.againSays', { on: date(row.again) }),
      ],
    }
  }
  const form = { people: options, today }
  const [first, ...others] = people
  const known = { personId: others.length === 0 ? (first?.id ?? '') : '', screened: today }
  return (
    <RegisterCard
      register="screening"
      rows={screenings}
      tell={tell}
      title={t('screening.title')}
      label={t('screening.new')}
      canEdit={canEdit}
      form={(row) => <ScreeningForm fields={toForm(screening, row)} {...form} />}
      empty={<ScreeningForm fields={emptyForm(screening, caseId, known)} {...form} />}
      isFolded
    >
      <p className="text-sm text-muted">{t('screening.basis')}</p>
      {contradicted(
        rows,
        needs.current.map(({ row }) => row),
      ).map(({ need, domain }) => (
        <div key={need.id} className="my-2">
          <Notice kind="late">
            <p>
              {t('screening.contradicts', {
                domain: t(`screening.domain.${domain}`),
                need: labels.of('vulnerability', need.need),
              })}
            </p>
          </Notice>
        </div>
      ))}
    </RegisterCard>
  )
}
