'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { CheckboxChips, CheckboxGroup, ChipGroup, type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { REGIONS } from '@/lib/countries/help-body.rules'
import type { Day } from '@/lib/shared/dates'
import { saveTraffickingAccount } from '@/lib/trafficking/account.actions'
import type { AccountInput } from '@/lib/trafficking/account.schema'
import type { Step } from '@/lib/trafficking/vocabulary.rules'
import { ANSWERS, CHOICES, EXPLAINED, SAFETY, SECTORS, SOURCES } from '@/lib/trafficking/vocabulary.rules'

export type SignChoices = Readonly<Record<'any' | 'sexual' | 'begging' | 'labour', readonly Option[]>>

const GROUPS = [
  ['any', 'signsAny'],
  ['sexual', 'signsSexual'],
  ['labour', 'signsLabour'],
  ['begging', 'signsBegging'],
] as const

type Props = {
  readonly fields: AccountInput
  /** What the file says where no one answered: shown beside the question, and drawn on the sheet. */
  readonly fromFile: { readonly danger: string | null; readonly held: string | null }
  /** Signs that are not recorded yet. */
  readonly signs: SignChoices
  readonly forms: readonly Option[]
  readonly countries: readonly Option[]
  readonly today: Day
}

/** One step of the account, saved by itself; then the next one comes. */
export const AccountForm = ({
  step,
  nextHref,
  ...props
}: Props & { step: Step /** Null after the last step. */; nextHref: string | null }) => {
  const t = useTranslations('trafficking')
  const router = useRouter()
  const { fields } = props
  // The last step, where the longest texts are, has the drafts that were written when all of it was one form.
  const isLast = nextHref === null
  return (
    <Form
      schema={() => import('@/lib/trafficking/account.schema').then((room) => room.accountSchema)}
      defaultValues={fields}
      action={saveTraffickingAccount}
      draftKey={isLast ? `trafficking:${fields.caseId}` : `trafficking:${step}:${fields.caseId}`}
      {...(nextHref === null
        ? {}
        : {
            onSaved: () => {
              router.push(nextHref)
              router.refresh()
            },
          })}
    >
      {step === 'safety' ? <Safety {...props} /> : null}
      {step === 'signs' ? <SignFields {...props} /> : null}
      {step === 'choice' ? <Choice {...props} /> : null}
      <FormFooter>{t(isLast ? 'save' : 'saveStep')}</FormFooter>
    </Form>
  )
}

/** What a centre asks first: danger, whether one can talk, what it may be, and where. */
const Safety = ({ fromFile, forms }: Props) => {
  const t = useTranslations('trafficking')
  return (
    <>
      {SAFETY.codes.map((name) => {
        const said = name === 'danger' || name === 'held' ? fromFile[name] : null
        return (
          <ChipGroup
            key={name}
            name={name}
            label={t(`ask.${name}`)}
            options={ANSWERS.codes.map((value) => ({ value, label: t(`answer.${value}`) }))}
            {...(said === null ? {} : { hint: said })}
          />
        )
      })}
      <CheckboxChips name="forms" label={t('formLabel')} hint={t('formWhat')} options={forms} />
      <Select
        name="region"
        label={t('regionLabel')}
        hint={t('regionHint')}
        empty={t('notAsked')}
        options={REGIONS.codes.map((value) => ({ value, label: t(`region.${value}`) }))}
      />
    </>
  )
}

const SignFields = ({ signs, countries }: Props) => {
  const t = useTranslations('trafficking')
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{t('signsWhat')}</p>
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
      <Select
        name="sector"
        label={t('sectorLabel')}
        empty={t('notAsked')}
        options={SECTORS.codes.map((value) => ({ value, label: t(`sector.${value}`) }))}
      />
      <Select name="recruitedIn" label={t('recruitedLabel')} empty={t('notAsked')} options={countries} />
    </>
  )
}

const Choice = ({ today }: Props) => {
  const t = useTranslations('trafficking')
  return (
    <>
      <TextArea name="words" label={t('words')} hint={t('wordsHint')} rows={3} dir="auto" />
      <TextArea name="reading" label={t('reading')} hint={t('readingHint')} rows={3} dir="auto" />
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
    </>
  )
}
