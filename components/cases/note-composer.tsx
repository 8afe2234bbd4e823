'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ChipGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea } from '@/components/forms/text-field'
import { Card } from '@/components/ui/card'
import { NOTE_KINDS, noteSchema } from '@/lib/cases/file.schema'
import { writeNote } from '@/lib/cases/note.actions'
import type { Day } from '@/lib/shared/dates'

/** Write what happened. What is typed stays on this device, encrypted, until it is saved. */
export const NoteComposer = ({ caseId, today }: { caseId: string; today: Day }) => {
  const t = useTranslations('cases')
  const router = useRouter()
  const [written, setWritten] = useState(0)
  return (
    <Card as="section" label={t('addNote')} className="print:hidden">
      <div id="write">
        {written === 0 ? null : (
          <p role="status" className="mb-3 font-semibold text-done">
            ✓ {t('write.saved')}
          </p>
        )}
        <Form
          // A saved note leaves an empty form for the next one.
          key={written}
          schema={noteSchema}
          defaultValues={{ caseId, kind: 'note', happenedOn: today, text: '' }}
          action={writeNote}
          draftKey={`note:${caseId}`}
          door="writeNote"
          onSaved={() => {
            setWritten((count) => count + 1)
            router.refresh()
          }}
        >
          <TextArea name="text" label={t('write.title')} rows={3} dir="auto" />
          <ChipGroup
            name="kind"
            label={t('write.kind')}
            options={NOTE_KINDS.map((kind) => ({ value: kind, label: t(`noteKind.${kind}`) }))}
          />
          <DateField name="happenedOn" label={t('write.day')} today={today} />
          <FormFooter>{t('write.save')}</FormFooter>
        </Form>
      </div>
    </Card>
  )
}
