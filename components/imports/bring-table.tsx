'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Select } from '@/components/forms/choices'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { type Named, namedOptions, toOptions } from '@/components/forms/options'
import type { FormAction, Reply } from '@/components/forms/reply'
import { ENCODINGS } from '@/lib/imports/table.rules'

type Brought = { readonly importId: string }

/** A large workbook takes its time to be read. */
const PATIENCE = 180_000
const ACCEPTED = '.csv,.txt,.tsv,.xlsx,text/csv'

const bring =
  (files: () => FileList | null): FormAction<Brought> =>
  async (sent) => {
    const body = new FormData()
    body.set('sent', JSON.stringify(sent))
    for (const file of files() ?? []) body.append('files', file)
    const answer = await fetch('/api/imports', { method: 'POST', body })
    const reply: Reply<Brought> = await answer.json()
    return reply
  }

/** A file with a table, for an office; what it holds is read on the next page. */
export const BringTable = ({ teams }: { teams: readonly Named[] }) => {
  const t = useTranslations('imports')
  const field = useRef<HTMLInputElement>(null)
  return (
    <Form
      schema={() => import('@/lib/imports/import.schema').then((room) => room.bringTableSchema)}
      defaultValues={{ teamId: teams.length === 1 ? (teams[0]?.id ?? '') : '', encoding: '' }}
      action={bring(() => field.current?.files ?? null)}
      patience={PATIENCE}
      onSaved={({ importId }) => location.assign(`/imports/${importId}`)}
    >
      {(form) => (
        <>
          {teams.length === 1 ? null : (
            <Select
              name="teamId"
              label={t('bring.team')}
              empty={t('plan.choose')}
              options={namedOptions(teams)}
            />
          )}
          <FileField
            name="files"
            label={t('bring.file')}
            hint={t('bring.fileHint')}
            accept={ACCEPTED}
            isSingle
            element={field}
            onChoose={() => form.clearErrors()}
          />
          <Select
            name="encoding"
            label={t('bring.encoding')}
            hint={t('bring.encodingHint')}
            empty={t('bring.guess')}
            options={toOptions(ENCODINGS.codes, (one) => t(`encoding.${one}`))}
          />
          <FormFooter>{t('bring.do')}</FormFooter>
        </>
      )}
    </Form>
  )
}
