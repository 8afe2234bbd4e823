'use client'
import { useTranslations } from 'next-intl'
import { CheckboxChips, ChipGroup, RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions, toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { recordConsent } from '@/lib/consents/consent.actions'
import type { ConsentInput } from '@/lib/consents/consent.schema'
import {
  ANSWERS,
  CHILD_VIEWS,
  FORMS,
  GIVERS,
  type Form as HowGiven,
  INTERPRETERS,
  isOwnUse,
  isSomeone,
  PURPOSES,
  RECIPIENT_KINDS,
  SCOPES,
} from '@/lib/consents/vocabulary.rules'
import type { NamedCode } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'
import type { Recipients } from './consent-labels'
import { SignatureField } from './signature-field'

type Person = { readonly id: string; readonly name: string; readonly isMinor: boolean }

type Props = {
  readonly fields: Partial<ConsentInput> & Pick<ConsentInput, 'caseId'>
  readonly people: readonly Person[]
  readonly recipients: Recipients
  /** Named by the server: a browser may know other names. */
  readonly languages: readonly NamedCode[]
  readonly today: Day
}

/** What a person was asked and what they answered. What is usual is filled in, their answer never. */
export const ConsentForm = ({ fields, people, recipients, languages, today }: Props) => {
  const t = useTranslations('consents')
  return (
    <Form
      schema={() => import('@/lib/consents/consent.schema').then((room) => room.consentSchema)}
      defaultValues={fields}
      action={recordConsent}
      draftKey={`consent:${fields.caseId}`}
    >
      {(form) => {
        const [purpose, recipient, answer, personId, how, interpreter] = form.watch([
          'purpose',
          'recipient',
          'answer',
          'personId',
          'form',
          'interpreter',
        ])
        const isOwn = purpose !== undefined && isOwnUse(purpose)
        const wasAsked = answer !== 'not_asked'
        return (
          <>
            {people.length < 2 ? null : (
              <Select name="personId" label={t('fields.person')} options={namedOptions(people)} />
            )}
            <ChipGroup
              name="purpose"
              label={t('fields.purpose')}
              options={toOptions(PURPOSES.codes, (one) => t(`purpose.${one}`))}
            />
            {isOwn ? (
              <p className="max-w-prose text-sm text-muted">
                {t(purpose === 'quote' ? 'quoteWhat' : 'statisticsWhat')}
              </p>
            ) : (
              <>
                <Select
                  name="recipient"
                  label={t('fields.recipient')}
                  hint={t('fields.recipientHint')}
                  empty={t('choose')}
                  options={[
                    ...RECIPIENT_KINDS.codes.map((kind) => ({
                      value: `kind:${kind}`,
                      label: t(`recipient.${kind}`),
                    })),
                    { value: 'named', label: t('recipient.named') },
                    ...recipients
                      .filter(({ isOffered }) => isOffered)
                      .map(({ slug, name }) => ({ value: `actor:${slug}`, label: name })),
                  ]}
                />
                {recipient === 'named' ? (
                  <TextField name="named" label={t('fields.named')} dir="auto" width="name" />
                ) : null}
                <CheckboxChips
                  name="scopes"
                  label={t('fields.scopes')}
                  hint={t('fields.scopesHint')}
                  options={toOptions(SCOPES.codes, (one) => t(`scope.${one}`))}
                />
              </>
            )}
            <ChipGroup
              name="answer"
              label={t('fields.answer')}
              options={toOptions(ANSWERS.codes, (one) => t(`answer.${one}`))}
            />
            {wasAsked && people.some(({ id, isMinor }) => id === personId && isMinor) ? (
              <RadioGroup
                name="childView"
                label={t('fields.childView')}
                hint={t('fields.childViewHint')}
                options={toOptions(CHILD_VIEWS.codes, (one) => t(`child.${one}`))}
              />
            ) : null}
            {wasAsked ? (
              <>
                <ChipGroup
                  name="givenBy"
                  label={t('fields.givenBy')}
                  options={toOptions(GIVERS.codes, (one) => t(`giver.${one}`))}
                />
                <ChipGroup
                  name="form"
                  label={t('fields.form')}
                  options={toOptions(FORMS.codes, (one) => t(`form.${one}`))}
                />
                <ProofFields how={how} />
                <Select
                  name="language"
                  label={t('fields.language')}
                  empty={t('choose')}
                  options={languages.map(({ code, name }) => ({ value: code, label: name }))}
                />
                <ChipGroup
                  name="interpreter"
                  label={t('fields.interpreter')}
                  options={toOptions(INTERPRETERS.codes, (one) => t(`interpreter.${one}`))}
                />
                {isSomeone(interpreter) ? (
                  <TextField name="interpreterName" label={t('fields.interpreterName')} isName width="name" />
                ) : null}
              </>
            ) : null}
            <DateField name="askedOn" label={t('fields.askedOn')} today={today} />
            {answer === 'given' ? (
              <DateField name="lastDay" label={t('fields.lastDay')} hint={t('fields.lastDayHint')} />
            ) : null}
            <TextArea
              name="words"
              label={t('fields.words')}
              hint={t('fields.wordsHint')}
              rows={2}
              dir="auto"
            />
            <FormFooter>{t('save')}</FormFooter>
          </>
        )
      }}
    </Form>
  )
}

/** What shows afterwards that it was answered so. */
const ProofFields = ({ how }: { how: HowGiven | undefined }) => {
  const t = useTranslations('consents')
  switch (how) {
    case undefined:
      return null
    case 'spoken':
      return (
        <TextField
          name="heardBy"
          label={t('fields.heardBy')}
          hint={t('fields.heardByHint')}
          isName
          width="name"
        />
      )
    case 'signed':
    case 'thumb':
      return <p className="max-w-prose text-sm text-muted">{t('scanWhat')}</p>
    case 'drawn':
      return <SignatureField name="drawing" label={t('fields.drawing')} hint={t('fields.drawingHint')} />
    case 'stated':
      return (
        <>
          <TextArea
            name="statement"
            label={t('fields.statement')}
            hint={t('fields.statementHint')}
            rows={2}
            dir="auto"
          />
          <TextField name="heardBy" label={t('fields.witness')} isName width="name" />
        </>
      )
  }
}
