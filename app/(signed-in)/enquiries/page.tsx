import { EnquiriesPage } from '@/components/enquiries/enquiries-page'
import { readEnquiries } from '@/lib/enquiries/enquiry.data'
import { enter } from '@/lib/server/enter'
import { isUuid } from '@/lib/shared/ids'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'case:create',
  messages: ['enquiries'],
  load: (work, { search }) =>
    readEnquiries(
      work,
      meant(search, 'before', (text) => (isUuid(text) ? text : null)),
    ),
  audit: ({ enquiries }) => ({
    event: 'case.listed',
    caseIds: enquiries.flatMap(({ files }) => files.map(({ id }) => id)),
    more: false,
  }),
  show: (data) => <EnquiriesPage data={data} />,
})
