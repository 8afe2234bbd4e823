import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { HELP_KEY_COOKIE } from '@/components/layout/help-key'
import { THEME_COOKIE, toTheme } from '@/components/layout/theme'
import { AppShell } from '@/components/shell/app-shell'
import { env } from '@/lib/runtime/env'
import { currentFrame, isDiscreetDevice } from '@/lib/server/session'
import './undoable'

/** Draws the frame for the signed-in user. No one signed in: the page's own handler sends them on. */
const SignedInLayout = async ({ children }: { children: ReactNode }) => {
  const frame = await currentFrame()
  if (frame === null) return children
  const { actor, settings } = frame
  const chosen = await cookies()
  return (
    <AppShell
      actor={actor}
      look={{
        name: settings.get('organisation.short') || settings.get('organisation.name'),
        logo: settings.get('organisation.logo'),
        accent: settings.get('organisation.accent'),
        does: settings.get('setup.does'),
      }}
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
