import { RulePage } from '@/components/deadlines/rule-page'
import { can } from '@/lib/access/can'
import { readRule } from '@/lib/deadlines/rule.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:read',
  words: ['deadlines'],
  audit: null,
  load: (work, { params }) => readRule(work, params.ruleCode ?? ''),
  show: (shown, { actor }) => <RulePage shown={shown} canRule={can(actor, 'deadline:rule')} />,
})
