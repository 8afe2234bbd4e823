'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { writeHandoverNote } from '@/lib/handovers/handover.actions'

/** The note of one file. Its form is made when someone wants to write: forty of them at once help no one. */
export const NoteCell = ({
  handoverId,
  file,
  canWrite,
}: {
  handoverId: string
  file: {
    readonly caseId: string
    readonly code: string
    readonly note: string
    readonly noteVersion: number
  }
  canWrite: boolean
}) => {
  const t = useTranslations('handovers')
  const [isOpen, setIsOpen] = useState(false)
  const { caseId, code, note, noteVersion } = file
  if (isOpen)
    return (
      <Form
        schema={() => import('@/lib/handovers/handover.schema').then((room) => room.handoverNoteSchema)}
        defaultValues={{ handoverId, caseId, version: noteVersion, text: note }}
        action={writeHandoverNote}
        draftKey={`handover:${handoverId}:${caseId}`}
        onSaved={(_value, goOn) => {
          setIsOpen(false)
          goOn()
        }}
      >
        <TextArea name="text" label={t('note.label', { code })} hint={t('note.hint')} rows={3} />
        <FormFooter
          kind="quiet"
          beside={
            <Button kind="plain" size="small" onClick={() => setIsOpen(false)}>
              {t('note.close')}
            </Button>
          }
        >
          {t('note.save')}
        </FormFooter>
      </Form>
    )
  return (
    <div className="min-w-0">
      {note === '' ? (
        <p className="text-muted">{t('note.none')}</p>
      ) : (
        <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
          {note}
        </p>
      )}
      {canWrite ? (
        <Button
          kind="plain"
          size="small"
          className="-ms-3"
          onClick={() => setIsOpen(true)}
          aria-label={t('note.changeOf', { code })}
        >
          {t('note.change')}
        </Button>
      ) : null}
    </div>
  )
}
