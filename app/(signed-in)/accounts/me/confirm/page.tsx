import { ConfirmPage } from '@/components/accounts/confirm-page'
import { toOwnAddress } from '@/lib/accounts/own-path.rules'
import { enter } from '@/lib/server/enter'
import { textOf } from '@/lib/shared/search'

export default enter({
  permission: 'session:own',
  messages: ['confirm'],
  audit: null,
  load: async (_work, { search }) => ({ to: toOwnAddress(textOf(search, 'to')) }),
  show: ({ to }) => <ConfirmPage to={to} />,
})
