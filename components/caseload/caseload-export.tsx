import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { FIELDS, writeQuery, writeSearch } from '@/lib/caseload/caseload.schema'
import type { ExportFormData } from '@/lib/caseload/export.data'
import {
  EXPORT_COLUMNS,
  EXPORT_FORMS,
  EXPORT_REASONS,
  FIRST_EXPORT,
  MOST_EXPORTED,
} from '@/lib/caseload/export.rules'
import { toWords } from '@/lib/cases/word.view'
import { useFilterLabels } from './filter-labels'

/** What leaves, as what and why: chosen before anything does. It is plain HTML, and the file is its answer. */
export const CaseloadExport = ({ data }: { data: ExportFormData }) => {
  const t = useTranslations('caseload')
  const locale = useLocale()
  const { address, total } = data
  const filterWords = useFilterLabels(toWords(data.words, locale), data)
  const filters = FIELDS.codes.flatMap((field) =>
    (address.filters[field]?.values ?? []).map((value) =>
      filterWords.chip(field, value, address.filters[field]?.isNot ?? false),
    ),
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <PageTitle
        title={t('export.title')}
        above={<BackLink href={writeSearch(address)}>{t('print.back')}</BackLink>}
      >
        <p>
          {t('export.what', { files: Math.min(total, MOST_EXPORTED) })}{' '}
          {filters.length === 0 ? t('print.none') : `${filters.join(' · ')}.`}
          {total > MOST_EXPORTED ? ` ${t('export.cut', { most: MOST_EXPORTED })}` : null}
        </p>
      </PageTitle>
      {total === 0 ? (
        <EmptyState
          title={t('empty.filtered')}
          action={<LinkButton href={writeSearch(address)}>{t('print.back')}</LinkButton>}
        >
          {t('export.none')}
        </EmptyState>
      ) : (
        <form
          action="/api/caseload"
          method="get"
          autoComplete="off"
          className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6"
        >
          <input type="hidden" name="list" value={writeQuery(address)} />
          <Group label={t('export.columns')}>
            <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              {EXPORT_COLUMNS.codes.map((column) => (
                <li key={column}>
                  <Tick name={`with-${column}`} isTicked={FIRST_EXPORT.includes(column)}>
                    {t(`export.column.${column}`)}
                  </Tick>
                </li>
              ))}
            </ul>
          </Group>
          <Group label={t('export.who')}>
            <p className="text-sm text-muted">{t('export.whoWhat')}</p>
            <Tick name="names">{t('export.names')}</Tick>
          </Group>
          <label className="grid max-w-md gap-1.5 font-semibold">
            {t('export.why')}
            <select
              autoComplete="off"
              name="reason"
              required
              defaultValue=""
              className="min-h-11 w-full rounded border border-edge bg-surface px-3 py-2 text-base text-ink font-normal"
            >
              <option value="">{t('export.choose')}</option>
              {EXPORT_REASONS.codes.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`export.reason.${reason}`)}
                </option>
              ))}
            </select>
          </label>
          <Group label={t('export.as')}>
            <div className="flex flex-wrap gap-x-8">
              {EXPORT_FORMS.codes.map((form, index) => (
                <label key={form} className="flex min-h-11 items-center gap-3">
                  <input
                    autoComplete="off"
                    type="radio"
                    name="as"
                    value={form}
                    defaultChecked={index === 0}
                    className="size-5 accent-accent"
                  />
                  {t(`export.form.${form}`)}
                </label>
              ))}
            </div>
          </Group>
          <p className="max-w-prose border-s-3 border-late ps-3">{t('export.logged')}</p>
          <p>
            <Button type="submit">{t('export.do', { files: Math.min(total, MOST_EXPORTED) })}</Button>
          </p>
        </form>
      )}
    </div>
  )
}

const Group = ({ label, children }: { label: string; children: ReactNode }) => (
  <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-1">
    <legend className="mb-1 font-semibold">{label}</legend>
    {children}
  </fieldset>
)

const Tick = ({
  name,
  isTicked = false,
  children,
}: {
  name: string
  isTicked?: boolean
  children: ReactNode
}) => (
  <label className="flex min-h-11 items-center gap-3">
    <input
      autoComplete="off"
      type="checkbox"
      name={name}
      defaultChecked={isTicked}
      className="size-5 shrink-0 accent-accent"
    />
    {children}
  </label>
)
