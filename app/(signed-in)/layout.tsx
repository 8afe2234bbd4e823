import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { HELP_KEY_COOKIE } from '@/components/layout/help-key'
import { THEME_COOKIE, toTheme } from '@/components/layout/theme'
import { AppShell } from '@/components/shell/app-shell'
import { env } from '@/lib/runtime/env'
import { currentActor, isDiscreetDevice } from '@/lib/server/session'
import './undoable'

/** Draws the frame for the signed-in user. No one signed in: the page's own handler sends them on. */
const SignedInLayout = async ({ children }: { children: ReactNode }) => {
  const actor = await currentActor()
  if (actor === null) return children
  const chosen = await cookies()
  return (
    <AppShell
      actor={actor}
      theme={toTheme(chosen.get(THEME_COOKIE)?.value)}
      isDiscreet={await isDiscreetDevice()}
      isDemo={env().DEMO === 'on'}
      isHelpKeyOn={chosen.get(HELP_KEY_COOKIE)?.value !== 'off'}
    >
      {children}
    </AppShell>
  )
}

export default SignedInLayout
