import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { SEVERITIES } from '@/lib/cases/case.rules'
import type { CaseloadPageData } from '@/lib/cases/caseload.data'
import { FILTERS, type Filter, type Filters, writeSearch } from '@/lib/cases/caseload.schema'
import { labelIn, type Option, type Words } from '@/lib/cases/word.view'

const without = (filters: Filters, filter: Filter): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => name !== filter))

/** What narrows the list, as chips that can be taken away, and the choices in a fold. It works without a script. */
export const CaseloadFilters = ({ data, words }: { data: CaseloadPageData; words: Words }) => {
  const t = useTranslations('cases')
  const locale = useLocale()
  const { filters } = data
  const choices: Readonly<Record<Exclude<Filter, 'late' | 'unseen'>, readonly Option[]>> = {
    worker: data.workers.map(({ id, name }) => ({ value: id, label: name })),
    status: words.options('case_status'),
    kind: words.options('case_kind'),
    centre: data.centres.map((place) => ({ value: place.slug, label: labelIn(place, locale) })),
    signal: SEVERITIES.map((severity) => ({ value: severity, label: t(`severity.${severity}`) })),
  }
  const toChip = (filter: Filter, value: string): string => {
    if (filter === 'late' || filter === 'unseen') return t(`filter.${filter}`)
    const label = choices[filter].find((option) => option.value === value)?.label ?? t('filter.gone')
    return t(`filter.${filter}Is`, { value: label })
  }
  const shown = FILTERS.flatMap((filter): { filter: Filter; label: string }[] => {
    const value = filters[filter]
    return value === undefined ? [] : [{ filter, label: toChip(filter, value) }]
  })
  return (
    <div className="grid gap-3 print:hidden">
      {shown.length === 0 ? null : (
        <ul aria-label={t('filter.active')} className="flex flex-wrap gap-2">
          {shown.map(({ filter, label }) => (
            <li key={filter}>
              <Link
                href={writeSearch(without(filters, filter))}
                prefetch={false}
                className="inline-flex min-h-11 items-center gap-2 rounded-full border border-accent bg-accent px-3.5 py-1 text-dense font-semibold text-accent-ink no-underline sm:min-h-9"
              >
                {label}
                <span aria-hidden="true">×</span>
                <span className="sr-only">{t('filter.remove')}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <details className="rounded border border-hair bg-surface px-4 py-2">
        <summary className="flex min-h-11 items-center font-semibold">
          <span aria-hidden="true">▸&nbsp;</span>
          <span>{t('filter.open')}</span>
        </summary>
        <form action="/cases" className="grid gap-4 py-3 sm:grid-cols-2 lg:grid-cols-3">
          <Choice name="worker" value={filters.worker} options={choices.worker} label={t('filter.worker')} />
          <Choice name="status" value={filters.status} options={choices.status} label={t('filter.status')} />
          <Choice name="kind" value={filters.kind} options={choices.kind} label={t('filter.kind')} />
          <Choice name="centre" value={filters.centre} options={choices.centre} label={t('filter.centre')} />
          <Choice name="signal" value={filters.signal} options={choices.signal} label={t('filter.signal')} />
          <div className="grid content-end">
            <Tick name="late" isOn={filters.late !== undefined}>
              {t('filter.late')}
            </Tick>
            <Tick name="unseen" isOn={filters.unseen !== undefined}>
              {t('filter.unseen')}
            </Tick>
          </div>
          <div>
            <Button type="submit">{t('filter.apply')}</Button>
          </div>
        </form>
      </details>
    </div>
  )
}

const Choice = ({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: string | undefined
  options: readonly Option[]
}) => {
  const t = useTranslations('cases')
  return (
    <div className="grid gap-1.5">
      <label htmlFor={`filter-${name}`} className="font-semibold">
        {label}
      </label>
      <select
        id={`filter-${name}`}
        name={name}
        defaultValue={value ?? ''}
        className="min-h-11 w-full rounded border border-edge bg-surface px-3 py-2 text-base text-ink"
      >
        <option value="">{t('filter.any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

const Tick = ({ name, isOn, children }: { name: string; isOn: boolean; children: ReactNode }) => (
  <label className="flex min-h-11 items-center gap-3">
    <input type="checkbox" name={name} value="1" defaultChecked={isOn} className="size-5 accent-accent" />
    {children}
  </label>
)
