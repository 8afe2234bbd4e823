import { FieldsPage } from '@/components/fields/fields-page'
import { listFields, listLanguagesInUse, readUsage } from '@/lib/fields/field.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'field:keep',
  messages: ['fields.editor'],
  // What the organisation asks; no one’s answer is behind it.
  audit: null,
  load: async (work) => ({
    fields: await listFields(work),
    usage: await readUsage(work),
    languages: await listLanguagesInUse(work),
  }),
  show: (data, { now }) => <FieldsPage {...data} now={now} />,
})
