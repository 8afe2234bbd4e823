import { WordsPage } from '@/components/help/words-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'session:own',
  // It shows no one.
  audit: null,
  messages: [],
  load: async () => null,
  show: (_data, { locale }) => <WordsPage locale={locale} />,
})
