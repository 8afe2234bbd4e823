import { directoryOf } from '@/components/layout/menu'
import { SettingsPage } from '@/components/settings/settings-page'
import { readOverview } from '@/lib/configuration/overview.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  // It shows no one: names of pages.
  audit: null,
  messages: ['settings'],
  load: async (work) => ({
    overview: await readOverview(work),
    open: directoryOf(work.actor, 'settings').map(({ key }): string => key),
  }),
  show: (page) => <SettingsPage {...page} />,
})
