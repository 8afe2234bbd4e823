import 'server-only'
import { cookies } from 'next/headers'
import { type Work, withWork } from '@/lib/db/work'
import { LOCALE_COOKIE } from '@/lib/i18n/locales'

/** The transaction of a request, in the language that the browser chose. Handlers open one; what they call is given its Work. */
export const inSession = async <T>(
  token: string,
  run: (work: Work) => Promise<T>,
  most?: number,
): Promise<T> => withWork(token, run, { most, language: (await cookies()).get(LOCALE_COOKIE)?.value })
