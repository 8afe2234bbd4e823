'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { Card } from '@/components/ui/card'
import { writeNote } from '@/lib/cases/note.actions'
import type { Day } from '@/lib/shared/dates'
import { ComposerFields } from './composer-fields'

type Props = {
  readonly caseId: string
  /** The page of a note, with :id in the place of the note's. */
  readonly noteHref: string
  readonly today: Day
  /** May change the file, too: add a task, set the next step. */
  readonly canEdit: boolean
  /** May mark a note as the lawyer's. */
  readonly canPrivilege: boolean
}

/** Write what happened. What is typed stays on this device, encrypted, until it is saved. */
export const NoteComposer = ({ caseId, noteHref, today, canEdit, canPrivilege }: Props) => {
  const t = useTranslations('cases')
  const [written, setWritten] = useState(0)
  const [isBegun, setBegun] = useState(false)
  return (
    <Card as="section" label={t('addNote')} className="print:hidden">
      {/* One line until someone begins, so that what happened stands on the first screen. */}
      <div id="write" onFocusCapture={() => setBegun(true)}>
        <Form
          // A saved note leaves an empty form for the next one.
          key={written}
          schema={() => import('@/lib/cases/file.schema').then((room) => room.noteSchema)}
          defaultValues={{ caseId, kind: 'note', happenedOn: today, text: '', marks: [] }}
          action={writeNote}
          draftKey={`note:${caseId}`}
          outboxAction="writeNote"
          // A note is not taken back: its author corrects it, and what it said stays readable.
          said={({ noteId }) => ({
            words: t('write.saved'),
            go: { href: noteHref.replace(':id', noteId), words: t('note.correct') },
          })}
          onSaved={(_value, goOn) => {
            setWritten((count) => count + 1)
            setBegun(false)
            goOn()
          }}
        >
          <ComposerFields today={today} canEdit={canEdit} canPrivilege={canPrivilege} isBegun={isBegun} />
        </Form>
      </div>
    </Card>
  )
}
