'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { MISTAKES } from '@/lib/registers/register.rules'
import { takeSheetBack } from '@/lib/sheets/given.actions'

/** Says that a sheet was not handed over. */
export const GivenMistakeForm = (row: { caseId: string; subjectId: string; version: number }) => {
  const t = useTranslations('sheets')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/sheets/given.schema').then((room) => room.givenMistakeSchema)}
      defaultValues={{ ...row, mistake: 'not_happened' }}
      action={takeSheetBack}
      draftKey={`sheet:mistake:${row.subjectId}`}
      onSaved={() => router.refresh()}
    >
      <RadioGroup
        name="mistake"
        label={t('mistake.label')}
        options={MISTAKES.map((value) => ({ value, label: t(`mistake.${value}`) }))}
      />
      <FormFooter kind="danger">{t('mistake.save')}</FormFooter>
    </Form>
  )
}
