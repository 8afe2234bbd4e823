'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DefaultValues } from 'react-hook-form'
import { RadioGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction } from '@/components/forms/reply'
import type { BringSchema } from '@/components/forms/resolver'
import { MISTAKES } from '@/lib/registers/register.rules'
import type { Mistake } from '@/lib/registers/register.schema'
import type { CodeOf } from '@/lib/shared/vocabulary'

/** Says that a row of a register was a mistake: it stays readable and counts no more (docs/adr/0034). */
export const MistakeForm = <T extends { mistake: CodeOf<typeof MISTAKES> }, V>({
  schema,
  row,
  action,
  draftKey,
  what = null,
  children,
}: {
  schema: BringSchema<T>
  /** Which row, and what else the schema asks for. */
  row: DefaultValues<T>
  action: FormAction<V>
  draftKey: string
  /** What happens when it is taken back, where the room says more than that it counts no more. */
  what?: string | null
  children?: ReactNode
}) => {
  const t = useTranslations('forms.mistake')
  return (
    <Form schema={schema} defaultValues={row} action={action} draftKey={draftKey}>
      {what === null ? null : <p className="max-w-prose text-sm text-muted">{what}</p>}
      <RadioGroup
        name="mistake"
        label={t('label')}
        options={MISTAKES.codes.map((value) => ({ value, label: t(value) }))}
      />
      {children}
      <FormFooter kind="danger">{t('save')}</FormFooter>
    </Form>
  )
}

/** The same for a row of a register whose handler asks for nothing else. */
export const PlainMistakeForm = <V,>({
  row,
  ...form
}: {
  row: Mistake
  action: FormAction<V>
  draftKey: string
}) => (
  <MistakeForm
    schema={() => import('@/lib/registers/register.schema').then((room) => room.mistakeSchema)}
    row={row}
    {...form}
  />
)
