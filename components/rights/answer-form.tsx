'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup, type Option } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { answerErasure } from '@/lib/rights/erasure.actions'

/** The second word about one proposal or several. Nothing is ticked before someone has ticked it. */
export const AnswerForm = ({ proposals }: { proposals: readonly Option[] }) => {
  const t = useTranslations('rights')
  const none: string[] = []
  return (
    <Form
      schema={() => import('@/lib/rights/erasure.schema').then((room) => room.answerErasureSchema)}
      defaultValues={{ erasureIds: none, agrees: true }}
      action={answerErasure}
      onSaved={({ erasureIds }, goOn) => {
        // The file is gone: what is left to see is its certificate.
        goOn(erasureIds.length === 1 ? `/rights/${erasureIds[0]}` : '/rights')
      }}
    >
      <p className="max-w-prose">{t('answer.what')}</p>
      <CheckboxGroup name="erasureIds" label={t('answer.which')} options={proposals} />
      <FormFooter kind="danger">{t('answer.save')}</FormFooter>
    </Form>
  )
}
