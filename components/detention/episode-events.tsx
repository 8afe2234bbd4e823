import { EventList } from '@/components/registers/event-list'
import { Card } from '@/components/ui/card'
import { FreeText } from '@/components/ui/free-text'
import { Time } from '@/components/ui/time'
import { countryChoices } from '@/lib/people/country-list.rules'
import { useEpisodeLabels } from './episode-labels'
import type { EpisodeProps } from './episode-props'
import { toEventFields } from './event-fields'
import { EventForm } from './event-form'
import { EventItem } from './event-item'

/** Everything that happened, the latest first as everywhere, with its words, its clocks and what stood there before; and the fold that records more. */
export const EpisodeEvents = (props: EpisodeProps) => {
  const { episode, part, canEdit, caseId, hrefs } = props
  const { t, event } = useEpisodeLabels(part.lists)
  const asked = episode.isOver ? null : part.asked
  return (
    <section aria-labelledby={`events-${episode.id}`} className="grid gap-3">
      {canEdit ? (
        <details
          id={`record-${episode.id}`}
          open={asked !== null || episode.shown.length === 0}
          className="print:hidden"
        >
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {/* While it lasts, the button beside the heading has the other words and opens it too. */}
            {t(episode.isOver ? 'events.record' : 'events.new')}
          </summary>
          <Card className="mt-2">
            <div id={`recorder-${episode.id}`}>
              {props.help}
              <EventForm
                // What was recorded is done: the next form is empty.
                key={`${episode.shown.length}${asked ?? ''}`}
                fields={toEventFields(caseId, episode.id, null, asked ?? 'ordered')}
                lists={part.lists}
                countries={countryChoices(props.locale)}
                doneHref={hrefs.detention}
              />
            </div>
          </Card>
        </details>
      ) : null}
      <h3 id={`events-${episode.id}`}>{t('events.title')}</h3>
      {episode.shown.length === 0 ? <p className="text-muted">{t('events.none')}</p> : null}
      {episode.shown.length === 0 ? null : (
        <EventList
          entries={[...episode.shown]
            .reverse()
            .map((shown) => <EventItem key={shown.event.id} shown={shown} {...props} />)}
          label={(count) => t('events.before', { count })}
        />
      )}
      {episode.withdrawn.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('events.withdrawn', { count: episode.withdrawn.length })}
          </summary>
          <ul className="grid gap-2 text-sm">
            {episode.withdrawn.map(({ event: gone, by }) => (
              <li key={by.id} className="border-s-3 border-edge ps-3">
                <s>{event(gone)}</s>{' '}
                {by.withdrawnBecause === null ? '' : t(`withdraw.said.${by.withdrawnBecause}`)}
                <span className="block text-muted">
                  {by.by}, <Time at={by.createdAt} style="moment" />
                </span>
                <FreeText text={gone.text} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
