import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { MOST_FILES } from '@/lib/caseload/caseload.rules'
import { COLUMNS, FIELDS, writeSearch } from '@/lib/caseload/caseload.schema'
import type { PrintData } from '@/lib/caseload/caseload-print.data'
import { toWords } from '@/lib/cases/word.view'
import { Cell } from './caseload-cell'
import { useCaseloadColumns } from './caseload-columns'
import { useFilterLabels } from './filter-labels'

type PrintLine = PrintData['lines'][number]

/** The list on paper, A4 across: codes and initials, what narrows it, who printed it. */
export const CaseloadPrint = ({ data, by, at }: { data: PrintData; by: string; at: Date }) => {
  const t = useTranslations('caseload')
  const locale = useLocale()
  const { address, lines, total, today } = data
  const labels = toWords(data.words, locale)
  const filterWords = useFilterLabels(labels, data)
  const shown = useCaseloadColumns({ today, labels }, null)
    .filter(({ key }) => !COLUMNS.codes.some((column) => column === key && address.hidden.includes(column)))
    .map(
      ({ says, ...column }): Column<PrintLine> => ({
        ...column,
        cell: (line) => <Cell parts={says(line)} />,
      }),
    )
  const [code, ...others] = shown
  const columns = [
    ...(code === undefined ? [] : [code]),
    { key: 'initials', head: t('print.initials'), cell: ({ initials }: PrintLine) => initials },
    ...others,
  ]
  const filters = FIELDS.codes.flatMap((field) =>
    (address.filters[field]?.values ?? []).map((value) =>
      filterWords.chip(field, value, address.filters[field]?.isNot ?? false),
    ),
  )
  return (
    <div className="sheet-across grid gap-3">
      <div className="flex flex-wrap gap-3 print:hidden">
        <PrintButton>{t('print.button')}</PrintButton>
        <LinkButton kind="quiet" href={writeSearch(address)}>
          {t('print.back')}
        </LinkButton>
      </div>
      <div className="-mb-6">
        <PageTitle title={t('print.title')} above={t('print.confidential')}>
          {t('print.by', { name: by })} <Time at={at} style="moment" />.{' '}
          {t('print.files', { files: lines.length })}.{' '}
          {filters.length === 0 ? t('print.none') : `${filters.join(' · ')}.`}
          {total > lines.length ? ` ${t('print.cut', { most: MOST_FILES })}` : null}
        </PageTitle>
      </div>
      <Table caption={t('list')} columns={columns} rows={lines} rowKey={({ id }) => id} isDense />
    </div>
  )
}
