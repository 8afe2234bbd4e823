'use client'
import { useTranslations } from 'next-intl'
import { MistakeForm } from '@/components/registers/mistake-form'
import { takeRowBack } from '@/lib/asylum/register.actions'
import type { RowMistake } from '@/lib/asylum/register.schema'

/** Says that a row of a register was a mistake. */
export const RowMistakeForm = (row: Omit<RowMistake, 'mistake'>) => (
  <MistakeForm
    schema={() => import('@/lib/asylum/register.schema').then((room) => room.rowMistakeSchema)}
    row={{ ...row, mistake: 'not_happened' }}
    action={takeRowBack}
    draftKey={`asylum:mistake:${row.subjectId}`}
    what={useTranslations('asylum')('rowTakeBackWhat')}
  />
)
