import { EnquiriesPage } from '@/components/enquiries/enquiries-page'
import { readEnquiries } from '@/lib/enquiries/enquiry.data'
import { countIncoming, findIncoming } from '@/lib/incoming/incoming.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { meant, textOf } from '@/lib/shared/search'

export default enter({
  permission: 'case:create',
  messages: ['enquiries'],
  load: async (work, { search }) => {
    const before = meant(search, 'before', (text) => (isUuid(text) ? text : null))
    const incoming = await findIncoming(work, textOf(search, 'incoming') ?? '')
    return {
      ...(await readEnquiries(work, before)),
      // Nothing that names the person: an enquiry is about no one who could be named.
      incoming: meant(search, 'incoming', () =>
        incoming === null
          ? null
          : { id: incoming.id, language: incoming.content.language, on: dayOf(incoming.arrivedAt) },
      ),
      waits: await countIncoming(work),
    }
  },
  audit: ({ enquiries }) => ({
    event: 'case.listed',
    caseIds: enquiries.flatMap(({ files }) => files.map(({ id }) => id)),
    more: false,
  }),
  show: (data) => <EnquiriesPage data={data} />,
})
