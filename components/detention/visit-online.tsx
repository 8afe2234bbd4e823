'use client'
import type { FormAction } from '@/components/forms/reply'
import { useGoTo } from '@/components/ui/use-go-to'
import { VisitForm } from './visit-form'
import type { VisitWritingProps } from './visit-props'

/** The form of a visit as a page of the server draws it: it is sent at once, and the page of the visit comes next. */
export const VisitOnline = ({
  writing,
  send,
}: {
  writing: VisitWritingProps
  send: FormAction<{ visitId: string }>
}) => {
  const go = useGoTo()
  return (
    <VisitForm
      {...writing}
      send={send}
      draftKey={`visit:${writing.centre.slug}`}
      outboxAction="recordVisit"
      onSaved={({ visitId }) => go(`/detention/${visitId}`)}
    />
  )
}
