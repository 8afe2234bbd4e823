'use client'
import { useTranslations } from 'next-intl'
import { FormAnew } from '@/components/forms/form-anew'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { keepApart } from '@/lib/cases/kept-apart.actions'

/** Keeps this file from that of someone dangerous, by its code. */
export const KeptApartForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('circles.apart')
  return (
    <FormAnew
      schema={() => import('@/lib/cases/kept-apart.schema').then((room) => room.keptApartSchema)}
      defaultValues={{ caseId, code: '' }}
      action={keepApart}
    >
      <TextField
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        width="short"
        spellCheck={false}
        translate="no"
      />
      <FormFooter>{t('save')}</FormFooter>
    </FormAnew>
  )
}
