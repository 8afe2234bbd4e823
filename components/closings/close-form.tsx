'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import type { Option } from '@/lib/cases/word.view'
import { closeFile } from '@/lib/closings/closing.actions'
import { LEFT_REASONS, type LeftReason } from '@/lib/closings/closing.rules'

const noAnswer: LeftReason | '' = ''

/** Why the file is closed, and why each thing that is still open stays so. */
export const CloseForm = ({
  caseId,
  code,
  version,
  things,
  reasons,
}: {
  caseId: string
  code: string
  version: number
  things: readonly { readonly key: string; readonly label: string }[]
  reasons: readonly Option[]
}) => {
  const t = useTranslations('closings')
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/closings/closing.schema').then((room) => room.closeFileSchema)}
      defaultValues={{
        caseId,
        version,
        reason: '',
        left: Object.fromEntries(things.map(({ key }) => [key, noAnswer])),
        words: '',
      }}
      action={closeFile}
      draftKey={`closing:${caseId}`}
      onSaved={() => {
        router.push(`/cases/${code}?file=${caseId}`)
        router.refresh()
      }}
    >
      <Select name="reason" label={t('reason')} empty={t('choose')} options={reasons} />
      {things.map(({ key, label }) => (
        <Select
          key={key}
          name={`left.${key}`}
          label={t('why', { what: label })}
          empty={t('choose')}
          options={LEFT_REASONS.map((value) => ({ value, label: t(`leftReason.${value}`) }))}
        />
      ))}
      <TextArea name="words" label={t('words')} hint={t('wordsHint')} rows={4} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
