'use client'
import { useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { ProjectField } from '@/components/projects/project-field'
import type { Choices } from '@/lib/detention/choices.data'
import { editAccount, editEncounter } from '@/lib/detention/entry.actions'
import { OUTCOMES } from '@/lib/detention/outcome.rules'
import { LISTS, type Part } from '@/lib/detention/visit.rules'
import type { EntryView, SheetAccount } from '@/lib/detention/visit-sheet.view'
import { type Project, projectName } from '@/lib/projects/project.rules'
import { FoldedChips } from './folded-chips'
import { HowFields } from './how-fields'
import { NoteField } from './note-field'
import { SignalFields } from './signal-fields'

type Projects = readonly Pick<Project, 'id' | 'name'>[]

const isPart = (name: string): name is Part => name in LISTS

/** Codes in words, for when two corrected at once and both versions stand beside each other. */
const useShowValue = (choices: Choices | null, projects: Projects = []) => {
  const t = useTranslations('detention')
  return (name: string, value: unknown): string => {
    if (name === 'outcome') return t(`outcome.${OUTCOMES.read(value)}`)
    if (name === 'projectId') return projectName(projects, value) ?? '–'
    if (Array.isArray(value) && choices !== null && isPart(name)) {
      const list = choices[name]
      return value.map((code) => list.find((one) => one.code === code)?.label ?? String(code)).join(', ')
    }
    return typeof value === 'string' && value !== '' ? value : '–'
  }
}

const OutcomeField = () => {
  const t = useTranslations('detention')
  return (
    <ChipGroup
      name="outcome"
      label={t('form.outcome')}
      options={OUTCOMES.codes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
    />
  )
}

/** Corrects a conversation. Anyone who corrects it at the same time sees both versions; what stood there is kept. */
export const EncounterForm = ({
  entry,
  choices,
  projects,
}: {
  entry: EntryView
  choices: Choices
  /** What may be chosen; without a choice it is that of the visit. */
  projects: Projects
}) => {
  const t = useTranslations('detention')
  const { encounter, fields } = entry
  const [{ id, version, outcome, note }] = encounter.accounts
  return (
    <Form
      schema={() => import('@/lib/detention/visit.schema').then((room) => room.encounterEditSchema)}
      defaultValues={{
        encounterId: id,
        version,
        outcome,
        ...fields,
        interpreter: encounter.interpreter ?? '',
        signals: [],
        note,
      }}
      action={editEncounter}
      draftKey={`encounter:${id}`}
      outboxAction="editEncounter"
      showValue={useShowValue(choices, projects)}
    >
      <OutcomeField />
      <NoteField name="note" label={t('form.note')} />
      <FoldedChips part="actions" choices={choices} />
      <FoldedChips part="topics" choices={choices} />
      <FoldedChips part="requests" choices={choices} />
      <SignalFields name="signals" label={t('entry.newSignals')} choices={choices.signals} />
      <HowFields at="" isOpen={false} />
      <ProjectField projects={projects} empty={t('entry.projectOfVisit')} />
      <FormFooter>{t('entry.save')}</FormFooter>
    </Form>
  )
}

/** Corrects what one colleague told beside the first account. */
export const AccountForm = ({ account }: { account: SheetAccount }) => {
  const t = useTranslations('detention')
  const { id, version, outcome, note } = account
  return (
    <Form
      schema={() => import('@/lib/detention/visit.schema').then((room) => room.accountEditSchema)}
      defaultValues={{ accountId: id, version, outcome, note }}
      action={editAccount}
      draftKey={`account:${id}`}
      outboxAction="editAccount"
      showValue={useShowValue(null)}
    >
      <OutcomeField />
      <NoteField name="note" label={t('form.note')} />
      <FormFooter>{t('entry.save')}</FormFooter>
    </Form>
  )
}
