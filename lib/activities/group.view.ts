import type { Group } from './group.data'
import type { GroupForm } from './group.schema'

const typed = (count: number): string => (count === 0 ? '' : String(count))
/** A session as its form holds it. */
export const toGroupForm = (group: Group): GroupForm => ({
  groupId: group.id,
  version: group.version,
  teamId: group.teamId,
  topic: group.topic,
  on: group.on,
  startsAt: group.startsAt ?? '',
  endsAt: group.endsAt ?? '',
  placeId: group.placeId ?? '',
  interpreterLanguage: group.interpreterLanguage ?? '',
  leaders: group.leaders,
  women: typed(group.women),
  men: typed(group.men),
  adultsOther: typed(group.adultsOther),
  girls: typed(group.girls),
  boys: typed(group.boys),
  minorsOther: typed(group.minorsOther),
  projectId: group.projectId ?? '',
})
