import { NameRulingsPage } from '@/components/people/name-rulings-page'
import { listNameRulings, listShippedNames } from '@/lib/people/name-ruling.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'country:keep',
  // Given names that many people bear; no one’s file is behind them.
  audit: null,
  messages: ['equals'],
  load: async (work) => ({ words: await listNameRulings(work), shipped: await listShippedNames(work) }),
  show: ({ words, shipped }) => <NameRulingsPage words={words} shipped={shipped} />,
})
