'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { keepApart } from '@/lib/cases/kept-apart.actions'

/** Keeps this file from that of somebody dangerous, by its code. */
export const KeptApartForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('circles.apart')
  const router = useRouter()
  const [added, setAdded] = useState(0)
  return (
    <Form
      key={added}
      schema={() => import('@/lib/cases/kept-apart.schema').then((room) => room.keptApartSchema)}
      defaultValues={{ caseId, code: '' }}
      action={keepApart}
      onSaved={() => {
        setAdded((count) => count + 1)
        router.refresh()
      }}
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
    </Form>
  )
}
