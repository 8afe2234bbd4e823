import { getLocale } from 'next-intl/server'
import { SheetChoice } from '@/components/sheets/sheet-choice'
import { toLocale } from '@/lib/i18n/locales'
import { enter } from '@/lib/server/enter'
import { languageIn } from '@/lib/sheets/sheets-page.data'

export default enter({
  permission: 'case:read',
  words: [],
  // It shows nobody.
  audit: null,
  load: async (_work, request) => languageIn(request, [], toLocale(await getLocale()) ?? 'en'),
  show: (language) => <SheetChoice language={language} />,
})
