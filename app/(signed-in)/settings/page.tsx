import { directoryOf } from '@/components/layout/menu'
import { SettingsPage } from '@/components/settings/settings-page'
import { readOverview } from '@/lib/configuration/overview.data'
import { listFields } from '@/lib/fields/field.data'
import { listTemplates } from '@/lib/letters/template.data'
import { listProjects } from '@/lib/projects/project.data'
import { enter } from '@/lib/server/enter'
import { readFacts } from '@/lib/system/facts.data'
import { countAt } from '@/lib/system/state.rules'

export default enter({
  permission: 'config:keep',
  // It shows no one: names of pages.
  audit: null,
  messages: ['settings'],
  load: async (work) => {
    const facts = await readFacts(work)
    return {
      overview: await readOverview(work),
      open: directoryOf(work.actor, 'settings').map(({ key }): string => key),
      inUse: {
        fields: (await listFields(work)).filter(({ now }) => now.state === 'live').length,
        letters: (await listTemplates(work)).filter(({ now }) => now.state === 'live').length,
        projects: (await listProjects(work)).filter(({ isClosed }) => !isClosed).length,
      },
      system: { now: countAt(facts, 'now'), soon: countAt(facts, 'soon') },
    }
  },
  show: (page) => <SettingsPage {...page} />,
})
