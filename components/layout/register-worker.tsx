'use client'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { PAGE_LANGUAGE_COOKIE } from '@/lib/offline/page-language-cookie'
import { installPages } from '@/lib/offline/pages-worker'
import { setPreferenceCookie } from './preference-cookie'

/** The worker of the country pages of before, whose narrower place would win over ours. */
const BEFORE = '/countries/'

/**
 * Lets the browser keep the pages that work without a network (docs/adr/0156), and tells them the language. What was finished there leaves
 * from every page.
 */
export const RegisterWorker = () => {
  const locale = useLocale()
  useEffect(() => {
    setPreferenceCookie(PAGE_LANGUAGE_COOKIE, locale)
    if (!('serviceWorker' in navigator)) return
    const register = async (): Promise<void> => {
      const old = await navigator.serviceWorker.getRegistration(BEFORE)
      if (old !== undefined && new URL(old.scope).pathname === BEFORE) await old.unregister()
      await installPages()
    }
    // Where it may not, nothing is missing but the pages without a network.
    void register().catch(() => undefined)
  }, [locale])
  useEffect(() => {
    const send = (): void => {
      if (document.visibilityState === 'visible')
        void import('@/lib/device/browser-sender')
          .then(({ sendSealed }) => sendSealed())
          .catch(() => undefined)
    }
    send()
    addEventListener('online', send)
    document.addEventListener('visibilitychange', send)
    return () => {
      removeEventListener('online', send)
      document.removeEventListener('visibilitychange', send)
    }
  }, [])
  return null
}
