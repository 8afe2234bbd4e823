import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DropDown } from '@/components/ui/drop-down'
import { Link } from '@/components/ui/link'
import { Picks } from '@/components/ui/picks'
import type { CaseloadPageData } from '@/lib/caseload/caseload.data'
import {
  type Address,
  COLUMNS,
  FIELDS,
  type Field,
  type Filters,
  ORDERS,
  writeQuery,
  writeSearch,
} from '@/lib/caseload/caseload.schema'
import { toChoices } from '@/lib/caseload/caseload.view'
import type { Labels } from '@/lib/cases/word.view'
import { CaseloadForm } from './caseload-form'
import { useFilterLabels } from './filter-labels'

/** The filters without one value. */
const without = (filters: Filters, field: keyof Filters, value: string): Filters => {
  const { [field]: condition, ...others } = filters
  const values = condition?.values.filter((one) => one !== value) ?? []
  return condition === undefined || values.length === 0
    ? others
    : { ...others, [field]: { ...condition, values } }
}

type Props = { readonly data: CaseloadPageData; readonly labels: Labels }
/** The filters with a chip of their own; the others open together. */
const NEAR: readonly Field[] = ['centre', 'signal', 'worker']

/** What narrows the list: each active value as a chip that can be taken away, then what could narrow it further. */
export const CaseloadFilters = ({ data, labels: words }: Props) => {
  const t = useTranslations('caseload')
  const { address } = data
  const filterWords = useFilterLabels(words, data)
  const choices = toChoices(data, words)
  const group = (field: Field): ReactNode => {
    const condition = address.filters[field]
    return (
      <Picks
        key={field}
        legend={t(`filter.field.${field}`)}
        name={field}
        options={choices[field].map((value) => [value, filterWords.value(field, value)])}
        chosen={condition?.values ?? []}
        last={{ name: 'not', value: field, words: t('filter.not'), isChosen: condition?.isNot ?? false }}
      />
    )
  }
  return (
    <>
      <Active data={data} labels={words} />
      <CaseloadForm query={writeQuery(address)}>
        <Kept address={address} query={writeQuery({ ...address, filters: {} })} />
        {NEAR.map((field) => (
          <DropDown key={field} look="chip" label={t(`filter.field.${field}`)}>
            {group(field)}
          </DropDown>
        ))}
        <DropDown
          look="dashed"
          isAtEnd
          label={
            <>
              <span aria-hidden="true" className="me-1">
                +
              </span>
              {t('filter.open')}
            </>
          }
        >
          <div className="gap-x-8 sm:columns-2">
            {FIELDS.codes.filter((field) => !NEAR.includes(field) && choices[field].length > 0).map(group)}
          </div>
        </DropDown>
        <Apply />
      </CaseloadForm>
    </>
  )
}

/** The order of the lines, their columns and their height. */
export const CaseloadLook = ({ address }: { address: Address }) => {
  const t = useTranslations('caseload')
  const { sort, columns, isRoomy } = address
  const order = `${sort.isDown ? '-' : ''}${sort.by}`
  const orders = ORDERS.codes.flatMap((by) => (by === 'danger' ? [by] : ([by, `-${by}`] as const)))
  return (
    <CaseloadForm query={writeQuery(address)}>
      <Kept address={address} query={writeQuery({ filters: address.filters })} />
      <DropDown label={t('look.open')} isAtEnd>
        <div className="grid gap-x-8 sm:grid-cols-2">
          <Picks
            legend={t('look.sort')}
            type="radio"
            name="sort"
            options={orders.map((value) => [value, t(`look.order.${value}`)])}
            chosen={[order]}
          />
          <div>
            <Picks
              legend={t('look.columns')}
              name="column"
              options={COLUMNS.codes.map((column) => [column, t(`column.${column}`)])}
              chosen={columns}
            />
            <Picks
              legend={t('look.density')}
              name="roomy"
              options={[['1', t('look.roomy')]]}
              chosen={isRoomy ? ['1'] : []}
            />
          </div>
        </div>
        <Apply />
      </DropDown>
    </CaseloadForm>
  )
}

/** What the other form of the page says, so that a change of this one does not forget it. */
const Kept = ({ address: { view }, query }: { address: Address; query: string }) => (
  <>
    {view === null ? null : <input type="hidden" name="view" value={view} />}
    {[...new URLSearchParams(query)].map(([name, value]) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    ))}
  </>
)

const Active = ({ data, labels: words }: Props) => {
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
    <ul aria-label={t('filter.active')} className="flex shrink-0 gap-2 sm:shrink sm:flex-wrap">
      {active.map(({ field, value, isNot }) => (
        <li key={`${field} ${value}`} className="shrink-0">
          <Link
            href={writeSearch({ ...address, filters: without(address.filters, field, value) })}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-accent-edge bg-accent-soft px-3 text-sm font-semibold whitespace-nowrap text-accent no-underline sm:min-h-8"
          >
            {filterWords.chip(field, value, isNot)}
            <span aria-hidden="true">×</span>
            <span className="sr-only">{t('filter.remove')}</span>
          </Link>
        </li>
      ))}
      {active.length < 2 ? null : (
        <li className="shrink-0">
          <Link
            href={writeSearch({ ...address, filters: {} })}
            className="inline-flex min-h-11 items-center text-sm whitespace-nowrap sm:min-h-8"
          >
            {t('filter.clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}

/** For browsers without a script; with one, each choice has been applied already. */
const Apply = () => {
  const t = useTranslations('caseload')
  return (
    <noscript>
      <Button type="submit">{t('filter.apply')}</Button>
    </noscript>
  )
}
