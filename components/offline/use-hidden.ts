import { useEffect, useState } from 'react'
import { isEnough, pressed } from '@/components/layout/escapes'
import { setPreferenceCookie } from '@/components/layout/preference-cookie'
import { cleanHistory, cover, uncover } from '@/components/layout/quiet'
import { quietTitle } from '@/components/layout/quiet-page'
import { OFFLINE_PATH } from '@/lib/offline/path'
import { QUIET_COOKIE, QUIET_PATH } from '@/lib/shared/cookie.rules'
import { dayOf } from '@/lib/shared/dates'

const wasHidden = (): boolean => document.cookie.split('; ').includes(`${QUIET_COOKIE}=yes`)

/**
 * Whether another page stands here: hidden by the button or Escape three times, here or on a page of the server. The cookie stays until
 * the server has ended the session; the way back leads to the locked page only.
 */
export const useHidden = (locale: string, beforeHiding: () => void) => {
  const [isHidden, setHidden] = useState(wasHidden)
  const hide = (): void => {
    beforeHiding()
    setPreferenceCookie(QUIET_COOKIE, 'yes')
    setHidden(true)
  }
  useEffect(() => {
    if (!isHidden) return
    const title = quietTitle(locale, dayOf(new Date()))
    cover(title)
    void cleanHistory(title)
  }, [isHidden, locale])
  useEffect(() => {
    let presses: readonly number[] = []
    const press = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return
      presses = pressed(presses, performance.now())
      if (isEnough(presses)) hide()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  const comeBack = (isLive: boolean): void => {
    // The server's own page ends the session before it shows anything.
    if (isLive) {
      location.assign(QUIET_PATH)
      return
    }
    uncover()
    setPreferenceCookie(QUIET_COOKIE, 'yes')
    history.replaceState(null, '', OFFLINE_PATH)
    setHidden(false)
  }
  return { isHidden, hide, comeBack }
}
