'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { takeRowBack } from '@/lib/asylum/register.actions'
import type { MistakeInput } from '@/lib/asylum/register.schema'
import { MISTAKES } from '@/lib/registers/register.rules'

/** Says that a row of a register was a mistake. */
export const MistakeForm = (row: Omit<MistakeInput, 'mistake'>) => {
  const t = useTranslations('asylum')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/asylum/register.schema').then((room) => room.mistakeSchema)}
      defaultValues={{ ...row, mistake: 'not_happened' }}
      action={takeRowBack}
      draftKey={`asylum:mistake:${row.subjectId}`}
      onSaved={() => router.refresh()}
    >
      <p className="max-w-prose text-sm text-muted">{t('rowTakeBackWhat')}</p>
      <RadioGroup
        name="mistake"
        label={t('takeBackLabel')}
        options={MISTAKES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <FormFooter kind="danger">{t('takeBackSave')}</FormFooter>
    </Form>
  )
}
