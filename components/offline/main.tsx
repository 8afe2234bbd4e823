import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'use-intl'
import { THEME_COOKIE, toTheme } from '@/components/layout/theme'
import { cookieOf, readerLanguage } from '@/lib/offline/reader-language'
import { OfflineApp } from './offline-app'
import { words } from './words'

// The page that stands wherever no server answers, and where a visit is written without one (docs/adr/0157).

// Scripts of our own alone; the policy of the page allows this one policy of types (next.config.js).
const ours = (address: string): string => {
  const { origin, pathname } = new URL(address, location.href)
  if (origin === location.origin && (pathname.startsWith('/offline/') || pathname === '/worker.js'))
    return address
  throw new TypeError('refused')
}
window.trustedTypes?.createPolicy('default', { createScriptURL: ours })

const theme = toTheme(cookieOf(THEME_COOKIE))
if (theme !== 'system') document.documentElement.dataset.theme = theme

const begin = async (): Promise<void> => {
  const locale = readerLanguage()
  const { words: messages } = await words[locale]()
  document.documentElement.lang = locale
  const element = document.getElementById('page')
  if (element === null) return
  createRoot(element).render(
    <StrictMode>
      <IntlProvider locale={locale} messages={messages} timeZone="Europe/Brussels">
        <OfflineApp />
      </IntlProvider>
    </StrictMode>,
  )
}
void begin()
