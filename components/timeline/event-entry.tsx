import { useTranslations } from 'next-intl'
import { useActivityLabels } from '@/components/activities/activity-labels'
import { useAppointmentLabels } from '@/components/appointments/appointment-labels'
import { useAsylumLabels } from '@/components/asylum/asylum-labels'
import { type Lists, useEpisodeLabels } from '@/components/detention/episode-labels'
import { useGuardianshipLabels } from '@/components/guardianship/guardianship-labels'
import { FreeText } from '@/components/ui/free-text'
import { LeadWords } from '@/components/ui/lead-words'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import type { FileEvent } from '@/lib/timeline/timeline.view'

/** What happened and when, in the words of the room that recorded it. */
const useEventLabels = (legal: Lists) => {
  const asylum = useAsylumLabels()
  const episode = useEpisodeLabels(legal)
  const minor = useGuardianshipLabels(legal)
  const referral = useTranslations('referrals')
  const appointment = useAppointmentLabels()
  const { said } = useActivityLabels()
  return (item: FileEvent): { readonly name: string; readonly day: string } => {
    switch (item.room) {
      case 'asylum':
        return {
          name: asylum.said(item.said),
          day: asylum.day({ on: item.when, notifiedOn: null }),
        }
      case 'referrals':
        return {
          name: referral('onTimeline', { step: referral(`step.${item.step}`), to: item.to }),
          day: asylum.day({ on: item.when, notifiedOn: null }),
        }
      case 'appointments': {
        const { kind, state, ...hours } = item.appointment
        return {
          name: [appointment.kind(kind), appointment.t(`state.${state}`)].join(' · '),
          day: [asylum.day({ on: item.when, notifiedOn: null }), appointment.hours(hours)]
            .flatMap((one) => one ?? [])
            .join(', '),
        }
      }
      case 'activities':
        return { name: said(item.activity), day: asylum.day({ on: item.when, notifiedOn: null }) }
      case 'detention':
        return { name: episode.event(item.event), day: episode.when(item.when) }
      case 'guardianship':
        return { name: minor.name(item.event), day: asylum.day({ on: item.when, notifiedOn: null }) }
    }
  }
}

/** Something that happened in a procedure, beside it, in detention or outside the centres, named by its room, with the way to it. */
export const EventEntry = ({
  item,
  sheet,
  since,
  legal,
}: {
  item: FileEvent
  sheet: Pick<CaseHeader, 'id' | 'code'>
  /** The last review of the file: what was written after it is marked. */
  since: Date | null
  /** The words of detention and guardianship. */
  legal: Lists
}) => {
  const t = useTranslations('cases')
  const { name, day } = useEventLabels(legal)(item)
  const isNew = since !== null && item.touchedAt > since
  return (
    <li data-print="whole" id={`entry-${item.id}`} data-dot="event">
      <h3 className="flex flex-wrap items-baseline gap-x-2.5 font-sans text-base">
        <Link
          href={`${fileHref(sheet, item.room)}#${item.anchor}`}
          className="font-semibold text-wrap text-ink no-underline hover:underline"
        >
          <LeadWords text={name} />
        </Link>
        <span className="text-sm font-normal text-muted">
          {day} · {item.author}
        </span>
      </h3>
      {isNew ? (
        <p className="mt-1">
          <Tag kind="info">{t('timeline.new')}</Tag>
        </p>
      ) : null}
      <FreeText text={item.text} className="mt-0.5 max-w-prose" />
    </li>
  )
}
