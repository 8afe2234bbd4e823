import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { BackLink } from '@/components/layout/back-link'
import { TabWords } from '@/components/layout/tab-labels'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import type { Day } from '@/lib/shared/dates'
import { recordSheetGiven } from '@/lib/sheets/given.actions'
import type { SheetLanguage } from '@/lib/sheets/sheet.rules'
import type { SheetPageData } from '@/lib/sheets/sheets-page.data'
import { Languages } from './sheet-choice'
import { SheetPaper } from './sheet-paper'

/** One sheet, as it comes out of the printer, with what is chosen before. Its tab tells nothing of it. */
export const SheetPage = ({
  data,
  canEdit,
  today,
}: {
  data: SheetPageData
  canEdit: boolean
  today: Day
}) => {
  const t = useTranslations('sheets')
  const { code, language, file, isNamed } = data
  const address = (change: { language?: SheetLanguage; name?: boolean }): string => {
    const search = new URLSearchParams({ language: change.language ?? language })
    if (file !== null) search.set('file', file.id)
    if (change.name ?? isNamed) search.set('name', 'yes')
    return `/sheets/${code}?${search}`
  }
  return (
    <>
      <TabWords words={t('tab')} />
      <div data-print="no" className="mb-6 grid max-w-prose gap-4">
        <BackLink
          href={file === null ? `/sheets?language=${language}` : `/cases/${file.code}/sheets?file=${file.id}`}
        >
          {t('back')}
        </BackLink>
        <Languages current={language} href={(one) => address({ language: one })} />
        {file === null ? null : (
          <Notice kind={isNamed ? 'late' : 'info'}>
            <p>{t(isNamed ? 'withName' : 'withoutName')}</p>
          </Notice>
        )}
        <div className="flex flex-wrap items-start gap-3">
          <PrintButton>{t('print')}</PrintButton>
          {file === null ? null : (
            <LinkButton kind="quiet" href={address({ name: !isNamed })}>
              {t(isNamed ? 'hideName' : 'showName')}
            </LinkButton>
          )}
          {file === null || !canEdit ? null : (
            <ActionButton
              action={recordSheetGiven}
              input={{ caseId: file.id, sheet: code, language, givenOn: today }}
              size="normal"
            >
              {t('given.press')}
            </ActionButton>
          )}
        </div>
      </div>
      <SheetPaper data={data} />
    </>
  )
}
