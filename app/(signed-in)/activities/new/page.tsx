import { NewActivityPage } from '@/components/activities/new-activity-page'
import { readPeopleToChoose } from '@/lib/activities/activities-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:edit',
  messages: ['activities'],
  load: (work, { isDiscreet, locale }) => readPeopleToChoose(work, isDiscreet, locale),
  audit: (people) => ({
    event: 'case.listed',
    caseIds: [...new Set(people.map(({ caseId }) => caseId))],
    more: false,
  }),
  show: (people) => <NewActivityPage people={people} />,
})
