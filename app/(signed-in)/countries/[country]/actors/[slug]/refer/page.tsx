import { ReferPage } from '@/components/countries/refer-page'
import { ShownPeople } from '@/components/people/shown-people'
import { isFull, listReachableFiles } from '@/lib/cases/roster.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { toCountry } from '@/lib/countries/address.rules'
import { getProfile } from '@/lib/countries/entry.data'
import { getSubject } from '@/lib/countries/mistake.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:edit',
  messages: [],
  load: async (work, { params, isDiscreet }) => {
    const lines = await listReachableFiles(work)
    const caseIds = lines.map(({ caseId }) => caseId)
    return {
      profile: await getProfile(work, toCountry(params.country)),
      body: await getSubject(work, toCountry(params.country), 'body', params.slug ?? ''),
      lines,
      people: await listShownPeople(work, caseIds, isDiscreet),
    }
  },
  audit: ({ lines }) => ({
    event: 'case.listed',
    caseIds: [...new Set(lines.map(({ caseId }) => caseId))],
    more: isFull(lines),
  }),
  show: ({ people, ...data }) => (
    <ReferPage {...data} nameOf={(caseId) => <ShownPeople people={people.get(caseId)} />} />
  ),
})
