'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ChipGroup, RadioGroup } from '@/components/forms/choices'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction, Reply } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'
import { KINDS, TYPES } from '@/lib/attachments/attachment.rules'

type Brought = { readonly attachmentIds: readonly string[] }

/** A photo of a phone takes its time on a slow line. */
const PATIENCE = 180_000
// Endings too: a phone that knows no type of an office document would hide it.
const ACCEPTED = [...Object.keys(TYPES), ...Object.values(TYPES).map((ending) => `.${ending}`)].join(',')

const arePhotos = (types: readonly string[]): boolean =>
  types.length > 1 && types.every((type) => type.startsWith('image/'))

/** The answer of our own handler, which speaks as an action does. */
const bring =
  (files: () => FileList | null): FormAction<Brought> =>
  async (sent) => {
    const body = new FormData()
    body.set('sent', JSON.stringify(sent))
    for (const file of files() ?? []) body.append('files', file)
    const answer = await fetch('/api/attachments', { method: 'POST', body })
    const reply: Reply<Brought> = await answer.json()
    return reply
  }

/** One paper or several into a file: one line, until something was chosen. What was chosen and typed stays until the server has it. */
export const BringForm = ({ caseId }: { caseId: string }) => {
  const t = useTranslations('attachments')
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [round, setRound] = useState(0)
  return (
    <Form
      key={round}
      schema={() => import('@/lib/attachments/attachment.schema').then((room) => room.bringSchema)}
      defaultValues={{ caseId, kind: '', name: '', pages: 'each' }}
      action={bring(() => field.current?.files ?? null)}
      draftKey={`paper:${caseId}`}
      patience={PATIENCE}
      onSaved={(_value, goOn) => {
        // The browser empties a field of files only with the field.
        setChosen([])
        setRound(round + 1)
        goOn()
      }}
    >
      {(form) => (
        <>
          <FileField
            name="files"
            label={t('files')}
            hint={t('filesHint')}
            accept={ACCEPTED}
            element={field}
            onChoose={(files) => {
              const types = [...(files ?? [])].map(({ type }) => type)
              setChosen(types)
              form.setValue('pages', arePhotos(types) ? 'one' : 'each')
              form.clearErrors()
            }}
          />
          {chosen.length === 0 && form.watch('name') === '' ? null : (
            <>
              {arePhotos(chosen) ? (
                <RadioGroup
                  name="pages"
                  label={t('pages', { count: chosen.length })}
                  options={(['one', 'each'] as const).map((value) => ({
                    value,
                    label: t(`pagesAre.${value}`),
                  }))}
                />
              ) : null}
              <TextField name="name" label={t('name')} hint={t('nameHint')} dir="auto" width="name" />
              <ChipGroup
                name="kind"
                label={t('kindLabel')}
                options={KINDS.codes.map((value) => ({ value, label: t(`kind.${value}`) }))}
              />
              <p className="max-w-prose text-sm text-muted">{t('bringWhat')}</p>
              {chosen.every((type) => type.startsWith('image/')) ? null : (
                <p className="max-w-prose text-sm">{t('officeWhat')}</p>
              )}
              <FormFooter>{t('bring')}</FormFooter>
            </>
          )}
        </>
      )}
    </Form>
  )
}
