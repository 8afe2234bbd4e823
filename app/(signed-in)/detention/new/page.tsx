import { CentreFacts } from '@/components/countries/centre-facts'
import { ChooseCentre } from '@/components/detention/choose-centre'
import { VisitForm } from '@/components/detention/visit-form'
import { listCentreFacts } from '@/lib/countries/at-hand.data'
import { recordVisit } from '@/lib/detention/visit.actions'
import { prepareVisit } from '@/lib/planning/prepare-visit.data'
import { toCentreChoices, toWritingProps } from '@/lib/planning/roster.view'
import { enter } from '@/lib/server/enter'
import { HERE } from '@/lib/shared/here'
import { meant, textOf, writtenOf } from '@/lib/shared/search'

export default enter({
  permission: 'visit:record',
  messages: ['alike', 'detention'],
  load: async (work, { search, locale, isDiscreet }) => {
    const prepared = await prepareVisit(work, {
      // Left open, it asks for the choice of a centre and not for the likely one.
      slug: writtenOf(search, 'centre'),
      planId: textOf(search, 'plan'),
      locale,
      isDiscreet,
    })
    meant(search, 'plan', (id) => (id === prepared.planId ? id : null))
    meant(search, 'centre', (slug) => prepared.centres.find((one) => one.slug === slug))
    return { prepared, centres: await listCentreFacts(work, HERE) }
  },
  audit: ({ prepared: { chosen } }) => ({
    event: 'visit.prepared',
    caseIds: [...(chosen?.here ?? []), ...(chosen?.elsewhere ?? [])].map(({ caseId }) => caseId),
    more: chosen?.more ?? false,
  }),
  show: ({ prepared, centres }, { actor, locale }) => {
    const writing = toWritingProps(prepared, { actorId: actor.id, locale })
    if (writing === null || writing.teams.length === 0)
      return <ChooseCentre centres={toCentreChoices(prepared, locale)} hasTeam={prepared.teams.length > 0} />
    return (
      <>
        <VisitForm {...writing} send={recordVisit} />
        <CentreFacts centres={centres} placeIds={[writing.centre.id]} />
      </>
    )
  },
})
