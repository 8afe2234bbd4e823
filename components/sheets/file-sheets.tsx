import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { RowLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import type { Day } from '@/lib/shared/dates'
import { recordSheetGiven, takeSheetBack } from '@/lib/sheets/given.actions'
import type { GivenRow } from '@/lib/sheets/given.data'
import { SHEET_LANGUAGES, SHEETS, type SheetLanguage } from '@/lib/sheets/sheet.rules'
import type { FileSheetsPart } from '@/lib/sheets/sheets-page.data'
import { Languages } from './sheet-choice'

/** Sheets for whom a file is about, in their language: to print, and that they were handed over. */
export const FileSheets = ({
  caseId,
  code,
  part: { current, mistakes },
  language,
  canEdit,
  today,
}: {
  caseId: string
  code: string
  part: FileSheetsPart
  language: SheetLanguage
  canEdit: boolean
  today: Day
}) => {
  const t = useTranslations('sheets')
  const locale = useLocale()
  const says = (row: GivenRow): string =>
    t('given.says', {
      sheet: 'damaged' in row.which ? row.which.damaged : t(`name.${row.which.code}`),
      language: SHEET_LANGUAGES[row.language].own,
      on: formatTime(locale, row.givenOn, 'day'),
    })
  const by = (row: GivenRow) => (
    <p className="py-1.5 text-sm text-muted">
      {t('given.by', { name: row.by, at: formatTime(locale, row.recordedAt, 'day') })}
    </p>
  )
  return (
    <div className="grid max-w-prose gap-4">
      <div>
        <h2>{t('title')}</h2>
        <p className="mt-0.5 text-sm text-muted">{t('fileWhat')}</p>
      </div>
      <Languages
        current={language}
        href={(one) => `/cases/${code}/sheets?${new URLSearchParams({ file: caseId, language: one })}`}
      />
      <ul className="border-t border-hair print:hidden">
        {SHEETS.codes.map((sheet) => (
          <li
            key={sheet}
            className="flex items-center justify-between gap-x-4 border-b border-hair py-2 max-sm:py-1"
          >
            <span className="min-w-0">
              <RowLink href={`/sheets/${sheet}?${new URLSearchParams({ language, file: caseId })}`}>
                {t(`name.${sheet}`)}
              </RowLink>
            </span>
            {canEdit ? (
              <div className="shrink-0">
                <ActionButton
                  key={language}
                  action={recordSheetGiven}
                  input={{ caseId, sheet, language, givenOn: today }}
                >
                  {t('given.press')}
                  <span className="sr-only">: {t(`name.${sheet}`)}</span>
                </ActionButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <section>
        <h3 className="border-b border-edge pb-1">{t('given.title')}</h3>
        {current.length === 0 ? <p className="pt-1.5 text-sm text-muted">{t('given.none')}</p> : null}
        <ul>
          {current.map(({ row }) => (
            <li key={row.id} className="tooled-row min-w-0 border-b border-hair py-2">
              <p>{says(row)}</p>
              <RowTools of={says(row)}>
                {by(row)}
                {canEdit ? (
                  <TakeRowBack
                    of={says(row)}
                    row={row}
                    action={takeSheetBack}
                    draftKey={`sheet:mistake:${row.subjectId}`}
                  />
                ) : null}
              </RowTools>
            </li>
          ))}
        </ul>
        {mistakes.length === 0 ? null : (
          <Fold label={t('mistakes', { count: mistakes.length })}>
            <ul className="grid gap-3">
              {mistakes.map(({ row }) => (
                <li key={row.id} className="border-s-2 border-hair ps-3">
                  <p className="line-through">{says(row)}</p>
                  {by(row)}
                </li>
              ))}
            </ul>
          </Fold>
        )}
      </section>
    </div>
  )
}
