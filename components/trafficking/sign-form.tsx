'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { saveTraffickingSign } from '@/lib/trafficking/account.actions'
import { GRADES, SOURCES } from '@/lib/trafficking/vocabulary.rules'

type Row = {
  readonly caseId: string
  readonly subjectId: string
  readonly revision: number
  readonly grade: CodeOf<typeof GRADES>
  readonly source: CodeOf<typeof SOURCES>
}

/** How strong a sign is and where it is known from. */
export const SignForm = ({ row: { caseId, subjectId, revision: version, grade, source } }: { row: Row }) => {
  const t = useTranslations('trafficking')
  return (
    <Form
      schema={() => import('@/lib/trafficking/account.schema').then((room) => room.signSchema)}
      defaultValues={{ caseId, subjectId, version, grade, source }}
      action={saveTraffickingSign}
      draftKey={`trafficking:sign:${subjectId}`}
    >
      <ChipGroup
        name="grade"
        label={t('gradeLabel')}
        options={GRADES.codes.map((value) => ({ value, label: t(`grade.${value}`) }))}
      />
      <ChipGroup
        name="source"
        label={t('sourceLabel')}
        options={SOURCES.codes.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
