'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CheckboxChips, CheckboxGroup, ChipGroup, type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { REGIONS } from '@/lib/countries/help-body.rules'
import type { Day } from '@/lib/shared/dates'
import { saveTraffickingAccount } from '@/lib/trafficking/account.actions'
import type { AccountInput } from '@/lib/trafficking/account.schema'
import { ANSWERS, CHOICES, EXPLAINED, SAFETY, SECTORS, SOURCES } from '@/lib/trafficking/vocabulary.rules'

export type SignChoices = Readonly<Record<'any' | 'sexual' | 'begging' | 'labour', readonly Option[]>>

const GROUPS = [
  ['any', 'signsAny'],
  ['sexual', 'signsSexual'],
  ['labour', 'signsLabour'],
  ['begging', 'signsBegging'],
] as const

/** One page, five steps, one save: safety, signs, their words apart from our reading, what it may be, what they chose. */
export const AccountForm = ({
  fields,
  signs,
  forms,
  countries,
  today,
}: {
  fields: AccountInput
  /** Signs that do not stand yet. */
  signs: SignChoices
  forms: readonly Option[]
  countries: readonly Option[]
  today: Day
}) => {
  const t = useTranslations('trafficking')
  return (
    <Form
      schema={() => import('@/lib/trafficking/account.schema').then((room) => room.accountSchema)}
      defaultValues={fields}
      action={saveTraffickingAccount}
      draftKey={`trafficking:${fields.caseId}`}
    >
      <Part title={t('part.safety')}>
        {SAFETY.codes.map((name) => (
          <ChipGroup
            key={name}
            name={name}
            label={t(`ask.${name}`)}
            options={ANSWERS.codes.map((value) => ({ value, label: t(`answer.${value}`) }))}
          />
        ))}
      </Part>
      <Part title={t('part.signs')} what={t('signsWhat')}>
        {GROUPS.map(([group, name]) =>
          signs[group].length === 0 ? null : (
            <CheckboxGroup key={name} name={name} label={t(`purpose.${group}`)} options={signs[group]} />
          ),
        )}
        <p className="text-sm text-muted">{t('noSignsFor')}</p>
        <ChipGroup
          name="signSource"
          label={t('sourceLabel')}
          options={SOURCES.codes.map((value) => ({ value, label: t(`source.${value}`) }))}
        />
      </Part>
      <Part title={t('part.words')}>
        <TextArea name="words" label={t('words')} hint={t('wordsHint')} rows={3} dir="auto" />
        <TextArea name="reading" label={t('reading')} hint={t('readingHint')} rows={3} dir="auto" />
      </Part>
      <Part title={t('part.form')} what={t('formWhat')}>
        <CheckboxChips name="forms" label={t('formLabel')} options={forms} />
        <Select
          name="sector"
          label={t('sectorLabel')}
          empty={t('notAsked')}
          options={SECTORS.codes.map((value) => ({ value, label: t(`sector.${value}`) }))}
        />
        <Select
          name="region"
          label={t('regionLabel')}
          hint={t('regionHint')}
          empty={t('notAsked')}
          options={REGIONS.codes.map((value) => ({ value, label: t(`region.${value}`) }))}
        />
        <Select name="recruitedIn" label={t('recruitedLabel')} empty={t('notAsked')} options={countries} />
      </Part>
      <Part title={t('part.choice')}>
        <CheckboxGroup
          name="explained"
          label={t('explainedLabel')}
          options={EXPLAINED.codes.map((value) => ({ value, label: t(`explained.${value}`) }))}
        />
        <TextField name="explainedIn" label={t('explainedIn')} dir="auto" width="name" />
        <ChipGroup
          name="choice"
          label={t('choiceLabel')}
          options={CHOICES.codes.map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
        <DateField name="choiceOn" label={t('choiceOn')} today={today} />
      </Part>
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}

const Part = ({ title, what, children }: { title: string; what?: string; children: ReactNode }) => (
  <section className="grid gap-4 border-t border-hair pt-4">
    <h3>{title}</h3>
    {what === undefined ? null : <p className="max-w-prose text-sm text-muted">{what}</p>}
    {children}
  </section>
)
