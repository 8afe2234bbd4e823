'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions, toOptions } from '@/components/forms/options'
import type { FormAction } from '@/components/forms/reply'
import { TextField } from '@/components/forms/text-field'
import { ProjectField } from '@/components/projects/project-field'
import { WAYS } from '@/lib/activities/activity.rules'
import type { ActivityInput } from '@/lib/activities/activity.schema'
import type { Day } from '@/lib/shared/dates'

type Named = { readonly id: string; readonly name: string }

/**
 * What was done, new or as it is known: one press for the way, one to save; everything else may stay as it is.
 * @param send what the page that draws it sends it with
 */
export const ActivityForm = <V,>({
  fields,
  people,
  places,
  projects,
  today,
  send,
  draftKey,
  ...after
}: {
  fields: ActivityInput
  people: readonly Named[]
  places: readonly Named[]
  projects: readonly Named[]
  today: Day
  send: FormAction<V>
  draftKey: string
  confirmation?: null
  onSaved?: (value: V) => void
}) => {
  const t = useTranslations('activities')
  return (
    <Form
      schema={() => import('@/lib/activities/activity.schema').then((room) => room.activity.schema)}
      defaultValues={fields}
      action={send}
      draftKey={draftKey}
      {...after}
    >
      <ChipGroup
        name="way"
        label={t('field.way')}
        options={toOptions(WAYS.codes, (way) => t(`way.${way}`))}
      />
      {people.length < 2 ? null : (
        <Select name="personId" label={t('field.person')} options={namedOptions(people)} />
      )}
      <DateField name="on" label={t('field.on')} today={today} />
      <TextField name="minutes" label={t('field.minutes')} width="number" inputMode="numeric" />
      <Select
        name="placeId"
        label={t('field.place')}
        empty={t('field.placeNone')}
        options={namedOptions(places)}
      />
      <ProjectField projects={projects} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
