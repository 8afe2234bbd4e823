import { useTranslations } from 'next-intl'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { formatTime } from '@/components/ui/time'
import type { Messages } from '@/lib/i18n/catalogue'
import type { ReadSummary } from '@/lib/summaries/summary-page.data'
import { SheetPart } from './sheet-part'
import { sheetLabels } from './summary-labels'

type Props = {
  readonly data: ReadSummary
  /** Of the language of the sheet. */
  readonly messages: Messages
  readonly by: string
  readonly at: Date
}

/**
 * A summary on A4, in the language that was chosen for it. What the level takes away has not come this far; of an unnamed one
 * that is also the code of the file, so that no address and no link of this page leads to it.
 */
export const SheetPage = ({ data: { summary, file, parts, lists }, messages, by, at }: Props) => {
  const tr = useTranslations('summaries')
  const { audience, level, language, code } = summary
  const labels = sheetLabels(messages, language, lists)
  const { t } = labels
  const day = formatTime(language, at, level === 'unnamed' ? 'day' : 'moment')
  const said = { code, level: t(`level.${level}`), day }
  return (
    <div className="paper-sheet max-w-prose print:max-w-none">
      <div data-print="no" className="mb-6 grid gap-3">
        <BackLink href={file === null ? '/cases' : `/cases/${file.code}/summary?file=${file.id}`}>
          {tr(file === null ? 'sheet.backToFiles' : 'sheet.back')}
        </BackLink>
        <Notice kind={level === 'unnamed' ? 'info' : 'late'}>
          <p>{tr(`sheet.read.${level}`)}</p>
        </Notice>
        <p>
          <PrintButton>{tr('sheet.print')}</PrintButton>
        </p>
      </div>
      <div lang={language}>
        <PageTitle title={tr('sheet.title')} heading={t(`heading.${audience}`)}>
          <p className="text-ink">{t('sheet.head', said)}</p>
        </PageTitle>
        {parts.map((part) => (
          <SheetPart key={part.section} part={part} labels={labels} />
        ))}
      </div>
      <div lang={language} className="paper-foot mt-6 text-sm">
        <p className="print:pt-2">
          {file === null
            ? t('sheet.footUnnamed', said)
            : t('sheet.foot', { ...said, file: file.code, name: by })}
        </p>
      </div>
    </div>
  )
}
