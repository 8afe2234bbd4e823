'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { CheckboxChips, CheckboxGroup, ChipGroup, type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { PhoneFold } from '@/components/ui/phone-fold'
import { REGIONS } from '@/lib/countries/help-body.rules'
import type { Day } from '@/lib/shared/dates'
import { saveTraffickingAccount } from '@/lib/trafficking/account.actions'
import type { AccountInput } from '@/lib/trafficking/account.schema'
import type { Step } from '@/lib/trafficking/vocabulary.rules'
import {
  ANSWERS,
  CHOICES,
  EXPLAINED,
  namedForms,
  SAFETY,
  SECTORS,
  SOURCES,
} from '@/lib/trafficking/vocabulary.rules'

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

const FORM_FIELDS = ['forms', 'mainForm', 'region'] as const
const EXPLAINED_FIELDS = ['explained', 'explainedIn'] as const
const CHOICE_FIELDS = ['choice', 'choiceOn'] as const

/** Fields that a phone shows after one press, and at once where one of them is answered, be it by a draft that came back. */
const AnswerFold = ({
  label,
  names,
  children,
}: {
  label: string
  names: readonly (keyof AccountInput)[]
  children: ReactNode
}) => {
  const answers: readonly unknown[] = useWatch({ name: names })
  const isAnswered = answers.some((one) =>
    Array.isArray(one) ? one.length > 0 : one !== '' && one !== 'not_asked',
  )
  const [wasAnswered, setWasAnswered] = useState(isAnswered)
  if (isAnswered && !wasAnswered) setWasAnswered(true)
  return (
    <PhoneFold label={label} isOpen={wasAnswered}>
      {children}
    </PhoneFold>
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
            options={ANSWERS.codes.map((value) => ({
              value,
              label: t(`answer.${value}`),
              ...(value === 'not_asked' ? { kind: 'unsaid' as const } : {}),
            }))}
            {...(said === null ? {} : { hint: said })}
          />
        )
      })}
      <AnswerFold label={t('formFold')} names={FORM_FIELDS}>
        <div className="grid gap-5">
          <CheckboxChips name="forms" label={t('formLabel')} hint={t('formWhat')} options={forms} />
          <MainForm forms={forms} />
          <Select
            name="region"
            label={t('regionLabel')}
            hint={t('regionHint')}
            empty={t('notAsked')}
            options={REGIONS.codes.map((value) => ({ value, label: t(`region.${value}`) }))}
          />
        </div>
      </AnswerFold>
    </>
  )
}

/** Which of several forms is the main one: asked only where several are named. */
const MainForm = ({ forms }: Pick<Props, 'forms'>) => {
  const t = useTranslations('trafficking')
  const chosen: AccountInput['forms'] = useWatch({ name: 'forms' })
  const named: readonly string[] = namedForms(chosen)
  if (named.length < 2) return null
  return (
    <Select
      name="mainForm"
      label={t('mainFormLabel')}
      hint={t('mainFormHint')}
      empty={t('notAsked')}
      options={[
        ...forms.filter(({ value }) => named.includes(value)),
        { value: 'several', label: t('mainFormSeveral') },
      ]}
    />
  )
}

const SignFields = ({ signs, countries }: Props) => {
  const t = useTranslations('trafficking')
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{t('signsWhat')}</p>
      {GROUPS.map(([group, name]) =>
        signs[group].length === 0 ? null : (
          <AnswerFold
            key={name}
            label={t('purposeFold', { purpose: t(`purpose.${group}`), count: signs[group].length })}
            names={[name]}
          >
            <CheckboxGroup name={name} label={t(`purpose.${group}`)} options={signs[group]} />
          </AnswerFold>
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
      <AnswerFold label={t('explainedLabel')} names={EXPLAINED_FIELDS}>
        <div className="grid gap-5">
          <CheckboxGroup
            name="explained"
            label={t('explainedLabel')}
            options={EXPLAINED.codes.map((value) => ({ value, label: t(`explained.${value}`) }))}
          />
          <TextField name="explainedIn" label={t('explainedIn')} dir="auto" width="name" />
        </div>
      </AnswerFold>
      <ChipGroup
        name="choice"
        label={t('choiceLabel')}
        options={CHOICES.codes.map((value) => ({ value, label: t(`choice.${value}`) }))}
      />
      {/* Asked as soon as a choice is. */}
      <AnswerFold label={t('choiceOn')} names={CHOICE_FIELDS}>
        <DateField name="choiceOn" label={t('choiceOn')} today={today} />
      </AnswerFold>
    </>
  )
}
