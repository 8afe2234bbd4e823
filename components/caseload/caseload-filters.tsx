import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Chip, Chips } from '@/components/ui/chip'
import { LinkButton } from '@/components/ui/link-button'
import type { CaseloadPageData } from '@/lib/caseload/caseload.data'
import {
  COLUMNS,
  FIELDS,
  type Filters,
  ORDERS,
  writeQuery,
  writeSearch,
} from '@/lib/caseload/caseload.schema'
import { toChoices } from '@/lib/caseload/caseload.view'
import type { Labels } from '@/lib/cases/word.view'
import { CaseloadForm } from './caseload-form'
import { FilterChips } from './filter-chips'
import { useFilterLabels } from './filter-labels'

/** The filters without one value. */
const without = (filters: Filters, field: keyof Filters, value: string): Filters => {
  const { [field]: condition, ...others } = filters
  const values = condition?.values.filter((one) => one !== value) ?? []
  return condition === undefined || values.length === 0
    ? others
    : { ...others, [field]: { ...condition, values } }
}

/** What narrows the list, as chips that can be taken away; the choices, the order and the columns in folds. */
export const CaseloadFilters = ({ data, labels: words }: { data: CaseloadPageData; labels: Labels }) => {
  const t = useTranslations('caseload')
  const { address } = data
  const { filters, sort, hidden, isDense } = address
  const filterWords = useFilterLabels(words, data)
  const choices = toChoices(data, words)
  const order = `${sort.isDown ? '-' : ''}${sort.by}`
  return (
    <div className="grid min-w-0 grow gap-3 print:hidden">
      <Active data={data} labels={words} />
      <CaseloadForm query={writeQuery(address)}>
        {address.view === null ? null : <input type="hidden" name="view" value={address.view} />}
        <Fold summary={t('filter.open')}>
          {FIELDS.codes.map((field) => (
            <Group key={field} legend={t(`filter.field.${field}`)}>
              <FilterChips
                name={field}
                choices={choices[field].map((value) => [
                  value,
                  filterWords.value(field, value),
                  filters[field]?.values.includes(value) ?? false,
                ])}
              />
              <Chip kind="quiet" name="not" value={field} defaultChecked={filters[field]?.isNot ?? false}>
                {t('filter.not')}
              </Chip>
            </Group>
          ))}
          <Apply>{t('filter.apply')}</Apply>
        </Fold>
        <Fold summary={t('look.open')}>
          <Group legend={t('look.sort')}>
            {ORDERS.codes
              .flatMap((by) => (by === 'danger' ? [by] : ([by, `-${by}`] as const)))
              .map((value) => (
                <Chip key={value} type="radio" name="sort" value={value} defaultChecked={order === value}>
                  {t(`look.order.${value}`)}
                </Chip>
              ))}
          </Group>
          <Group legend={t('look.hide')}>
            {COLUMNS.codes.map((column) => (
              <Chip key={column} name="hide" value={column} defaultChecked={hidden.includes(column)}>
                {t(`column.${column}`)}
              </Chip>
            ))}
          </Group>
          <Group legend={t('look.density')}>
            <Chip name="dense" value="1" defaultChecked={isDense}>
              {t('look.dense')}
            </Chip>
          </Group>
          <p>
            <LinkButton
              kind="quiet"
              size="small"
              href={writeSearch(address).replace('/cases', '/cases/print')}
            >
              {t('look.print')}
            </LinkButton>
          </p>
          <Apply>{t('filter.apply')}</Apply>
        </Fold>
      </CaseloadForm>
    </div>
  )
}

const Active = ({ data, labels: words }: { data: CaseloadPageData; labels: Labels }) => {
  const t = useTranslations('caseload')
  const filterWords = useFilterLabels(words, data)
  const { address } = data
  const active = FIELDS.codes.flatMap((field) =>
    (address.filters[field]?.values ?? []).map((value) => ({
      field,
      value,
      isNot: address.filters[field]?.isNot ?? false,
    })),
  )
  if (active.length === 0) return null
  return (
    <ul aria-label={t('filter.active')} className="flex flex-wrap gap-2">
      {active.map(({ field, value, isNot }) => (
        <li key={`${field} ${value}`}>
          <Link
            href={writeSearch({ ...address, filters: without(address.filters, field, value) })}
            prefetch={false}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-accent bg-accent px-3.5 py-1 text-dense font-semibold text-accent-ink no-underline sm:min-h-9"
          >
            {filterWords.chip(field, value, isNot)}
            <span aria-hidden="true">×</span>
            <span className="sr-only">{t('filter.remove')}</span>
          </Link>
        </li>
      ))}
      {active.length < 2 ? null : (
        <li>
          <LinkButton kind="plain" size="small" href={writeSearch({ ...address, filters: {} })}>
            {t('filter.clear')}
          </LinkButton>
        </li>
      )}
    </ul>
  )
}

const Fold = ({ summary, children }: { summary: string; children: ReactNode }) => (
  // Closed they share a line; what is opened takes the whole width.
  <details className="rounded border border-hair bg-surface px-4 open:basis-full">
    <summary className="flex min-h-11 items-center font-semibold">{summary}</summary>
    <div className="grid gap-4 py-3">{children}</div>
  </details>
)

const Group = ({ legend, children }: { legend: string; children: ReactNode }) => (
  <fieldset className="grid gap-1.5">
    <legend className="font-semibold">{legend}</legend>
    <Chips>{children}</Chips>
  </fieldset>
)

/** For browsers without a script; with one, each choice has been applied already. */
const Apply = ({ children }: { children: ReactNode }) => (
  <noscript>
    <Button type="submit">{children}</Button>
  </noscript>
)
