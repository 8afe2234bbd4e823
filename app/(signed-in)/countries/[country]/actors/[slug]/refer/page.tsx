import { ReferPage } from '@/components/countries/refer-page'
import { isFull, listReachableFiles } from '@/lib/cases/roster.data'
import { toCountry } from '@/lib/countries/address.rules'
import { getProfile } from '@/lib/countries/entry.data'
import { getSubject } from '@/lib/countries/mistake.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:edit',
  messages: [],
  load: async (work, { params }) => ({
    profile: await getProfile(work, toCountry(params.country)),
    body: await getSubject(work, toCountry(params.country), 'body', params.slug ?? ''),
    lines: await listReachableFiles(work),
  }),
  audit: ({ lines }) => ({
    event: 'case.listed',
    caseIds: [...new Set(lines.map(({ caseId }) => caseId))],
    more: isFull(lines),
  }),
  show: (data) => <ReferPage {...data} />,
})
