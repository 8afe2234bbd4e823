import { IntakePage } from '@/components/cases/intake-page'
import { readIntake } from '@/lib/cases/intake.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'case:create',
  messages: ['alike', 'people', 'when'],
  // An empty form: it shows no one.
  audit: null,
  load: readIntake,
  show: (data) => <IntakePage data={data} />,
})
