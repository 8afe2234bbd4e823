import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { startOf } from '@/lib/cases/stays.rules'
import { BeginForm } from './episode-forms'
import { useEpisodeLabels } from './episode-labels'
import type { PageProps } from './episode-props'
import { EpisodeSection } from './episode-section'
import { StayLine } from './stay-line'
import { useWithoutOrder } from './without-order-labels'

/** Detention of a file: who is held now without anything on record, then each episode, the newest first. */
export const FileDetention = (props: PageProps) => {
  const { part, canEdit, people } = props
  const { t } = useEpisodeLabels(part.lists)
  const isHeld = part.episodes.some(({ isOver }) => !isOver)
  return (
    <div className="grid gap-8">
      {part.episodes.length === 0 && part.loose.length === 0 ? (
        <EmptyState title={t('empty.title')}>{t('empty.what')}</EmptyState>
      ) : null}
      {part.loose.length === 0 ? null : <Loose {...props} />}
      {canEdit && people.some(({ isHere }) => isHere) && part.loose.length === 0 && !isHeld ? (
        <details className="print:hidden">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('begin.title')}
          </summary>
          <Begin {...props} />
        </details>
      ) : null}
      {part.episodes.map((episode) => (
        <EpisodeSection key={episode.id} episode={episode} {...props} />
      ))}
    </div>
  )
}

/** Visits or intake say that a person is in a centre, and nothing of the law is on record. */
const Loose = (props: PageProps) => {
  const { part, people, canEdit, today, about } = props
  const { t } = useEpisodeLabels(part.lists)
  const finding = useWithoutOrder(today)
  return (
    <section aria-labelledby="loose" className="grid gap-3">
      <h2 id="loose">{finding({ since: startOf(part.loose) })}</h2>
      <Notice kind="late">
        {part.loose.map((stay) => (
          <p key={stay.id}>
            <StayLine stay={stay} part={part} people={people} />
          </p>
        ))}
        <p className="max-w-prose">{t('why.noOrder')}</p>
        {canEdit ? <p className="max-w-prose">{t('loose.what')}</p> : null}
      </Notice>
      {about([...new Set(part.loose.map(({ placeId }) => placeId))])}
      {canEdit ? <Begin {...props} /> : null}
    </section>
  )
}

const Begin = ({ part, people, caseId, today, about }: PageProps) => {
  const { t } = useEpisodeLabels(part.lists)
  const [first] = part.loose
  const known =
    first === undefined
      ? null
      : {
          placeId: first.placeId,
          since: first.since,
          personIds: part.loose
            .filter(({ placeId }) => placeId === first.placeId)
            .map(({ personId }) => personId),
        }
  return (
    <Card as="section" label={t('begin.title')} className="print:hidden">
      <div id="begin">
        <h3 className="mb-3">{t('begin.title')}</h3>
        {first === undefined ? <div className="mb-3">{about(null)}</div> : null}
      </div>
      <BeginForm
        caseId={caseId}
        people={people.filter(({ isHere }) => isHere)}
        centres={part.centres}
        known={known}
        today={today}
      />
    </Card>
  )
}
