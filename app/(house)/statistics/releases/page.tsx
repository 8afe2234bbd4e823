import { getLocale } from 'next-intl/server'
import { RegisterPage } from '@/components/statistics/register-page'
import { enter } from '@/lib/server/enter'
import { readRegister } from '@/lib/statistics/desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:read',
  words: [],
  load: async (work) => ({
    register: await readRegister(work),
    reference: await readReferenceLabels(work, await getLocale()),
  }),
  audit: ({ register }) => ({ event: 'statistics.listed', count: register.releases.length }),
  show: (data) => <RegisterPage {...data} />,
})
