import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TabTitle } from '@/components/layout/tab-title'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import { type FilePage, partsOf } from '@/lib/cases/file-part.view'
import type { Day } from '@/lib/shared/dates'
import { FileHead } from './file-head'
import { PageStrip, PartStrip } from './file-strips'
import { FileWarnings } from './file-warnings'

type Props = {
  readonly caseHeader: CaseHeader
  /** Null for a page below the timeline: one of its entries. */
  readonly page: FilePage | null
  readonly rights: Rights
  readonly today: Day
  readonly children: ReactNode
}

/** What every page of a file has around it: who it is about, the way to the other pages, and what is out of the ordinary. */
export const FileFrame = ({ caseHeader, page, rights, today, children }: Props) => {
  const t = useTranslations('cases')
  const parts = partsOf(caseHeader, rights, today, page)
  return (
    <>
      <TabTitle text={t('tab', { code: caseHeader.code })} />
      <div data-file-head className="z-10 border-b border-hair bg-paper print:static print:border-0">
        <FileHead caseHeader={caseHeader} page={page} rights={rights} today={today} />
        <PartStrip caseHeader={caseHeader} parts={parts} />
      </div>
      <PageStrip caseHeader={caseHeader} parts={parts} />
      <div data-file-page className="pt-2">
        <FileWarnings caseHeader={caseHeader} page={page} />
        {children}
      </div>
    </>
  )
}
