import { ResetPage } from '@/components/accounts/reset-page'
import { enterWithoutSession } from '@/lib/server/enter'

export default enterWithoutSession({
  reason: 'somebody who forgot a password has nothing but the link',
  messages: ['accounts'],
  // The secret of the link stands after its #, which no browser sends: it is in no log, and only the form reads it.
  load: async () => null,
  show: () => <ResetPage />,
})
