'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { makeLetter } from '@/lib/letters/letter.actions'
import type { MakeLetter } from '@/lib/letters/letter.schema'

/** Of a tag of which nothing is known, or that is written for each letter. */
export type ToType = { readonly tag: string; readonly label: string; readonly isLong: boolean }

const withRead = (input: unknown, read: object): unknown =>
  typeof input === 'object' && input !== null ? { ...input, ...read } : input

/** What is typed for this letter, what allows it to leave, and the way to make it. */
export const LetterForm = ({
  read,
  values,
  toType,
  papers,
  ground,
}: {
  /** What the page showed; a draft does not bring an older one back. */
  read: Pick<MakeLetter, 'edition' | 'language' | 'seen'>
  values: Omit<MakeLetter, 'typed' | 'ground' | 'reason' | 'edition' | 'language' | 'seen'>
  toType: readonly ToType[]
  /** Where the letter will be found. */
  papers: string
  ground: ReactNode
}) => {
  const t = useTranslations('letters')
  return (
    <Form
      schema={() => import('@/lib/letters/letter.schema').then((room) => room.letterFormSchema)}
      defaultValues={{
        ...values,
        typed: Object.fromEntries(toType.map(({ tag }) => [tag, ''])),
        ground: 'consent',
        reason: '',
      }}
      action={(sent) => makeLetter({ ...sent, input: withRead(sent.input, read) })}
      draftKey={`letter:${values.templateId}:${values.personId}:${values.caseId}`}
      confirmation={() => ({ words: t('madeDone') })}
      onSaved={(_value, goOn) => goOn(papers)}
    >
      {toType.length === 0 ? null : (
        <fieldset className="grid gap-4">
          <legend className="font-semibold">{t('missingTitle')}</legend>
          <p className="text-sm text-muted">{t('missingWhat')}</p>
          {toType.map(({ tag, label, isLong }) =>
            isLong ? (
              <TextArea key={tag} name={`typed.${tag}`} label={label} rows={4} dir="auto" />
            ) : (
              <TextField key={tag} name={`typed.${tag}`} label={label} width="name" dir="auto" />
            ),
          )}
        </fieldset>
      )}
      {ground}
      <FormFooter>{t('make')}</FormFooter>
    </Form>
  )
}
