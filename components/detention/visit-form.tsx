'use client'
import { useRouter } from 'next/navigation'
import { Form } from '@/components/forms/form'
import { recordVisit } from '@/lib/detention/visit.actions'
import type { VisitForm as Values } from '@/lib/detention/visit.schema'
import { toCard } from './use-cards'
import { VisitWriting, type VisitWritingProps } from './visit-writing'

const toBlank = ({
  today,
  actorId,
  centre,
  teams,
  colleagues,
  here,
  choices,
  proposal,
}: VisitWritingProps): Values => ({
  teamId: teams.find(({ id }) => id === proposal?.teamId)?.id ?? teams[0]?.id ?? '',
  placeId: centre.id,
  onDate: proposal?.onDate ?? today,
  header: 'proposed',
  mode: 'in_person',
  startsAt: proposal?.startsAt ?? '',
  endsAt: proposal?.endsAt ?? '',
  access: 'granted',
  waitingMinutes: '',
  visitors: [
    actorId,
    ...colleagues.flatMap(({ id }) => (id !== actorId && proposal?.visitors.includes(id) ? [id] : [])),
  ],
  encounters: here.map(toCard),
  groups: [],
  observations: choices.themes.map(({ code }) => ({ theme: code, text: '' })),
})

/** A visit day in one page. What is typed lies encrypted on the device until the server has answered. */
export const VisitForm = (props: VisitWritingProps) => {
  const router = useRouter()
  return (
    <Form
      schema={() => import('@/lib/detention/visit.schema').then((room) => room.visitSchema)}
      defaultValues={toBlank(props)}
      action={recordVisit}
      draftKey={`visit:${props.centre.slug}`}
      outboxAction="recordVisit"
      onSaved={({ visitId }) => router.push(`/detention/${visitId}`)}
    >
      <VisitWriting {...props} />
    </Form>
  )
}
