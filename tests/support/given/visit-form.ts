import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'

/** The form of an afternoon in a centre, as one visitor fills it so many days later. */
export const aVisitForm = ({
  teamId,
  placeId,
  visitor,
  daysAgo,
  encounters,
}: {
  readonly teamId: string
  readonly placeId: string
  readonly visitor: string
  readonly daysAgo: number
  readonly encounters: EncounterForm[]
}): VisitForm => ({
  teamId,
  placeId,
  onDate: new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10),
  header: 'said',
  mode: 'in_person',
  startsAt: '13:10',
  endsAt: '16:40',
  access: 'granted',
  waitingMinutes: '',
  visitors: [visitor],
  encounters,
  groups: [],
  observations: [],
})
