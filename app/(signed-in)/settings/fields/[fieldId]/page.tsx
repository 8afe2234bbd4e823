import { FieldPage } from '@/components/fields/field-page'
import { readFieldPage } from '@/lib/fields/field-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'field:keep',
  messages: ['fields.answer', 'fields.editor', 'when'],
  // What the organisation asks; no one’s answer is behind it.
  audit: null,
  load: (work, { params }) => readFieldPage(work, params.fieldId ?? ''),
  show: (data) => <FieldPage {...data} />,
})
