import { RulesPage } from '@/components/deadlines/rules-page'
import { listRules } from '@/lib/deadlines/rule.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  words: [],
  audit: null,
  load: listRules,
  show: (rules) => <RulesPage rules={rules} />,
})
