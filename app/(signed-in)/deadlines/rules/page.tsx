import { RulesPage } from '@/components/deadlines/rules-page'
import { listExceptions } from '@/lib/deadlines/exception.data'
import { listRules } from '@/lib/deadlines/rule.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  messages: [],
  audit: null,
  load: async (work) => ({ rules: await listRules(work), exceptions: await listExceptions(work) }),
  show: (shown) => <RulesPage {...shown} />,
})
