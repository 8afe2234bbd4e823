import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import type { Messages } from '@/lib/i18n/catalogue'
import type { ExtractRead } from '@/lib/rights/extract.data'
import { toExtract } from './extract-labels'
import { MessagesChoice } from './messages-choice'

/** All that is kept of someone, on paper, in their language: to be read through before it is handed over. */
export const ExtractPage = ({
  data,
  messages,
  signature,
}: {
  data: ExtractRead
  messages: Messages
  /** Draws a signature on screen; another room does. */
  signature: (drawing: string, label: string) => ReactNode
}) => {
  const t = useTranslations('rights')
  const given = data.messages.flatMap(({ id, isGiven }) => (isGiven ? [id] : [])).join('.')
  const { title, intro, sections, rights } = toExtract(data, messages)
  return (
    <div className="paper-sheet max-w-prose print:max-w-none">
      <div data-print="no" className="mb-6 grid gap-3">
        <BackLink href={`/cases/${data.file.code}/rights?file=${data.file.id}`}>{t('extract.back')}</BackLink>
        <Notice kind="late">
          <p>{t('extract.readFirst')}</p>
        </Notice>
        <p className="flex flex-wrap gap-3">
          <PrintButton>{t('certificate.print')}</PrintButton>
          <a
            href={`/api/extracts?id=${data.id}${given === '' ? '' : `&give=${given}`}`}
            className={buttonClass('quiet', 'small')}
          >
            {t('extract.save')}
          </a>
        </p>
        <MessagesChoice messages={data.messages} />
      </div>
      <div lang={data.language}>
        <PageTitle title={t('extract.tab')} heading={title}>
          <span className="text-ink">{intro}</span>
        </PageTitle>
        {sections.map((section) => (
          <section key={section.title} aria-label={section.title} className="mt-6">
            <h2 className="mb-2 border-b border-edge">{section.title}</h2>
            {section.lines.length === 0 ? <p className="text-muted">—</p> : null}
            <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,30%)_1fr] print:grid-cols-[30%_1fr]">
              {section.lines.map(({ label, text, drawing }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is never reordered and its lines bear no id
                <div key={index} className="contents">
                  <dt className="text-muted max-sm:mt-1">{label}</dt>
                  <dd dir="auto" className="min-w-0 whitespace-pre-line wrap-anywhere">
                    {text}
                    {drawing === undefined ? null : signature(drawing, label)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="mt-6">{rights}</p>
      </div>
    </div>
  )
}
