import { useLocale } from 'next-intl'
import { NewRow } from '@/components/forms/new-row'
import { Term } from '@/components/layout/term'
import { ContactLine, useContactLabels } from '@/components/people/safe-contact'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import { takeContactBack } from '@/lib/contacts/contact.actions'
import { type ContactRow, contact } from '@/lib/contacts/contact.schema'
import type { ContactsPart } from '@/lib/contacts/contacts-page.data'
import { languageChoices } from '@/lib/people/country-list.rules'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import type { Day } from '@/lib/shared/dates'
import { ContactForm } from './contact-form'

/** How everyone of a file is reached without harm, what stood there before, and the forms that change it. */
export const FileContacts = ({
  caseId,
  part: { people, current, mistakes },
  canEdit,
  today,
}: {
  caseId: string
  part: ContactsPart
  canEdit: boolean
  today: Day
}) => {
  const { t } = useContactLabels()
  const locale = useLocale()
  const languages = languageChoices(locale)
  const [first] = people
  const nameOf = (row: ContactRow) =>
    people.length < 2 ? null : (people.find(({ id }) => id === row.personId)?.name ?? null)
  const tell = (row: ContactRow): string => [nameOf(row), row.value].filter((one) => one !== null).join(', ')
  const by = (row: ContactRow) => (
    <p className="py-1.5 text-sm text-muted">
      {row.endedOn === null ? null : `${t('says.ended', { on: formatTime(locale, row.endedOn, 'day') })} · `}
      {t('by', { name: row.by, at: formatTime(locale, row.recordedAt, 'day') })}
    </p>
  )
  const old = (rows: readonly ContactRow[], label: string) =>
    rows.length === 0 ? null : (
      <Fold label={label}>
        <ul className="grid gap-3">
          {rows.map((row) => (
            <li key={row.id} className="border-s-2 border-hair ps-3 line-through">
              <ContactLine row={row} />
              {by(row)}
            </li>
          ))}
        </ul>
      </Fold>
    )
  return (
    <div className="grid max-w-prose gap-4">
      <div>
        <h2>
          <Term of="safeContact">{t('title')}</Term>
        </h2>
        <p className="mt-0.5 text-sm text-muted">{t('what')}</p>
      </div>
      {current.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      {canEdit && first !== undefined ? (
        // A saved one closes it.
        <NewRow key={current.length + mistakes.length} label={t('new')} isOpen={current.length === 0}>
          <ContactForm
            fields={emptyForm(contact, caseId, { personId: first.id, confirmedOn: today })}
            people={people}
            languages={languages}
            today={today}
          />
        </NewRow>
      ) : null}
      <ul className="border-t border-hair empty:hidden">
        {current.map(({ row, earlier }) => (
          <li key={row.subjectId} className="tooled-row min-w-0 border-b border-hair py-2.5">
            <ContactLine row={row} name={nameOf(row)} />
            {old(earlier, t('earlier', { count: earlier.length }))}
            {canEdit ? (
              <RowTools of={tell(row)}>
                {by(row)}
                <Fold label={t('change')} of={tell(row)}>
                  <ContactForm
                    key={row.revision}
                    fields={toForm(contact, row)}
                    people={people}
                    languages={languages}
                    today={today}
                  />
                </Fold>
                <TakeRowBack
                  of={tell(row)}
                  row={row}
                  mistake="wrong_file"
                  action={takeContactBack}
                  draftKey={`contact:mistake:${row.subjectId}`}
                />
              </RowTools>
            ) : (
              by(row)
            )}
          </li>
        ))}
      </ul>
      {old(
        mistakes.map(({ row }) => row),
        t('mistakes', { count: mistakes.length }),
      )}
    </div>
  )
}
