'use client'
import { useTranslations } from 'next-intl'
import { CheckboxChips, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { MoreFields } from '@/components/forms/more-fields'
import { type Named, namedOptions } from '@/components/forms/options'
import { TextField } from '@/components/forms/text-field'
import { ProjectField } from '@/components/projects/project-field'
import { saveGroup } from '@/lib/activities/group.actions'
import { HEADS } from '@/lib/activities/group.rules'
import type { GroupForm as Fields } from '@/lib/activities/group.schema'
import type { NamedCode } from '@/lib/people/country-list.rules'
import type { Day } from '@/lib/shared/dates'

export type GroupChoices = {
  readonly teams: readonly Named[]
  readonly topics: readonly { readonly value: string; readonly label: string }[]
  readonly leaders: readonly Named[]
  readonly places: readonly Named[]
  readonly projects: readonly Named[]
  /** Named by the server: a browser may know other names. */
  readonly languages: readonly NamedCode[]
  readonly today: Day
}

/** A session with a group, new or as it is known: about what, when, who led it, how many came. */
export const GroupForm = ({ fields, choices }: { fields: Fields; choices: GroupChoices }) => {
  const t = useTranslations('groups')
  const { teams, topics, leaders, places, projects, languages, today } = choices
  return (
    <Form
      schema={() => import('@/lib/activities/group.schema').then((room) => room.groupSchema)}
      defaultValues={fields}
      action={saveGroup}
      draftKey={`session:${fields.groupId}`}
    >
      <Select name="topic" label={t('field.topic')} empty={t('field.topicNone')} options={topics} />
      <DateField name="on" label={t('field.on')} today={today} />
      <div className="grid max-w-sm grid-cols-2 items-end gap-4">
        <TextField name="startsAt" type="time" label={t('field.startsAt')} />
        <TextField name="endsAt" type="time" label={t('field.endsAt')} />
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">{t('field.heads')}</legend>
        <p className="text-sm text-muted">{t('field.headsHint')}</p>
        {/* Adults on the first line, minors on the second. */}
        <div className="flex flex-wrap items-end gap-4 sm:grid sm:max-w-md sm:grid-cols-3">
          {HEADS.codes.map((head) => (
            <TextField key={head} name={head} label={t(`field.${head}`)} width="number" inputMode="numeric" />
          ))}
        </div>
      </fieldset>
      <CheckboxChips name="leaders" label={t('field.leaders')} options={namedOptions(leaders)} />
      <MoreFields label={t('field.more')} names={['interpreterLanguage', 'placeId', 'projectId']}>
        <Select
          name="interpreterLanguage"
          label={t('field.language')}
          empty={t('field.languageNone')}
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        {places.length === 0 ? null : (
          <Select
            name="placeId"
            label={t('field.place')}
            empty={t('field.placeNone')}
            options={namedOptions(places)}
          />
        )}
        <ProjectField projects={projects} />
      </MoreFields>
      {fields.groupId !== '' || teams.length < 2 ? null : (
        <Select name="teamId" label={t('field.team')} options={namedOptions(teams)} />
      )}
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
