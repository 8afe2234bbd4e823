import { OwnAccountPage } from '@/components/accounts/own-account-page'
import { toAccreditationLines, toOwnAccount } from '@/lib/accounts/account.view'
import { getOwnAccount } from '@/lib/accounts/own-account.data'
import { minimumLength } from '@/lib/accounts/password.rules'
import { findStaff } from '@/lib/accounts/staff.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'session:own',
  messages: ['accounts'],
  audit: null,
  load: async (work) => ({
    account: await getOwnAccount(work),
    accreditations: (await findStaff(work, work.actor.id))?.accreditations ?? [],
  }),
  show: ({ account, accreditations }, { actor, now, locale }) => (
    <OwnAccountPage
      account={toOwnAccount(account)}
      accreditations={
        actor.role === 'caseworker' || actor.role === 'coordinator'
          ? toAccreditationLines(accreditations, dayOf(now), locale)
          : null
      }
      minimum={minimumLength(account.enrolledAt !== null)}
      profile={{ name: actor.name, locale: actor.locale ?? locale, role: actor.role }}
    />
  ),
})
