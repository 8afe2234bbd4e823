import { IntakePage } from '@/components/cases/intake-page'
import { readIntake } from '@/lib/cases/intake.data'
import { findEnquiry } from '@/lib/enquiries/enquiry.data'
import { enter } from '@/lib/server/enter'
import { meant, textOf } from '@/lib/shared/search'

export default enter({
  permission: 'case:create',
  messages: ['alike', 'people', 'when'],
  // An empty form: it shows no one.
  audit: null,
  load: async (work, { search }) => {
    const found = await findEnquiry(work, textOf(search, 'enquiry') ?? '')
    return { intake: await readIntake(work), enquiry: meant(search, 'enquiry', () => found) }
  },
  show: ({ intake, enquiry }) => <IntakePage data={intake} enquiry={enquiry} />,
})
