import { useLocale, useMessages, useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { Pagination } from '@/components/ui/pagination'
import { type Tab, Tabs } from '@/components/ui/tabs'
import { LOCALES } from '@/lib/i18n/locales'
import type { Target } from '@/lib/imports/field.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'
import { type CellMark, type PreviewRow, SHOWN_ROWS } from '@/lib/imports/preview.rules'
import { toReasonLabels } from './reason-labels'
import { useTargetLabels } from './target-labels'

/** A sign beside each mark, so that colour alone says nothing. */
const MARKS: Readonly<Record<CellMark, { readonly sign: string; readonly look: string }>> = {
  read: { sign: '', look: '' },
  said: { sign: '✓', look: 'bg-accent-soft' },
  note: { sign: '✎', look: 'bg-late-soft' },
  off: { sign: '', look: 'text-muted' },
}

/** The rows of the table as they would be imported: each cell marked, and the rows that make no file with the reason. */
export const PreviewPart = ({ data }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const { one, head, preview, shown, plan } = data
  if (head === null || plan === null) return null
  const address = (rows: string, from: number): string =>
    `/imports/${one.id}?${new URLSearchParams({ rows, ...(from > 1 ? { from: String(from) } : {}) })}#rows`
  const tabs: Tab[] = SHOWN_ROWS.codes.map((rows) => ({
    href: address(rows, 1),
    label: t(`preview.rows.${rows}`),
    isCurrent: rows === shown.rows,
  }))
  return (
    <section aria-labelledby="rows" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 id="rows">{t('preview.title')}</h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {(['read', 'said', 'note', 'off'] as const).map((mark) => (
          <li key={mark} className="flex items-center gap-1.5">
            <span
              aria-hidden="true"
              className={classNames(
                'inline-grid h-5 w-7 place-items-center rounded border border-hair',
                MARKS[mark].look,
              )}
            >
              {MARKS[mark].sign}
            </span>
            {t(`preview.mark.${mark}`)}
          </li>
        ))}
      </ul>
      <Tabs label={t('preview.show')} tabs={tabs} />
      {preview.rows.length === 0 ? (
        <p className="text-muted">{t('preview.none')}</p>
      ) : (
        <Grid data={data} rows={preview.rows} />
      )}
      <Pagination
        next={preview.next === null ? null : address(shown.rows, preview.next)}
        first={shown.from > 1 ? address(shown.rows, 1) : null}
      />
    </section>
  )
}

const Grid = ({ data, rows }: { data: ImportData; rows: readonly PreviewRow[] }) => {
  const t = useTranslations('imports')
  const { head, plan } = data
  const labels = toReasonLabels(LOCALES.read(useLocale()), useMessages(), data.own)
  const targets = useTargetLabels(data)
  const meaningIn = (field: Target | ''): string => (field === '' ? t('plan.leave') : targets(field))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={t('preview.title')}>
      <table className="w-max min-w-full border-collapse text-dense">
        <thead>
          <tr className="border-b border-edge align-bottom">
            <th scope="col" className="px-2 py-1.5 text-end text-sm text-muted">
              {t('report.row')}
            </th>
            {(head?.headers ?? []).map((header, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are never moved or added
                key={index}
                scope="col"
                className="px-2 py-1.5 text-start text-sm text-muted"
              >
                <span dir="auto" className="block font-normal">
                  {header === '' ? t('plan.noHeader') : header}
                </span>
                {meaningIn(plan?.columns[index] ?? '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells, left, reasons }) => {
            const isOut = left !== null || reasons.length > 0
            return (
              <tr key={line} className="border-b border-hair align-top">
                <th scope="row" className="num px-2 py-1.5 text-end font-normal text-muted">
                  {line}
                  {isOut ? (
                    <span className="block max-w-40 text-start text-sm font-semibold text-ink">
                      {left === null
                        ? reasons.map(({ field, code }) => labels(field, code)).join(' ')
                        : t(`left.${left}`)}
                    </span>
                  ) : null}
                </th>
                {cells.map(({ text, mark, why }, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns are never moved or added
                    key={index}
                    dir="auto"
                    className={classNames(
                      'max-w-64 px-2 py-1.5 wrap-anywhere',
                      isOut ? 'text-muted' : text === '' ? '' : MARKS[mark].look,
                    )}
                  >
                    {text}
                    {isOut || text === '' || MARKS[mark].sign === '' ? null : (
                      <>
                        <span aria-hidden="true"> {MARKS[mark].sign}</span>
                        <span className="sr-only">
                          {' '}
                          {why === null ? t(`preview.mark.${mark}`) : labels(why.field, why.code)}
                        </span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
