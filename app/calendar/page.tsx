import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { EndSession, QuietBack } from '@/components/layout/quiet-back'
import { QuietPage, quietTitle } from '@/components/layout/quiet-page'
import { enterWithoutSession } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

// Neither the name of the application nor its sign: it stands in the tab and in the browser's history.
export const generateMetadata = async (): Promise<Metadata> => ({
  title: quietTitle(await getLocale(), dayOf(new Date())),
  icons: { icon: '/calendar.svg' },
  manifest: null,
})

export default enterWithoutSession({
  reason: 'it stands instead of a page that somebody hid, and tells nothing but the month',
  messages: [],
  load: async () => dayOf(new Date()),
  show: (today, { locale }) => (
    <QuietPage locale={locale} today={today}>
      <EndSession />
      <QuietBack />
    </QuietPage>
  ),
})
