'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type UseFormReturn, useFormContext } from 'react-hook-form'
import { Form } from '@/components/forms/form'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { currentToast, showToast, type Toast } from '@/components/ui/toast'
import { writeNote } from '@/lib/cases/note.actions'
import type { Day } from '@/lib/shared/dates'
import { ComposerFields } from './composer-fields'
import { type NoteFields, takeNoteBack } from './take-note-back'

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
  const t = useTranslations('cases.write')
  const noteWords = useTranslations('cases.note')
  const [written, setWritten] = useState(0)
  const [isBegun, setBegun] = useState(false)
  const errors = useErrorLabels()
  const router = useRouter()
  const form = useRef<UseFormReturn<NoteFields> | null>(null)
  // The line goes along to the next page, the way back does not: no other page knows the command, or has the field for the text.
  const shown = useRef<Toast | null>(null)
  useEffect(
    () => () => {
      if (shown.current === null || currentToast() !== shown.current) return
      const { undo: _, ...line } = shown.current
      showToast(line)
    },
    [],
  )
  const takeBack = async (note: NoteFields, noteId: string): Promise<true | string> => {
    const done = await takeNoteBack(note, noteId, { path: location.pathname + location.search, form })
    router.refresh()
    return done === true ? true : errors(done)
  }
  return (
    <section aria-label={t('section')} className="print:hidden">
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
          // Taken back at once, before anyone else has opened the file; later its author corrects it, and what it said stays readable.
          confirmation={({ noteId }) => {
            const note = form.current?.getValues()
            const line: Toast = {
              words: t('saved'),
              go: { href: noteHref.replace(':id', noteId), words: noteWords('correct') },
            }
            if (note === undefined) return line
            shown.current = { ...line, undo: () => takeBack(note, noteId) }
            return shown.current
          }}
          onSaved={(_value, goOn) => {
            setWritten((count) => count + 1)
            setBegun(false)
            goOn()
          }}
        >
          <FormAt form={form} />
          <ComposerFields today={today} canEdit={canEdit} canPrivilege={canPrivilege} isBegun={isBegun} />
        </Form>
      </div>
    </section>
  )
}

/** The form as it is now, for what comes after it was sent. */
const FormAt = ({ form }: { form: RefObject<UseFormReturn<NoteFields> | null> }) => {
  const current = useFormContext<NoteFields>()
  useEffect(() => {
    form.current = current
    return () => {
      form.current = null
    }
  }, [form, current])
  return null
}
