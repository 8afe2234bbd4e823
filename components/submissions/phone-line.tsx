'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Link } from '@/components/ui/link'
import { untilWords } from '@/components/ui/until-words'
import type { Here } from '@/lib/device/browser-look'
import { OFFLINE_PATH } from '@/lib/offline/path'
import { labelIn } from '@/lib/shared/labelled'
import type { PhoneState } from '@/lib/submissions/phone-state.data'

const NOTHING: Here = { stores: [], unsent: 0 }

/** What lies in this browser, and again whenever a window changes it. */
const useHere = (stores: readonly string[]): Here => {
  const [here, setHere] = useState(NOTHING)
  useEffect(() => {
    let end: (() => void) | null = null
    let isGone = false
    const begin = async (): Promise<void> => {
      const { hearChanged, lookHere } = await import('@/lib/device/browser-look')
      if (isGone) return
      const look = (): void => void lookHere(stores).then(setHere, () => undefined)
      end = hearChanged(look)
      look()
    }
    // A browser that says nothing of its storage keeps nothing here.
    void begin().catch(() => undefined)
    return () => {
      isGone = true
      end?.()
    }
  }, [stores])
  return here
}

const LINK = 'inline-flex min-h-11 items-center sm:min-h-8'

/** In one line where the day begins: what is on this phone, what waits, what came back. Nothing to say: no line. */
export const PhoneLine = ({ stores, taken, waiting, returned }: PhoneState) => {
  const t = useTranslations('submissions.phone')
  const locale = useLocale()
  const here = useHere(stores)
  const along = taken.filter(({ storeId }) => here.stores.includes(storeId))
  if (here.unsent + along.length + waiting + returned === 0) return null
  return (
    <ul aria-label={t('title')} className="flex flex-wrap gap-x-5 text-sm">
      {returned === 0 ? null : (
        <li>
          <Link href="/drafts" className={LINK}>
            {t('returned', { count: returned })}
          </Link>
        </li>
      )}
      {/* Our own pages are none of this router: the browser goes there itself. */}
      {here.unsent === 0 ? null : (
        <li>
          <a href={`${OFFLINE_PATH}#items`} className={LINK}>
            {t('unsent', { count: here.unsent })}
          </a>
        </li>
      )}
      {waiting === 0 ? null : (
        <li>
          <Link href="/drafts" className={LINK}>
            {t('waiting', { count: waiting })}
          </Link>
        </li>
      )}
      {along.map(({ id, place, until }) => (
        <li key={id}>
          <a href={`${OFFLINE_PATH}#home`} className={LINK}>
            {t('taken', { centre: labelIn(place, locale), until: untilWords(locale, until) })}
          </a>
        </li>
      ))}
    </ul>
  )
}
