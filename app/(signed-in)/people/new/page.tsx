import { IntakePage } from '@/components/cases/intake-page'
import { readIntake } from '@/lib/cases/intake.data'
import { findEnquiry } from '@/lib/enquiries/enquiry.data'
import { findIncoming } from '@/lib/incoming/incoming.data'
import { fromEnquiry, fromIncoming } from '@/lib/incoming/known.view'
import { enter } from '@/lib/server/enter'
import { meant, textOf } from '@/lib/shared/search'

export default enter({
  permission: 'case:create',
  messages: ['alike', 'people', 'when'],
  load: async (work, { search }) => {
    const enquiry = await findEnquiry(work, textOf(search, 'enquiry') ?? '')
    const incoming = await findIncoming(work, textOf(search, 'incoming') ?? '')
    return {
      intake: await readIntake(work),
      enquiry: meant(search, 'enquiry', () => enquiry),
      incoming: meant(search, 'incoming', () => incoming),
    }
  },
  // An empty form shows no one; one that begins with what a partner typed does.
  audit: ({ incoming }) => (incoming === null ? null : { event: 'incoming.opened', incomingId: incoming.id }),
  show: ({ intake, enquiry, incoming }) => (
    <IntakePage
      data={intake}
      known={incoming !== null ? fromIncoming(incoming) : enquiry === null ? null : fromEnquiry(enquiry)}
    />
  ),
})
