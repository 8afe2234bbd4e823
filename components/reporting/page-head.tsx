import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'

/** What a page of reports is: beside its name, on the screen and on paper. */
export const InternalMark = ({ children }: { children: ReactNode }) => (
  <span className="rounded bg-late-soft px-2 py-0.5 font-sans text-sm font-semibold text-late">
    {children}
  </span>
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
            <a key={as} href={hrefOf(as)} className={buttonClass('quiet', 'small')} download>
              {t(as)}
            </a>
          ))}
    </div>
  )
}
