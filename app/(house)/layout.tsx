import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { THEME_COOKIE, toTheme } from '@/components/layout/theme'
import { House } from '@/components/shell/house'
import { env } from '@/lib/runtime/env'
import { currentActor } from '@/lib/server/session'

/** Draws the house for whoever is signed in. Nobody signed in: the page's own handler sends them on. */
const HouseLayout = async ({ children }: { children: ReactNode }) => {
  const actor = await currentActor()
  if (actor === null) return children
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <House actor={actor} theme={theme} isDemo={env().DEMO === 'on'}>
      {children}
    </House>
  )
}

export default HouseLayout
