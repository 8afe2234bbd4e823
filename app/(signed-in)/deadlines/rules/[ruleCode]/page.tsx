import { RulePage } from '@/components/deadlines/rule-page'
import { can } from '@/lib/access/can'
import { listExceptions } from '@/lib/deadlines/exception.data'
import { readRule } from '@/lib/deadlines/rule.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  messages: ['deadlines'],
  audit: null,
  load: async (work, { params }) => ({
    shown: await readRule(work, params.ruleCode ?? ''),
    exceptions: await listExceptions(work),
  }),
  show: ({ shown, exceptions }, { actor }) => (
    <RulePage
      shown={shown}
      exception={exceptions.get(shown.rule.code)}
      canRule={can(actor, 'deadline:rule')}
    />
  ),
})
