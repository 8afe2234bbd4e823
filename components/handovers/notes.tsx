'use client'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import type { HandoverFile, HandoverPageData } from '@/lib/handovers/handover-page.data'
import { CalmFold } from './calm-fold'
import { FileCell } from './file-cell'
import { NoteCell } from './note-cell'

/** What each receiver must know, those in danger first. */
export const Notes = ({
  data,
  heading,
}: {
  data: HandoverPageData
  heading: RefObject<HTMLHeadingElement | null>
}) => {
  const t = useTranslations('handovers')
  const calm = data.files.filter(({ dangers }) => dangers.length === 0)
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {t('step.notes')}
      </h2>
      <NoteList data={data} files={data.files.filter(({ dangers }) => dangers.length > 0)} />
      <CalmFold count={calm.length}>
        <NoteList data={data} files={calm} />
      </CalmFold>
    </>
  )
}

const NoteList = ({ data, files }: { data: HandoverPageData; files: readonly HandoverFile[] }) => (
  <ul>
    {files.map((file) => (
      <li
        key={file.caseId}
        {...(file.isRestricted ? { 'data-print': 'no' } : {})}
        className="flex flex-wrap items-start gap-x-6 gap-y-1 border-t border-hair py-2.5"
      >
        <div className="sm:w-72">
          <FileCell file={file} />
        </div>
        <div className="min-w-0 grow basis-72">
          <NoteCell key={file.noteVersion} handoverId={data.id} file={file} canWrite />
        </div>
      </li>
    ))}
  </ul>
)
