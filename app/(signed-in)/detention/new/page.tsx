import { CentreFacts } from '@/components/countries/centre-facts'
import { RecordVisit } from '@/components/detention/record-visit'
import { listCentreFacts } from '@/lib/countries/at-hand.data'
import { recordVisit } from '@/lib/detention/visit.actions'
import { prepareVisit } from '@/lib/planning/prepare-visit.data'
import { enter } from '@/lib/server/enter'
import { HERE } from '@/lib/shared/here'
import { meant, textOf, writtenOf } from '@/lib/shared/search'

export default enter({
  permission: 'visit:record',
  messages: ['alike', 'detention', 'warn'],
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
    return { prepared, facts: await listCentreFacts(work, HERE) }
  },
  audit: ({ prepared: { chosen } }) => ({
    event: 'visit.prepared',
    caseIds: [...(chosen?.here ?? []), ...(chosen?.elsewhere ?? [])].map(({ caseId }) => caseId),
    more: chosen?.more ?? false,
  }),
  show: ({ prepared, facts }, { actor, locale }) => (
    <RecordVisit prepared={prepared} actorId={actor.id} locale={locale} send={recordVisit}>
      <CentreFacts centres={facts} placeIds={prepared.chosen === null ? [] : [prepared.chosen.centre.id]} />
    </RecordVisit>
  ),
})
