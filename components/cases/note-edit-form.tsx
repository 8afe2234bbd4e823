'use client'
import { useLocale, useTranslations } from 'next-intl'
import { ChipGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { toOptions } from '@/components/forms/options'
import { TextArea } from '@/components/forms/text-field'
import { formatTime } from '@/components/ui/time'
import { useLater } from '@/components/ui/use-later'
import { NOTE_KINDS } from '@/lib/cases/case.rules'
import { editNote } from '@/lib/cases/note.actions'
import { type Day, isDay } from '@/lib/shared/dates'
import type { CodeOf } from '@/lib/shared/vocabulary'

type Note = {
  readonly caseId: string
  readonly noteId: string
  readonly version: number
  readonly kind: CodeOf<typeof NOTE_KINDS>
  readonly happenedOn: Day
  readonly text: string
}

/** Corrects a note. Two devices that correct it at once see both texts; what stood there before is kept. */
export const NoteEditForm = ({ today, ...note }: Note & { today: Day }) => {
  const t = useTranslations('cases.note')
  const write = useTranslations('cases.write')
  const noteKind = useTranslations('cases.noteKind')
  const locale = useLocale()
  const warning = useLater(() => import('./note-warning'))
  return (
    <Form
      schema={() => import('@/lib/cases/file.schema').then((room) => room.noteEditSchema)}
      defaultValues={note}
      action={editNote}
      draftKey={`correction:${note.noteId}`}
      outboxAction="editNote"
      showValue={(name, value) => {
        if (name === 'kind') return noteKind(NOTE_KINDS.read(value))
        if (typeof value !== 'string') return '–'
        return name === 'happenedOn' && isDay(value) ? formatTime(locale, value, 'weekday') : value
      }}
      confirmation={() => ({ words: t('saved') })}
    >
      <TextArea name="text" label={t('text')} rows={6} dir="auto" />
      {warning === null ? null : <warning.NoteWarning />}
      <ChipGroup
        name="kind"
        label={write('kind')}
        options={toOptions(NOTE_KINDS.codes, (one) => noteKind(one))}
      />
      <DateField name="happenedOn" label={write('day')} today={today} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}
