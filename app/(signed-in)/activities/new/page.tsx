import { NewActivityPage } from '@/components/activities/new-activity-page'
import { readPeopleToChoose } from '@/lib/activities/activities-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:edit',
  messages: ['activities'],
  load: async (work, { isDiscreet, locale }) =>
    [...(await readPeopleToChoose(work, isDiscreet))].sort((a, b) =>
      (a.full ?? a.initials).localeCompare(b.full ?? b.initials, locale),
    ),
  audit: (people) => ({
    event: 'case.listed',
    caseIds: [...new Set(people.map(({ caseId }) => caseId))],
    more: false,
  }),
  show: (people) => <NewActivityPage people={people} />,
})
