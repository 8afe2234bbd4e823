'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { takePaperAway } from '@/lib/attachments/attachment.actions'
import { REMOVALS } from '@/lib/attachments/attachment.rules'

/** Takes a paper away for good, and says why. */
export const RemoveForm = ({ attachmentId }: { attachmentId: string }) => {
  const t = useTranslations('attachments')
  return (
    <Form
      schema={() => import('@/lib/attachments/attachment.schema').then((room) => room.removeSchema)}
      defaultValues={{ attachmentId, because: '' }}
      action={takePaperAway}
    >
      <p className="max-w-prose text-sm text-muted">{t('removeWhat')}</p>
      <RadioGroup
        name="because"
        label={t('removeLabel')}
        options={REMOVALS.codes.map((value) => ({ value, label: t(`because.${value}`) }))}
      />
      <FormFooter kind="danger">{t('removeSave')}</FormFooter>
    </Form>
  )
}
