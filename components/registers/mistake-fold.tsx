import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '@/components/forms/reply'
import { Fold } from '@/components/ui/fold'
import type { Mistake } from '@/lib/registers/register.schema'
import { PlainMistakeForm } from './mistake-form'

/** Opens the form that takes a row back; `of` says which row to those who hear the page. */
export const MistakeFold = ({ of, children }: { of: string; children: ReactNode }) => {
  const t = useTranslations('forms.mistake')
  return (
    <Fold label={t('open')} of={of}>
      {children}
    </Fold>
  )
}

/** The fold with the form of a register whose handler asks for nothing else. Of the row the browser gets its file, its subject and its version. */
export const TakeRowBack = <V,>({
  of,
  row: { caseId, subjectId, revision: version },
  mistake = 'not_happened',
  action,
  draftKey,
}: {
  of: string
  row: { readonly caseId: string; readonly subjectId: string; readonly revision: number }
  /** What is chosen at first. */
  mistake?: Mistake['mistake']
  action: FormAction<V>
  draftKey: string
}) => (
  <MistakeFold of={of}>
    <PlainMistakeForm row={{ caseId, subjectId, version, mistake }} action={action} draftKey={draftKey} />
  </MistakeFold>
)
