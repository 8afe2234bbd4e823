'use client'
import { useLocale, useTranslations } from 'next-intl'
import { CheckboxGroup, RadioGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import type { Application } from '@/lib/asylum/application.data'
import { recordEvent } from '@/lib/asylum/event.actions'
import type { Answerable, EventFields } from '@/lib/asylum/event.view'
import { GROUNDS, SHAPES, SUSPENSIVE } from '@/lib/asylum/vocabulary.rules'
import { DETAINED_ANSWERS } from '@/lib/deadlines/detained.rules'
import { countryChoices } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'
import { LetterFields } from './letter-fields'

type Props = {
  readonly fields: EventFields
  readonly answerable: readonly Answerable[]
  readonly ways: readonly Pick<Application, 'id' | 'way' | 'sequence'>[]
  readonly doneHref: string
  readonly today: Day
}

/** Records something that happened; only what its kind depends on is asked. */
export const EventForm = ({ fields, answerable, ways, doneHref, today }: Props) => {
  const { t, named, wayName } = useAsylumLabels()
  const td = useTranslations('deadlines')
  const locale = useLocale()
  const { kind } = fields
  const shape = SHAPES[kind]
  return (
    <Form
      schema={() => import('@/lib/asylum/event.schema').then((room) => room.eventSchema)}
      defaultValues={fields}
      action={recordEvent}
      draftKey={`asylum:event:${fields.caseId}:${kind}:${fields.replaces}`}
      onSaved={({ eventId }, goOn) => goOn(`${doneHref}&recorded=${eventId}#asylum`)}
    >
      {({ watch }) => (
        <>
          {ways.length < 2 ? null : (
            <Select
              name="applicationId"
              label={t('field.way')}
              empty={t('field.wayNone')}
              options={ways.map((way) => ({ value: way.id, label: wayName(way) }))}
            />
          )}
          {shape.concerns.length === 0 ? null : (
            <Select
              name="concerns"
              label={t('field.concerns')}
              empty={t('field.concernsNone')}
              {...(answerable.length === 0 ? { hint: t('field.concernsEmpty') } : {})}
              options={answerable.map((one) => ({ value: one.id, label: named(one) }))}
            />
          )}
          {shape.forms.length === 0 ? null : (
            <RadioGroup
              name="form"
              label={t('field.form')}
              options={shape.forms.map((value) => ({ value, label: t(`form.${value}`) }))}
            />
          )}
          {shape.outcomes.length === 0 ? null : (
            <Select
              name="outcome"
              label={t('field.outcome')}
              empty={t('field.outcomeNone')}
              options={shape.outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            />
          )}
          {watch('outcome') === 'inadmissible' ? (
            <Select
              name="ground"
              label={t('field.ground')}
              empty={t('field.groundNone')}
              options={GROUNDS.codes.map((value) => ({ value, label: t(`ground.${value}`) }))}
            />
          ) : null}
          {shape.hasCountry ? (
            <Select
              name="country"
              label={t('field.country')}
              empty={t('field.countryNone')}
              options={countryChoices(locale).map(({ code, name }) => ({ value: code, label: name }))}
            />
          ) : null}
          {kind === 'appeal' ? (
            <Select
              name="suspensive"
              label={t('field.suspensive')}
              empty={t('field.suspensiveNone')}
              options={SUSPENSIVE.codes.map((value) => ({ value, label: t(`suspensive.${value}`) }))}
            />
          ) : null}
          {shape.isNotified ? <LetterFields today={today} letterKind={watch('letterKind')} /> : null}
          {shape.asksDetained ? (
            <RadioGroup
              name="held"
              label={td('held.question')}
              hint={td('held.hint')}
              options={DETAINED_ANSWERS.codes.map((value) => ({ value, label: td(`held.${value}`) }))}
            />
          ) : null}
          <WhenField
            name="on"
            label={t(shape.isNotified ? 'field.takenOn' : 'field.on')}
            {...(shape.isNotified ? {} : { hint: t('field.onHint') })}
          />
          {shape.facts.length === 0 ? null : (
            <CheckboxGroup
              name="facts"
              label={t('field.facts')}
              options={shape.facts.map((value) => ({ value, label: td(`fact.${value}`) }))}
            />
          )}
          <TextArea name="words" label={t('field.words')} rows={3} dir="auto" />
          <FormFooter>{t('field.save')}</FormFooter>
        </>
      )}
    </Form>
  )
}
