import { StatePage } from '@/components/system/state-page'
import { enter } from '@/lib/server/enter'
import { readFacts } from '@/lib/system/facts.data'

export default enter({
  permission: 'system:read',
  messages: [],
  // Of the installation; it shows no one.
  audit: null,
  load: readFacts,
  show: (facts) => <StatePage facts={facts} />,
})
