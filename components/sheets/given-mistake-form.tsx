'use client'
import { MistakeForm } from '@/components/registers/mistake-form'
import { takeSheetBack } from '@/lib/sheets/given.actions'

/** Says that a sheet was not handed over. */
export const GivenMistakeForm = (row: { caseId: string; subjectId: string; version: number }) => (
  <MistakeForm
    schema={() => import('@/lib/sheets/given.schema').then((room) => room.givenMistakeSchema)}
    row={{ ...row, mistake: 'not_happened' }}
    action={takeSheetBack}
    draftKey={`sheet:mistake:${row.subjectId}`}
  />
)
