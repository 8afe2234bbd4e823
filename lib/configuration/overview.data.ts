import 'server-only'
import type { Work } from '@/lib/db/work'
import { mailOfEnvironment } from './mail.data'
import { listOffices } from './office.data'
import { getOwnMail } from './setting.data'

/** What the page of all settings says of each of them. */
export const readOverview = async (work: Work) => ({
  name: work.settings.get('organisation.name'),
  languages: work.settings.get('organisation.languages'),
  offices: (await listOffices(work)).filter(({ isClosed }) => !isClosed).map(({ name }) => name),
  held: work.settings.get('work.unseen').held,
  hasSecondStep: work.settings.get('signIn.secondStep'),
  hasMail: mailOfEnvironment() !== null || (await getOwnMail(work)) !== null,
  waiting: await work.tx.configEdition.count({
    where: { organisationId: work.actor.organisationId, state: 'asked' },
  }),
  own: await work.tx.listValue.count({
    where: { organisationId: work.actor.organisationId, retired: false },
  }),
  ownPlaces: await work.tx.placeShown.count({ where: { organisationId: work.actor.organisationId } }),
  accounts: await work.tx.staff.count({
    where: { organisationId: work.actor.organisationId, active: true },
  }),
  isSetUp: Object.keys(work.settings.get('setup.steps')).length === 8,
})
export type Overview = Awaited<ReturnType<typeof readOverview>>
