'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import { askConflict } from '@/lib/trafficking/exploiter.actions'

/** Before a name is written down anywhere: is there someone to speak with first? No draft keeps what was asked. */
export const ConflictForm = () => {
  const t = useTranslations('trafficking')
  const format = useFormatter()
  const [talkTo, setTalkTo] = useState<readonly string[] | null>(null)
  return (
    <Form
      schema={() => import('@/lib/trafficking/exploiter.schema').then((room) => room.conflictSchema)}
      defaultValues={{ name: '' }}
      action={askConflict}
      confirmation={null}
      onSaved={(value) => setTalkTo(value.talkTo)}
    >
      <TextField name="name" label={t('conflictName')} hint={t('conflictHint')} width="name" isName />
      <FormFooter kind="quiet">{t('conflictAsk')}</FormFooter>
      <div role="status">
        {talkTo === null ? null : talkTo.length === 0 ? (
          <p>{t('conflictNone')}</p>
        ) : (
          <Notice kind="late">{t('conflictTalk', { names: format.list([...talkTo]) })}</Notice>
        )}
      </div>
    </Form>
  )
}
