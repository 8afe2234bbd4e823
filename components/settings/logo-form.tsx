'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction, Reply } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'

type Changed = { readonly editionId: string; readonly state: string }

/** The answer of our own handler, which speaks as an action does. */
const bring =
  (files: () => FileList | null): FormAction<Changed> =>
  async (sent) => {
    const body = new FormData()
    body.set('sent', JSON.stringify(sent))
    for (const file of files() ?? []) body.append('files', file)
    const answer = await fetch('/api/logo', { method: 'POST', body })
    const reply: Reply<Changed> = await answer.json()
    return reply
  }

/** A logo from a file; the server draws it anew. */
export const LogoForm = ({ knew }: { knew: string }) => {
  const t = useTranslations('settings')
  const field = useRef<HTMLInputElement>(null)
  return (
    <Form
      schema={() => import('@/lib/configuration/configuration.schema').then((room) => room.logoSchema)}
      defaultValues={{ knew, reason: '' }}
      action={bring(() => field.current?.files ?? null)}
    >
      <FileField
        name="files"
        label={t('logo.file')}
        hint={t('logo.hint')}
        accept="image/png,image/jpeg,.png,.jpg,.jpeg"
        element={field}
        isSingle
        onChoose={() => undefined}
      />
      <TextField name="reason" label={t('reason')} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
