import { redirect } from 'next/navigation'
import { SignInPage } from '@/components/accounts/sign-in-page'
import { toOwnPath } from '@/lib/accounts/own-path.rules'
import { findSignInState, listDemoPeople } from '@/lib/accounts/sign-in-state.data'
import { env } from '@/lib/runtime/env'
import { enterWithoutSession } from '@/lib/server/enter'
import { sessionToken } from '@/lib/server/session'
import { textOf } from '@/lib/shared/search'

export default enterWithoutSession({
  reason: 'it is the way in',
  messages: ['accounts'],
  load: async ({ search }) => {
    const back = toOwnPath(textOf(search, 'back'))
    const onward = back === '/' ? '' : `?${new URLSearchParams({ back })}`
    const state = await findSignInState(await sessionToken())
    if (state === 'in') redirect(back)
    if (state !== 'out') redirect(`/sign-in/${state}${onward}`)
    return { back, people: env().DEMO === 'on' ? await listDemoPeople() : null }
  },
  show: (data) => <SignInPage {...data} />,
})
