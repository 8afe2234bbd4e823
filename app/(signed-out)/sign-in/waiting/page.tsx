import { redirect } from 'next/navigation'
import { WaitingPage } from '@/components/accounts/waiting-page'
import { toOwnPath } from '@/lib/accounts/own-path.rules'
import { findSignInState } from '@/lib/accounts/sign-in-state.data'
import { enterWithoutSession, one } from '@/lib/server/enter'
import { sessionToken } from '@/lib/server/session'

export default enterWithoutSession({
  reason: 'an account that nobody has vouched for opens nothing yet',
  words: [],
  load: async ({ search }) => {
    const back = toOwnPath(one(search.back))
    const state = await findSignInState(await sessionToken())
    if (state === 'in') redirect(back)
    if (state === 'out') redirect('/sign-in')
    if (state !== 'waiting') redirect(`/sign-in/${state}`)
    return { back }
  },
  show: (data) => <WaitingPage {...data} />,
})
