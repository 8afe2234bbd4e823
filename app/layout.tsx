import './globals.css'
import './signs.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { THEME_COOKIE, toTheme } from '@/components/layout/theme'
import { pickShellMessages } from '@/lib/i18n/messages'
import { WithMessages } from '@/lib/i18n/with-messages'

// No title: each page says its own (components/layout/tab-labels.tsx).
export const metadata: Metadata = {
  icons: { icon: '/icon.svg', apple: '/icon-180.png' },
  manifest: '/manifest.webmanifest',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
  referrer: 'no-referrer',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: '#12333f',
}

const RootLayout = async ({ children }: { children: ReactNode }) => {
  const locale = await getLocale()
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang={locale} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <NextIntlClientProvider messages={{}}>
          <WithMessages text={pickShellMessages(await getMessages())}>{children}</WithMessages>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}

export default RootLayout
