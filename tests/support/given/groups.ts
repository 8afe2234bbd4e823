import type { GroupForm } from '@/lib/activities/group.schema'

/** A session with a group as its form sends it. */
export const aGroup = (teamId: string, change: Partial<GroupForm> = {}): GroupForm => ({
  groupId: '',
  version: 0,
  teamId,
  topic: 'health',
  on: '2026-03-01',
  startsAt: '14:00',
  endsAt: '16:00',
  placeId: '',
  interpreterLanguage: 'ti',
  leaders: [],
  women: '3',
  men: '2',
  adultsOther: '',
  girls: '1',
  boys: '',
  minorsOther: '',
  projectId: '',
  ...change,
})
