import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { THEME_COOKIE, toTheme } from '@/components/layout/theme'

// The name of the application and nothing of what is on the page: a tab is read by whoever sits beside.
export const metadata: Metadata = {
  title: 'Accompany',
  icons: { icon: '/icon.svg' },
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

// Trusted Types: whatever wants to load a script gets our own build output or nothing.
const TRUSTED_TYPES = `if(window.trustedTypes)trustedTypes.createPolicy('default',{createScriptURL:function(u){var x=new URL(u,location.href);if(x.origin===location.origin&&x.pathname.startsWith('/_next/static/'))return u;throw new TypeError('refused')}})`

const RootLayout = async ({ children }: { children: ReactNode }) => {
  const locale = await getLocale()
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang={locale} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <head>
        <script
          {...(nonce === undefined ? {} : { nonce })}
          // The browser hides the nonce from the page, so it differs from what the server wrote.
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file; the policy must stand before the first chunk loads
          dangerouslySetInnerHTML={{ __html: TRUSTED_TYPES }}
        />
      </head>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}

export default RootLayout
