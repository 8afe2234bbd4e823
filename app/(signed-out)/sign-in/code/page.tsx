import { redirect } from 'next/navigation'
import { CodePage } from '@/components/accounts/code-page'
import { toOwnPath } from '@/lib/accounts/own-path.rules'
import { findSignInState, hasPasskey } from '@/lib/accounts/sign-in-state.data'
import { enterWithoutSession } from '@/lib/server/enter'
import { sessionToken } from '@/lib/server/session'
import { textOf } from '@/lib/shared/search'

export default enterWithoutSession({
  reason: 'a session that owes its second step is nobody’s yet',
  messages: ['accounts.code'],
  load: async ({ search }) => {
    const back = toOwnPath(textOf(search, 'back'))
    const token = await sessionToken()
    const state = await findSignInState(token)
    if (state === 'in') redirect(back)
    if (state === 'enrol' || state === 'waiting') redirect(`/sign-in/${state}`)
    if (state === 'out') redirect('/sign-in')
    return { back, hasPasskey: await hasPasskey(token) }
  },
  show: (data) => <CodePage {...data} />,
})
