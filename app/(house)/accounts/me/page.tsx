import { OwnAccountPage } from '@/components/accounts/own-account-page'
import { toOwnAccount } from '@/lib/accounts/account.view'
import { getOwnAccount } from '@/lib/accounts/own-account.data'
import { minimumLength } from '@/lib/accounts/password.rules'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'session:own',
  audit: null,
  load: (work) => getOwnAccount(work),
  show: (account, { actor }) => (
    <OwnAccountPage
      account={toOwnAccount(account)}
      minimum={minimumLength(account.enrolledAt !== null)}
      profile={{ name: actor.name, locale: actor.locale, role: actor.role }}
    />
  ),
})
