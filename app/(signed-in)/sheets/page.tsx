import { SheetChoice } from '@/components/sheets/sheet-choice'
import { enter } from '@/lib/server/enter'
import { languageIn } from '@/lib/sheets/sheets-page.data'

export default enter({
  permission: 'case:read',
  messages: [],
  // It shows no one.
  audit: null,
  load: async (_work, request) => languageIn(request, [], request.locale),
  show: (language) => <SheetChoice language={language} />,
})
