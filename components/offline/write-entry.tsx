import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActivityForm } from '@/components/activities/activity-form'
import { Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { Notice } from '@/components/ui/notice'
import { useLater } from '@/components/ui/use-later'
import type { SealedState } from '@/lib/device/device.types'
import type { Taken } from '@/lib/offline/taken.schema'
import { dayOf } from '@/lib/shared/dates'
import { useDevice, useOfDevice } from './device'
import { sealing } from './finishing'
import { SealedNotice } from './sealed-notice'
import { aboutOf, peopleOf, takenOf } from './taken'
import { formOf } from './use-draft'

type Person = Taken['writing']['here'][number]
type Props = { person: Person; name: string; taken: Taken; onSealed: (sealed: SealedState) => void }

const NoteForm = ({ person, name, onSealed }: Props) => {
  const t = useTranslations('offline')
  const device = useDevice()
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.noteSchema)}
      defaultValues={{
        caseId: person.caseId,
        kind: 'note' as const,
        happenedOn: dayOf(new Date()),
        text: '',
      }}
      action={sealing(device, name)}
      draftKey={name}
      confirmation={null}
      onSaved={onSealed}
    >
      <DateField name="happenedOn" label={t('note.day')} today={dayOf(new Date())} />
      <TextArea name="text" label={t('note.text')} rows={6} dir="auto" />
      <FormFooter>{t('note.save')}</FormFooter>
    </Form>
  )
}

const TaskForm = ({ person, name, taken, onSealed }: Props) => {
  const t = useTranslations('offline')
  const tasks = useTranslations('tasks')
  const device = useDevice()
  const { actorId, colleagues } = taken.writing
  return (
    <Form
      schema={() => import('@/lib/tasks/task.schema').then((room) => room.taskSchema)}
      defaultValues={{
        caseId: person.caseId,
        text: '',
        assignedTo: actorId,
        dueOn: '',
        goalId: '',
        repeats: '' as const,
      }}
      action={sealing(device, name)}
      draftKey={name}
      confirmation={null}
      onSaved={onSealed}
    >
      <TextField name="text" label={tasks('what')} dir="auto" maxLength={500} />
      <Select name="assignedTo" label={tasks('who')} options={namedOptions(colleagues)} />
      <DateField name="dueOn" label={tasks('when')} />
      <FormFooter>{t('task.save')}</FormFooter>
    </Form>
  )
}

/** What its form asks is a part of its own: who writes a visit does not wait for it. */
const NewActivity = ({ person: { caseId, personId }, name, taken, onSealed }: Props) => {
  const device = useDevice()
  const part = useLater(() => import('@/lib/activities/blank-activity'))
  if (taken.activity === undefined || part === null) return null
  const { places, projects, way, projectId } = taken.activity
  const today = dayOf(new Date())
  return (
    <ActivityForm
      fields={part.blankActivity(caseId, { personId, on: today, way, projectId })}
      people={peopleOf(taken)
        .filter((one) => one.caseId === caseId)
        .map((one) => ({ id: one.personId, name: one.initials }))}
      places={places}
      projects={projects}
      today={today}
      send={sealing(device, name)}
      draftKey={name}
      confirmation={null}
      onSaved={onSealed}
    />
  )
}

const FORMS = { note: NoteForm, task: TaskForm, activity: NewActivity } as const

/** A note, a task or an activity about someone of a visit that was taken along. */
export const WriteEntry = ({ name }: { name: string }) => {
  const t = useTranslations('offline')
  const locale = useLocale()
  const all = useOfDevice(takenOf)
  const [sealed, setSealed] = useState<SealedState | null>(null)
  if (all === null) return null
  const form = formOf(name)
  if (form === 'visit') throw new Error('a visit has a page of its own')
  const EntryForm = FORMS[form]
  const taken = all.find((one) => peopleOf(one).some(({ personId }) => personId === aboutOf(name)))
  const person = taken && peopleOf(taken).find(({ personId }) => personId === aboutOf(name))
  const title = t(`form.${form}`)
  return (
    <div className="grid gap-4" lang={locale}>
      <p>
        <a href="#home" className="inline-flex min-h-11 items-center">
          {t('toHome')}
        </a>
      </p>
      <h1>
        {title}
        {person === undefined ? null : (
          <>
            {' · '}
            <bdi translate="no">{person.initials}</bdi> <span className="code">{person.code}</span>
          </>
        )}
      </h1>
      {sealed !== null ? (
        <SealedNotice sealed={sealed} onChange={null} next={t('toHome')} />
      ) : taken === undefined || person === undefined ? (
        <Notice kind="late">{t('gone')}</Notice>
      ) : (
        <EntryForm person={person} taken={taken} name={name} onSealed={setSealed} />
      )}
    </div>
  )
}
