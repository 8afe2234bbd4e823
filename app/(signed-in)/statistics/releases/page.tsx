import { RegisterPage } from '@/components/statistics/register-page'
import { enter } from '@/lib/server/enter'
import { readRegister } from '@/lib/statistics/desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:read',
  messages: [],
  load: async (work, { locale }) => ({
    register: await readRegister(work),
    reference: await readReferenceLabels(work, locale),
  }),
  audit: ({ register }) => ({ event: 'statistics.listed', count: register.releases.length }),
  show: (data) => <RegisterPage {...data} />,
})
