'use client'
import { Form } from '@/components/forms/form'
import type { FormAction } from '@/components/forms/reply'
import { isUntouched } from '@/lib/detention/blank-encounter'
import type { VisitForm as Values } from '@/lib/detention/visit.schema'
import type { OutboxAction } from '@/lib/drafts/outbox-action.rules'
import { toCard } from './use-cards'
import type { VisitWritingProps } from './visit-props'
import { VisitWriting } from './visit-writing'

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

/** What of a visit is worth a draft: not a card that was added and left as it is. */
const toTyped = (visit: Values): Values => ({
  ...visit,
  encounters: visit.encounters.filter((one) => !isUntouched(one)),
})

/**
 * A visit day in one page. What is typed lies encrypted on the device until the server has answered.
 * @param send what the page that draws it sends it with; no component of a visit knows a handler
 * @param outboxAction null where what is sent with keeps it itself (components/offline)
 */
export const VisitForm = <V,>({
  send,
  draftKey,
  outboxAction,
  onSaved,
  ...writing
}: VisitWritingProps & {
  send: FormAction<V>
  draftKey: string
  outboxAction: OutboxAction | null
  onSaved: (value: V) => void
}) => (
  <Form
    schema={() => import('@/lib/detention/visit.schema').then((room) => room.visitSchema)}
    defaultValues={toBlank(writing)}
    action={send}
    draftKey={draftKey}
    toTyped={toTyped}
    outboxAction={outboxAction}
    onSaved={onSaved}
  >
    <VisitWriting {...writing} />
  </Form>
)
