import { BookingFiguresSection } from '@/components/appointments/booking-figures'
import { LinkSection } from '@/components/incoming/link-section'
import { PartnerPage } from '@/components/partners/partner-page'
import { PartnerFiguresSection } from '@/components/referrals/partner-figures'
import { can } from '@/lib/access/can'
import { readBookingFigures } from '@/lib/appointments/booking-figures.data'
import { readLinks } from '@/lib/incoming/link.data'
import { isOffered } from '@/lib/partners/partner.rules'
import { readPartnerPage } from '@/lib/partners/partner-page.data'
import { readPartnerFigures } from '@/lib/referrals/partner-figures.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'partner:read',
  messages: ['partners', 'incoming.link'],
  // A partner, and numbers over files that the reader may open; no file is named.
  audit: null,
  load: async (work, { params }) => {
    const page = await readPartnerPage(work, params.partnerId ?? '')
    const ids = [page.partner, ...page.duplicates].map(({ id }) => id)
    return {
      page,
      links: can(work.actor, 'partner:link') ? await readLinks(work, ids) : null,
      figures: await readPartnerFigures(work, ids),
      bookings: await readBookingFigures(work, ids),
    }
  },
  show: ({ page, links, figures, bookings }, { actor, now }) => (
    <PartnerPage
      {...page}
      canKeep={can(actor, 'partner:keep')}
      canWarn={can(actor, 'partner:warn')}
      today={dayOf(now)}
      links={
        links === null ? null : (
          <LinkSection {...links} partnerId={page.partner.id} isOffered={isOffered(page.partner)} />
        )
      }
      figures={
        <>
          <PartnerFiguresSection figures={figures} />
          <BookingFiguresSection figures={bookings} />
        </>
      }
    />
  ),
})
