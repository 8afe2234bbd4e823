import { PartnerPage } from '@/components/partners/partner-page'
import { PartnerFiguresSection } from '@/components/referrals/partner-figures'
import { can } from '@/lib/access/can'
import { readPartnerPage } from '@/lib/partners/partner-page.data'
import { readPartnerFigures } from '@/lib/referrals/partner-figures.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'partner:read',
  messages: ['partners'],
  // A partner, and numbers over files that the reader may open; no file is named.
  audit: null,
  load: async (work, { params }) => {
    const page = await readPartnerPage(work, params.partnerId ?? '')
    const ids = [page.partner, ...page.duplicates].map(({ id }) => id)
    return { page, figures: await readPartnerFigures(work, ids) }
  },
  show: ({ page, figures }, { actor, now }) => (
    <PartnerPage
      {...page}
      canKeep={can(actor, 'partner:keep')}
      canWarn={can(actor, 'partner:warn')}
      today={dayOf(now)}
      figures={<PartnerFiguresSection figures={figures} />}
    />
  ),
})
