import { redirect } from 'next/navigation'
import { WaitingPage } from '@/components/accounts/waiting-page'
import { toOwnPath } from '@/lib/accounts/own-path.rules'
import { findSignInState } from '@/lib/accounts/sign-in-state.data'
import { enterWithoutSession } from '@/lib/server/enter'
import { sessionToken } from '@/lib/server/session'
import { textOf } from '@/lib/shared/search'

export default enterWithoutSession({
  reason: 'an account that nobody has vouched for opens nothing yet',
  messages: [],
  load: async ({ search }) => {
    const back = toOwnPath(textOf(search, 'back'))
    const state = await findSignInState(await sessionToken())
    if (state === 'in') redirect(back)
    if (state === 'out') redirect('/sign-in')
    if (state !== 'waiting') redirect(`/sign-in/${state}`)
    return { back }
  },
  show: (data) => <WaitingPage {...data} />,
})
