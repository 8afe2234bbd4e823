import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { catalogue } from '@/lib/i18n/catalogue'
import { chooseLocale, LOCALE_COOKIE } from '@/lib/i18n/locales'
import { currentActor } from './session'

/** Language, words and time zone of one request (called by next-intl). */
export default getRequestConfig(async () => {
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value
  // Without database the page that hides another one opens all the same; every other page finds out at its own handler.
  const actor = await currentActor().catch(() => null)
  const locale = chooseLocale({
    cookie,
    account: actor?.locale ?? null,
    acceptLanguage: (await headers()).get('accept-language'),
  })
  return { locale, messages: await catalogue[locale](), timeZone: 'Europe/Brussels' }
})
