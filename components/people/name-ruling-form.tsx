'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { ruleNames } from '@/lib/people/name-ruling.actions'
import { RULINGS } from '@/lib/people/name-ruling.rules'

/** Two given names and what they are to one another. The same pair again changes what was said of it. */
export const NameRulingForm = () => {
  const t = useTranslations('equals')
  return (
    <Form
      schema={() => import('@/lib/people/name-ruling.schema').then((room) => room.nameRulingSchema)}
      defaultValues={{ one: '', other: '', ruling: '' }}
      action={ruleNames}
      draftKey="names:new"
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="one" label={t('one')} hint={t('nameHint')} spellCheck={false} dir="auto" />
        <TextField name="other" label={t('other')} hint={t('nameHint')} spellCheck={false} dir="auto" />
      </div>
      <ChipGroup
        name="ruling"
        label={t('are')}
        options={toOptions(RULINGS.codes, (one) => t(`ruling.${one}`))}
      />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
