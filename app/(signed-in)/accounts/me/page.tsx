import { OwnAccountPage } from '@/components/accounts/own-account-page'
import { DevicesPart } from '@/components/submissions/devices-part'
import { toAccreditationLines, toOwnAccount } from '@/lib/accounts/account.view'
import { getOwnAccount } from '@/lib/accounts/own-account.data'
import { minimumLength } from '@/lib/accounts/password.rules'
import { findStaff } from '@/lib/accounts/staff.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { listDevices } from '@/lib/submissions/device.data'

export default enter({
  permission: 'session:own',
  messages: ['accounts'],
  audit: null,
  load: async (work) => ({
    account: await getOwnAccount(work),
    devices: await listDevices(work),
    accreditations: (await findStaff(work, work.actor.id))?.accreditations ?? [],
  }),
  show: ({ account, accreditations, devices }, { actor, now, locale }) => (
    <OwnAccountPage
      account={toOwnAccount(account)}
      accreditations={
        actor.role === 'caseworker' || actor.role === 'coordinator'
          ? toAccreditationLines(accreditations, dayOf(now), locale)
          : null
      }
      devices={
        actor.role === 'caseworker' || actor.role === 'coordinator' ? <DevicesPart devices={devices} /> : null
      }
      minimum={minimumLength(account.enrolledAt !== null)}
      profile={{ name: actor.name, locale: actor.locale ?? locale, role: actor.role }}
    />
  ),
})
