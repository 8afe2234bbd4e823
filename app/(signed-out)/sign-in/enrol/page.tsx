import { redirect } from 'next/navigation'
import { EnrolPage } from '@/components/accounts/enrol-page'
import { toOwnPath } from '@/lib/accounts/own-path.rules'
import { toQrPath } from '@/lib/accounts/qr.view'
import { findEnrolment } from '@/lib/accounts/sign-in-state.data'
import { enterWithoutSession } from '@/lib/server/enter'
import { sessionToken } from '@/lib/server/session'
import { textOf } from '@/lib/shared/search'

export default enterWithoutSession({
  reason: 'coordinators and admins set up their second step before they may enter',
  messages: ['accounts.enrol', 'accounts.recovery'],
  load: async ({ search }) => {
    const back = toOwnPath(textOf(search, 'back'))
    const enrolment = await findEnrolment(await sessionToken())
    if (enrolment.state === 'out') redirect('/sign-in')
    if (enrolment.state === 'code') redirect('/sign-in/code')
    // The app is replaced by who has just proved who they are.
    if (enrolment.state !== 'ready')
      redirect(
        `/accounts/me/confirm?${new URLSearchParams({ to: `/sign-in/enrol?${new URLSearchParams({ back })}` })}`,
      )
    return { back, enrolment }
  },
  show: ({ back, enrolment }) => (
    <EnrolPage
      back={back}
      isRequired={enrolment.isRequired}
      manual={enrolment.manual}
      picture={toQrPath(enrolment.uri)}
    />
  ),
})
