'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { useLater } from '@/components/ui/use-later'
import { joinFile } from '@/lib/cases/file-people.actions'
import type { Alike } from '@/lib/people/alike.schema'
import type { NamedCode } from '@/lib/people/country-list.rules'
import { emptyPerson } from '@/lib/people/empty-person'
import { PERSON_FIELD_NAMES } from '@/lib/people/person-field.rules'
import type { Day } from '@/lib/shared/dates'
import { AgeFields } from './age-fields'
import { RoleFields } from './file-role-forms'
import { AnswerFields, LanguageFields, NationalityFields, OtherNameFields } from './person-fields'

type Choices = {
  readonly centres: readonly Option[]
  readonly countries: readonly NamedCode[]
  readonly languages: readonly NamedCode[]
}

/** Someone joins a file: a new person of whom the name is enough, or one of the possible matches while it is typed. */
export const JoinForm = ({
  caseId,
  present,
  isSealed,
  today,
  ...choices
}: Choices & {
  readonly caseId: string
  /** Ids of those in the file. */
  readonly present: readonly string[]
  /** People of a sealed file stand in no other one: no one is looked for. */
  readonly isSealed: boolean
  readonly today: Day
}) => {
  const t = useTranslations('people.inFile')
  const tp = useTranslations('people')
  const [joined, setJoined] = useState(0)
  const [chosen, setChosen] = useState<Alike | null>(null)
  return (
    <Form
      key={joined}
      schema={() => import('@/lib/cases/file-people.schema').then((room) => room.joinSchema)}
      defaultValues={{
        caseId,
        personId: '',
        ...emptyPerson,
        role: 'family_member',
        basis: '',
        since: today,
        placeId: '',
        placeSince: '',
      }}
      action={joinFile}
      draftKey={`join:${caseId}`}
      lookUp={['name']}
      outboxAction="joinFile"
      onSaved={(_value, goOn) => {
        setJoined((count) => count + 1)
        setChosen(null)
        goOn()
      }}
    >
      {(form) => {
        const personId = form.watch('personId')
        const choose = (one: Alike | null): void => {
          setChosen(one)
          form.setValue('personId', one?.personId ?? '', { shouldDirty: true })
        }
        return (
          <>
            <p className="text-sm text-muted">{t('joinWhat')}</p>
            {personId === '' ? (
              <>
                <TextField
                  name="name"
                  label={tp('field.name')}
                  hint={tp('field.nameHint')}
                  width="name"
                  isName
                />
                {isSealed ? null : <Matches present={present} onChoose={choose} />}
              </>
            ) : (
              <p role="status" className="flex flex-wrap items-center gap-3">
                <span>
                  {chosen?.personId === personId
                    ? t('known', { who: `${chosen.full ?? chosen.initials} ${chosen.code}` })
                    : t('knownBefore')}
                </span>
                <Button kind="plain" size="small" onClick={() => choose(null)}>
                  {t('notKnown')}
                </Button>
              </p>
            )}
            <RoleFields />
            <DateField name="since" label={t('field.since')} today={today} />
            <Select
              name="placeId"
              label={t('field.place')}
              empty={t('field.noPlace')}
              options={choices.centres}
            />
            {form.watch('placeId') === '' ? null : (
              <DateField name="placeSince" label={t('field.placeSince')} today={today} />
            )}
            {personId === '' ? (
              <PersonQuestions countries={choices.countries} languages={choices.languages} />
            ) : null}
            <FormFooter>{t('joinSave')}</FormFooter>
          </>
        )
      }}
    </Form>
  )
}

/** Who it could be; anyone who is in the file, or known from a restricted one, is not offered. */
const Matches = ({ present, onChoose }: { present: readonly string[]; onChoose: (one: Alike) => void }) => {
  const t = useTranslations('people.inFile')
  const matches = useLater(() => import('@/components/people/possible-matches'))
  return matches === null ? null : (
    <matches.PossibleMatches
      same={(one, who) => {
        if (present.includes(one.personId)) return <span className="text-sm">{t('isHere')}</span>
        if (one.isRestricted) return <span className="text-sm">{t('inCircle')}</span>
        return (
          <Button kind="quiet" size="small" onClick={() => onChoose(one)}>
            {t('choose')}
            {who}
          </Button>
        )
      }}
    />
  )
}

/** What may be said of a new person besides the name: all of it may stay open. */
const PersonQuestions = ({ countries, languages }: Pick<Choices, 'countries' | 'languages'>) => {
  const t = useTranslations('people')
  return (
    <>
      <AgeFields />
      <AnswerFields of={['sex']} />
      <LanguageFields languages={languages} />
      <details>
        <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
          {t('inFile.more')}
        </summary>
        <div className="grid gap-4 pt-2">
          <NationalityFields countries={countries} />
          <AnswerFields of={PERSON_FIELD_NAMES.codes.filter((field) => field !== 'sex')} />
          <OtherNameFields />
        </div>
      </details>
    </>
  )
}
