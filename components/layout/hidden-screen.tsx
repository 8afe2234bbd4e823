'use client'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { QUIET_PATH } from '@/lib/shared/cookie.rules'
import { dayOf } from '@/lib/shared/dates'
import { cleanHistory, cover, uncover } from './quiet'
import { leaveQuietly, QuietBack } from './quiet-back'
import { QuietPage, quietTitle } from './quiet-page'

/** Every form of the page has kept what stands in it; those that have not, try again. */
const isKept = (): boolean => dispatchEvent(new Event('quiet', { cancelable: true }))
const AGAIN_MS = 300
const untilKept = async (): Promise<void> => {
  while (!isKept()) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
}
const go = async (): Promise<void> => {
  // Words that only this window holds would be gone with it: until they are kept it stays, covered.
  await untilKept()
  if (await leaveQuietly()) location.replace(QUIET_PATH)
}

/** What stands instead of a page that was hidden, until there is a network to leave it by. */
export const HiddenScreen = ({ onBack }: { onBack: () => void }) => {
  const locale = useLocale()
  const today = dayOf(new Date())
  const title = quietTitle(locale, today)
  useEffect(() => {
    cover(title)
    void cleanHistory(title).then(go)
    const online = (): void => void go()
    addEventListener('online', online)
    return () => removeEventListener('online', online)
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
