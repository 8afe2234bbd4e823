'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type * as z from 'zod/mini'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { MoreFields } from '@/components/forms/more-fields'
import { namedOptions, toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { LinkButton } from '@/components/ui/link-button'
import { useLater } from '@/components/ui/use-later'
import type { intakeSchema } from '@/lib/cases/file.schema'
import { openFile } from '@/lib/cases/intake.actions'
import type { IntakeData } from '@/lib/cases/intake.data'
import { labelIn, toWords } from '@/lib/cases/word.view'
import { ANSWERS } from '@/lib/consents/vocabulary.rules'
import type { NamedCode } from '@/lib/people/country-list.rules'
import { emptyPerson } from '@/lib/people/empty-person'
import { PERSON_FIELD_NAMES } from '@/lib/people/person-field.rules'
import { AgeFields } from './age-fields'
import { AnswerFields, LanguageFields, NationalityFields, OtherNameFields } from './person-fields'

// A trafficking file is opened where its secrecy can be set; the others start here.
const NOT_HERE: readonly string[] = ['thb']

/** From what the file is opened, and what is said there already: nothing of it is typed again. */
export type KnownBefore = {
  /** Its own draft. */
  readonly key: string
  readonly fields: Partial<z.input<typeof intakeSchema>>
}

/** A person and their file. Only the name has to be given; every other answer may stay open. */
export const IntakeForm = ({
  data,
  known,
  countries,
  languages,
}: {
  data: IntakeData
  known: KnownBefore | null
  countries: readonly NamedCode[]
  languages: readonly NamedCode[]
}) => {
  const t = useTranslations('people')
  const alike = useTranslations('alike')
  const locale = useLocale()
  const router = useRouter()
  const matches = useLater(() => import('@/components/people/possible-matches'))
  const kinds = toWords(data.words, locale)
    .options('case_kind')
    .filter(({ value }) => !NOT_HERE.includes(value))
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.intakeSchema)}
      defaultValues={{
        ...emptyPerson,
        kind: 'detention',
        teamId: data.teams[0]?.id ?? '',
        placeId: '',
        since: '',
        nextStep: '',
        nextStepOn: '',
        counted: 'not_asked',
        ...(known === null ? {} : known.fields),
      }}
      action={openFile}
      draftKey={known === null ? 'intake' : `intake:${known.key}`}
      lookUp={['name']}
      outboxAction="openFile"
      onSaved={({ code, caseId }) => router.push(`/cases/${code}?file=${caseId}`)}
    >
      {(form) => (
        <>
          <TextField name="name" label={t('field.name')} hint={t('field.nameHint')} width="name" isName />
          {matches === null ? null : (
            <matches.PossibleMatches
              same={({ code, caseId }, who) => (
                <LinkButton kind="quiet" size="small" href={`/cases/${code}?file=${caseId}`} target="_blank">
                  {alike('open')}
                  {who} ({alike('newTab')})
                </LinkButton>
              )}
            />
          )}
          <AgeFields />
          <ChipGroup name="kind" label={t('field.kind')} options={kinds} />
          {data.teams.length > 1 ? (
            <Select name="teamId" label={t('field.team')} options={namedOptions(data.teams)} />
          ) : null}
          <Select
            name="placeId"
            label={t('field.place')}
            empty={t('field.noPlace')}
            options={data.centres.map((place) => ({ value: place.id, label: labelIn(place, locale) }))}
          />
          {form.watch('placeId') === '' ? null : <DateField name="since" label={t('field.since')} />}
          <NationalityFields countries={countries} />
          <LanguageFields languages={languages} />
          <TextArea name="nextStep" label={t('field.nextStep')} rows={2} dir="auto" />
          {form.watch('nextStep') === '' && form.watch('nextStepOn') === '' ? null : (
            <DateField name="nextStepOn" label={t('field.nextStepOn')} />
          )}
          <MoreFields label={t('intake.more')} names={[...PERSON_FIELD_NAMES.codes, 'otherName', 'counted']}>
            <AnswerFields of={PERSON_FIELD_NAMES.codes.toReversed()} />
            <OtherNameFields />
            <ChipGroup
              name="counted"
              label={t('field.counted')}
              hint={t('field.countedHint')}
              options={toOptions(ANSWERS.codes, (one) => t(`counted.${one}`))}
            />
          </MoreFields>
          <FormFooter isSticky>{t('intake.save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
