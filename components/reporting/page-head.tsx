import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { buttonClass } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'

/** The name of a page of numbers, what they are beside it on the screen and on paper, and the files that it gives. */
export const ReportHead = ({
  title,
  mark,
  children,
}: {
  title: string
  /** What the numbers are: internal, or rounded; null where none are shown. */
  mark: string | null
  children: ReactNode
}) => (
  <div className="-mb-4 flex flex-wrap items-start justify-between gap-x-4 max-sm:-mb-6">
    <PageTitle
      title={title}
      heading={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {title}{' '}
          {mark === null ? null : (
            <span className="rounded border border-edge bg-sunken px-2 py-0.5 font-sans text-sm font-semibold">
              {mark}
            </span>
          )}
        </span>
      }
    />
    {children}
  </div>
)

/** Print, and the files of a report where it may leave. */
export const Downloads = ({ hrefOf }: { hrefOf: ((as: 'docx' | 'xlsx' | 'csv') => string) | null }) => {
  const t = useTranslations('reporting.download')
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <PrintButton kind="quiet" size="small">
        {t('print')}
      </PrintButton>
      {hrefOf === null
        ? null
        : (['docx', 'xlsx', 'csv'] as const).map((as) => (
            <a key={as} href={hrefOf(as)} className={buttonClass('quiet', 'small')}>
              {t(as)}
            </a>
          ))}
    </div>
  )
}
