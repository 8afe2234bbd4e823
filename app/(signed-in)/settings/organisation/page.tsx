import { OrganisationPage } from '@/components/settings/organisation-page'
import { listEditions } from '@/lib/configuration/edition.data'
import { findDataLead } from '@/lib/configuration/lead.data'
import { listSettings } from '@/lib/configuration/setting.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['settings'],
  // What the organisation says of itself; no one is behind it.
  audit: null,
  load: async (work) => ({
    settings: await listSettings(work, [
      'organisation.name',
      'organisation.short',
      'organisation.accent',
      'organisation.languages',
      'organisation.contact',
    ]),
    logo: {
      hash: work.settings.get('organisation.logo'),
      editions: await listEditions(work, ['setting'], ['organisation.logo']),
    },
    lead: await findDataLead(work),
  }),
  show: (page) => <OrganisationPage {...page} />,
})
