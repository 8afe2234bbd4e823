'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChipGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import { openInEmergency } from '@/lib/circles/glass.actions'
import { GLASS_KINDS } from '@/lib/circles/glass.rules'

/**
 * Opens a restricted file by its exact code. Nothing is looked up while one types, and a miss says the same of every code.
 * No draft: a code with a reason beside it does not belong on a device.
 */
export const GlassForm = () => {
  const t = useTranslations('circles.glass')
  const router = useRouter()
  const [told, setTold] = useState<'missed' | 'blocked' | null>(null)
  const [tries, setTries] = useState(0)
  return (
    <div className="grid gap-4">
      {told === null ? null : (
        <Notice key={tries} kind="error" title={t(`${told}.title`)}>
          <p>{t(`${told}.what`)}</p>
        </Notice>
      )}
      <Form
        key={tries}
        schema={() => import('@/lib/circles/glass.schema').then((room) => room.glassSchema)}
        defaultValues={{ code: '', reason: '' }}
        action={openInEmergency}
        confirmation={null}
        onSaved={(answer) => {
          if (answer.type === 'opened') return router.push(`/cases/${answer.code}?file=${answer.caseId}`)
          setTold(answer.type)
          setTries((count) => count + 1)
        }}
      >
        <TextField
          name="code"
          label={t('field.code')}
          hint={t('field.codeHint')}
          width="short"
          spellCheck={false}
          translate="no"
        />
        <ChipGroup
          name="kind"
          label={t('field.kind')}
          options={toOptions(GLASS_KINDS.codes, (one) => t(`kind.${one}`))}
        />
        <TextArea name="reason" label={t('field.reason')} hint={t('field.reasonHint')} rows={3} />
        <FormFooter>{t('open')}</FormFooter>
      </Form>
    </div>
  )
}
