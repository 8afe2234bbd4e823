import { getLocale } from 'next-intl/server'
import { CentreFacts } from '@/components/countries/centre-facts'
import { ChooseCentre } from '@/components/detention/choose-centre'
import { VisitForm } from '@/components/detention/visit-form'
import { listCentreFacts } from '@/lib/countries/at-hand.data'
import { toLocale } from '@/lib/i18n/locales'
import { prepareVisit } from '@/lib/planning/prepare-visit.data'
import { toCentreChoices, toWritingProps } from '@/lib/planning/roster.view'
import { enter, one } from '@/lib/server/enter'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'visit:record',
  words: ['alike', 'detention'],
  load: async (work, { search }) => ({
    prepared: await prepareVisit(work, {
      slug: one(search.centre),
      planId: one(search.plan),
      locale: toLocale(await getLocale()) ?? 'en',
    }),
    centres: await listCentreFacts(work, HERE),
  }),
  audit: ({ prepared: { chosen } }) => ({
    event: 'visit.prepared',
    caseIds: [...(chosen?.here ?? []), ...(chosen?.elsewhere ?? [])].map(({ caseId }) => caseId),
    more: chosen?.more ?? false,
  }),
  show: ({ prepared, centres }, { actor, locale }) => {
    const writing = toWritingProps(prepared, { actorId: actor.id, locale: toLocale(locale) ?? 'en' })
    if (writing === null || writing.teams.length === 0)
      return (
        <ChooseCentre
          centres={toCentreChoices(prepared, toLocale(locale) ?? 'en')}
          hasTeam={prepared.teams.length > 0}
        />
      )
    return (
      <>
        <VisitForm {...writing} />
        <CentreFacts centres={centres} placeIds={[writing.centre.id]} />
      </>
    )
  },
})
