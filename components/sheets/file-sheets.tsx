import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { LinkButton } from '@/components/ui/link-button'
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
    <p className="text-sm text-muted">
      {t('given.by', { name: row.by, at: formatTime(locale, row.recordedAt, 'day') })}
    </p>
  )
  return (
    <div className="grid max-w-prose gap-6">
      <div>
        <h2>{t('title')}</h2>
        <p className="mt-1 text-muted">{t('fileWhat')}</p>
      </div>
      <Languages
        current={language}
        href={(one) => `/cases/${code}/sheets?${new URLSearchParams({ file: caseId, language: one })}`}
      />
      <ul className="grid gap-3 print:hidden">
        {SHEETS.codes.map((sheet) => (
          <li key={sheet}>
            <Card className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span className="font-semibold">{t(`name.${sheet}`)}</span>
              <span className="flex flex-wrap gap-2">
                <LinkButton
                  kind="quiet"
                  size="small"
                  href={`/sheets/${sheet}?${new URLSearchParams({ language, file: caseId })}`}
                >
                  {t('open')}
                  <span className="sr-only">: {t(`name.${sheet}`)}</span>
                </LinkButton>
                {canEdit ? (
                  <ActionButton
                    key={language}
                    action={recordSheetGiven}
                    input={{ caseId, sheet, language, givenOn: today }}
                  >
                    {t('given.press')}
                    <span className="sr-only">: {t(`name.${sheet}`)}</span>
                  </ActionButton>
                ) : null}
              </span>
            </Card>
          </li>
        ))}
      </ul>
      <section>
        <h3>{t('given.title')}</h3>
        {current.length === 0 ? <p className="text-muted">{t('given.none')}</p> : null}
        <ul className="mt-2 grid gap-3">
          {current.map(({ row }) => (
            <li key={row.id} className="min-w-0 border-s-2 border-hair ps-3">
              <p>{says(row)}</p>
              {by(row)}
              {canEdit ? (
                <TakeRowBack
                  of={says(row)}
                  row={row}
                  action={takeSheetBack}
                  draftKey={`sheet:mistake:${row.subjectId}`}
                />
              ) : null}
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
