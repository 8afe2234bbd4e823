import { useLocale, useTranslations } from 'next-intl'
import { FileLink } from '@/components/layout/file-link'
import { PageTitle } from '@/components/layout/page-title'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { SIGNS } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { MOST_FILES } from '@/lib/caseload/caseload.rules'
import { FIELDS, writeSearch } from '@/lib/caseload/caseload.schema'
import type { PrintData } from '@/lib/caseload/caseload-print.data'
import { toWords } from '@/lib/cases/word.view'
import { type CellWords, useCaseloadColumns } from './caseload-columns'
import { useFilterLabels } from './filter-labels'

const Words = ({ words }: { words: CellWords }) =>
  typeof words === 'string' ? (
    words
  ) : (
    <>
      <span aria-hidden="true">{SIGNS[words[0]]} </span>
      <b>{words[1]}</b>
    </>
  )

/** The list on paper, A4 across: codes and initials, what narrows it, who printed it. */
export const CaseloadPrint = ({ data, by, at }: { data: PrintData; by: string; at: Date }) => {
  const t = useTranslations('caseload')
  const locale = useLocale()
  const { address, lines, total, today, own, ownFields } = data
  const labels = toWords(data.words, locale)
  const filterWords = useFilterLabels(labels, data)
  const columns = useCaseloadColumns(
    { today, labels, columns: address.columns, steps: null, own, ownFields },
    null,
  )
    // The day alone says it: the words of a step may name a person.
    .filter(({ key }) => key !== 'due')
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
      {/* On a phone it is the same sheet, which scrolls: it is read on paper. */}
      <div className="overflow-x-auto print:overflow-visible">
        <table className="sheet-rows">
          <caption className="sr-only">{t('list')}</caption>
          <thead>
            <tr>
              <th scope="col" className="who">
                {t('column.code')}
              </th>
              {columns.map(({ key, head }) => (
                <th key={key} scope="col" className={key}>
                  {head}
                </th>
              ))}
              {/* To be written on. */}
              <th scope="col">{t('print.note')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <b>{line.initials}</b> <FileLink code={line.code} id={line.id} />
                </th>
                {columns.map(({ key, says }) => (
                  <td key={key}>
                    <Words words={says(line)} />
                  </td>
                ))}
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
