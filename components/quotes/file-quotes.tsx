import { useLocale, useTranslations } from 'next-intl'
import { NewRow } from '@/components/forms/new-row'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import { takeQuoteBack } from '@/lib/quotes/quote.actions'
import { type QuoteRow, quote } from '@/lib/quotes/quote.schema'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import type { Day } from '@/lib/shared/dates'
import { labelIn } from '@/lib/shared/labelled'
import type { ConsentsPart } from '@/lib/summaries/consents-page.data'
import { QuoteForm } from './quote-form'

/** What people of a file said for reports, whether reports may print it now, and the forms that change it. */
export const FileQuotes = ({
  caseId,
  quotes: { current, mistakes, centres, isOpen, speakers },
  canEdit,
  today,
}: {
  caseId: string
  quotes: ConsentsPart['quotes']
  canEdit: boolean
  today: Day
}) => {
  const t = useTranslations('quotes')
  const tConsent = useTranslations('consents')
  const locale = useLocale()
  const places = centres.map((centre) => ({ id: centre.id, name: labelIn(centre, locale) }))
  const [first] = speakers
  const quoted = (row: QuoteRow) => (
    <>
      <blockquote dir="auto" className="wrap-anywhere">
        {row.words}
      </blockquote>
      <p className="text-sm text-muted">
        {[
          t(`speaker.${row.speaker}`),
          places.find(({ id }) => id === row.placeId)?.name,
          formatTime(locale, row.said, 'day'),
          t('by', { name: row.by }),
        ]
          .filter((one) => one !== undefined)
          .join(' · ')}
      </p>
    </>
  )
  const old = (rows: readonly QuoteRow[], label: string) =>
    rows.length === 0 ? null : (
      <Fold label={label}>
        <ul className="grid gap-3">
          {rows.map((row) => (
            <li key={row.id} className="border-s-2 border-hair ps-3 line-through">
              {quoted(row)}
            </li>
          ))}
        </ul>
      </Fold>
    )
  return (
    <section aria-labelledby="quotes" className="mt-8 grid max-w-prose gap-3 print:hidden">
      <div>
        <h2 id="quotes" className="border-b border-edge pb-1 text-h3">
          {t('title')}
        </h2>
        <p className="mt-0.5 text-sm text-muted">{t('what')}</p>
      </div>
      {isOpen ? null : <p>{t('restricted')}</p>}
      {isOpen && first === undefined ? <p className="text-sm">{t('askFirst')}</p> : null}
      {canEdit && isOpen && first !== undefined ? (
        // A saved one closes it.
        <NewRow key={current.length + mistakes.length} label={t('new')}>
          <QuoteForm
            fields={emptyForm(quote, caseId, { personId: first.id, said: today })}
            people={speakers}
            centres={places}
            today={today}
          />
        </NewRow>
      ) : null}
      <ul>
        {current.map(({ row, earlier, gap }) => (
          <li key={row.subjectId} className="tooled-row min-w-0 border-b border-hair py-2.5">
            {quoted(row)}
            {isOpen ? (
              <p className={gap === null ? 'text-sm' : 'text-sm text-late'}>
                {gap === null
                  ? t('printed')
                  : t('notPrinted', { why: gap === 'withdrawn' ? t('withdrawn') : tConsent(`state.${gap}`) })}
              </p>
            ) : null}
            {old(earlier, t('earlier', { count: earlier.length }))}
            {canEdit ? (
              <RowTools of={t(`speaker.${row.speaker}`)}>
                {isOpen && gap === null ? (
                  <Fold label={t('change')}>
                    <QuoteForm
                      key={row.revision}
                      fields={toForm(quote, row)}
                      people={speakers}
                      centres={places}
                      today={today}
                    />
                  </Fold>
                ) : null}
                <TakeRowBack
                  of={t(`speaker.${row.speaker}`)}
                  row={row}
                  action={takeQuoteBack}
                  draftKey={`quote:mistake:${row.subjectId}`}
                />
              </RowTools>
            ) : null}
          </li>
        ))}
      </ul>
      {old(
        mistakes.map(({ row }) => row),
        t('mistakes', { count: mistakes.length }),
      )}
    </section>
  )
}
