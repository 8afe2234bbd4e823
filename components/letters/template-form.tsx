'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { Option } from '@/components/forms/choices'
import { CheckboxChips, RadioGroup, Select } from '@/components/forms/choices'
import { FileField } from '@/components/forms/file-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction, Reply } from '@/components/forms/reply'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import type { Fault } from '@/lib/letters/fault.rules'
import { DOCX, PURPOSES, READERS, type Template } from '@/lib/letters/template.rules'
import { LANGUAGES, SHEET_LANGUAGES } from '@/lib/sheets/sheet.rules'

type Published = { readonly templateId: string; readonly edition: number }
type Looked = { readonly faults: readonly Fault[] }
const PATIENCE = 120_000
const readerOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'reader' in input ? input.reader : ''

const post = async <V,>(address: string, sent: object, files: FileList | null): Promise<Reply<V>> => {
  const body = new FormData()
  body.set('sent', JSON.stringify(sent))
  for (const file of files ?? []) body.append('files', file)
  const answer = await fetch(address, { method: 'POST', body })
  const reply: Reply<V> = await answer.json()
  return reply
}

/** Looks at the document first, so that all that is wrong can be said at once, and publishes it when nothing is. */
const publish =
  (files: () => FileList | null, tell: (faults: readonly Fault[]) => void): FormAction<Published> =>
  async (sent) => {
    const looked = await post<Looked>(
      '/api/letters/look',
      { ...sent, input: { reader: readerOf(sent.input) } },
      files(),
    )
    if (!looked.ok) return looked
    tell(looked.value.faults)
    return looked.value.faults.length > 0
      ? { ok: false, code: 'invalid', fields: { files: 'templateRefused' } }
      : post<Published>('/api/letters', sent, files())
  }

/** A new template, or the next edition of one. */
export const TemplateForm = ({
  template,
  kinds,
}: {
  template: Template | null
  kinds: readonly Option[]
}) => {
  const t = useTranslations('letters.editor')
  const l = useTranslations('letters')
  const field = useRef<HTMLInputElement>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const now = template?.now
  return (
    <Form
      schema={() => import('@/lib/letters/template.schema').then((room) => room.templateSchema)}
      defaultValues={{
        templateId: template?.id ?? '',
        version: now?.edition ?? 0,
        name: now?.name ?? '',
        reader: now?.reader ?? '',
        purpose: now?.purpose ?? '',
        language: now?.language ?? '',
        kinds: [...(now?.kinds ?? [])],
        because: '',
      }}
      draftKey={`template:${template?.id ?? ''}`}
      action={publish(() => field.current?.files ?? null, setFaults)}
      patience={PATIENCE}
      confirmation={() => ({ words: t('published') })}
      onSaved={({ templateId }, goOn) => goOn(`/settings/letters/${templateId}`)}
    >
      <FileField
        name="files"
        label={t('file')}
        hint={t('fileHint')}
        accept={`${DOCX},.docx`}
        element={field}
        isSingle
        onChoose={() => setFaults([])}
      />
      {faults.length === 0 ? null : (
        <Notice kind="error" title={t('refused')}>
          <ul className="list-disc ps-5">
            {faults.map(({ code, of, near }) => (
              <li key={`${code} ${of}`} className="wrap-anywhere">
                {l(`fault.${code}`, { of, near, hasNear: near === '' ? 'no' : 'yes' })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <TextField name="name" label={t('name')} hint={t('nameHint')} dir="auto" width="name" />
      <RadioGroup
        name="reader"
        label={t('reader')}
        hint={t('readerHint')}
        options={READERS.codes.map((value) => ({
          value,
          label: l(`readerIs.${value}`),
          hint: l(`readerSays.${value}`),
        }))}
      />
      <Select
        name="purpose"
        label={t('purpose')}
        empty=""
        options={PURPOSES.codes.map((value) => ({ value, label: l(`purposeIs.${value}`) }))}
      />
      <Select
        name="language"
        label={t('language')}
        empty=""
        options={LANGUAGES.codes.map((value) => ({ value, label: SHEET_LANGUAGES[value].own }))}
      />
      <CheckboxChips name="kinds" label={t('kinds')} hint={t('kindsHint')} options={kinds} />
      <TextArea name="because" rows={1} label={t('because')} hint={t('becauseHint')} dir="auto" />
      <FormFooter>{t('publish')}</FormFooter>
    </Form>
  )
}
