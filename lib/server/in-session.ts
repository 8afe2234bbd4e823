import 'server-only'
import { cookies, headers } from 'next/headers'
import { type Work, withWork } from '@/lib/db/work'
import { LOCALE_COOKIE } from '@/lib/i18n/locales'

/** The transaction of a request, in the language of its page. Handlers open one; what they call is given its Work. */
export const inSession = async <T>(
  token: string,
  run: (work: Work) => Promise<T>,
  most?: number,
): Promise<T> =>
  withWork(token, run, {
    most,
    language: {
      cookie: (await cookies()).get(LOCALE_COOKIE)?.value,
      acceptLanguage: (await headers()).get('accept-language'),
    },
  })
