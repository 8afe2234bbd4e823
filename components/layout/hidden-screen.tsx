'use client'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { askServer } from '@/lib/drafts/connection'
import { QUIET_PATH } from '@/lib/shared/cookie.rules'
import { dayOf } from '@/lib/shared/dates'
import { cleanHistory, cover, uncover } from './quiet'
import { QuietBack } from './quiet-back'
import { QuietPage, quietTitle } from './quiet-page'

/** Every form of the page has kept what stands in it; those that have not, try again. */
const isKept = (): boolean => dispatchEvent(new Event('quiet', { cancelable: true }))
const AGAIN_MS = 500
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
/**
 * The month is loaded in the place of this page, and ends the session (EndSession): a session that ended here would send the router to
 * sign-in, which calls the month off. Words that only this window holds would be gone with it, and without a network the browser would
 * say so under our address: until both are well the page stays, covered.
 */
const leave = async (signal: AbortSignal): Promise<void> => {
  while (!signal.aborted && !isKept()) await pause()
  while (!signal.aborted && (await askServer()) !== 200) await pause()
  // Uncovered meanwhile it stays.
  if (!signal.aborted) location.replace(QUIET_PATH)
}

/** What stands instead of a page that was hidden, until there is a network to leave it by. */
export const HiddenScreen = ({ onBack }: { onBack: () => void }) => {
  const locale = useLocale()
  const today = dayOf(new Date())
  const title = quietTitle(locale, today)
  useEffect(() => {
    cover(title)
    const over = new AbortController()
    void cleanHistory(title).then(() => leave(over.signal))
    return () => over.abort()
  }, [title])
  return (
    <QuietPage locale={locale} today={today}>
      <QuietBack
        instead={() => {
          // A device that keeps nothing: leaving would lose what was typed.
          if (!navigator.onLine || isKept()) return false
          uncover()
          onBack()
          return true
        }}
      />
    </QuietPage>
  )
}
