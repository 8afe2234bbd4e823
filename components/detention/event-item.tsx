import { useFormatter } from 'next-intl'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { EventLine } from '@/components/registers/event-list'
import { RowTools } from '@/components/registers/row-tools'
import { FreeText } from '@/components/ui/free-text'
import { LeadWords } from '@/components/ui/lead-words'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { lacksDay } from '@/lib/detention/clocks.rules'
import type { ShownEvent } from '@/lib/detention/episode.view'
import { countryChoices } from '@/lib/people/country-list.rules'
import { WithdrawForm } from './episode-forms'
import { useEpisodeLabels } from './episode-labels'
import type { EpisodeProps } from './episode-props'
import { toEventFields } from './event-fields'
import { EventForm } from './event-form'
import { useLastDay } from './last-day'

/** One thing that happened: its words, the clocks it moved, what stood there before, and the ways to put it right. */
export const EventItem = ({ shown, ...props }: EpisodeProps & { shown: ShownEvent }) => {
  const { episode, part, canEdit, caseId, savedId } = props
  const { t, event: inWords, when } = useEpisodeLabels(part.lists)
  const { t: td } = useDeadlineLabels()
  const { event, earlier } = shown
  const same = episode.shown.find((one) => one.event.id === episode.same.get(event.id))?.event
  const name = inWords(event)
  return (
    <EventLine id={event.id}>
      <h4 className="flex flex-wrap items-baseline gap-x-2.5 font-sans text-base">
        <span className="font-semibold">
          <LeadWords text={name} />
        </span>
        <span className="text-sm font-normal text-muted">
          {when(event.on)}
          {event.at === null ? '' : `, ${event.at}`} · {event.by}
        </span>
      </h4>
      {event.carrier === '' ? null : (
        <p className="mt-1.5 wrap-anywhere">
          {t.rich('said.carrier', { carrier: () => <bdi dir="auto">{event.carrier}</bdi> })}
        </p>
      )}
      <FreeText text={event.text} className="mt-1.5 max-w-prose" />
      {lacksDay(event) ? <p className="mt-1.5 text-late">{td('noExactDay')}</p> : null}
      <Clocks shown={shown} isJustSaved={savedId === event.id} {...props} />
      {earlier.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('events.earlier', { count: earlier.length })}
          </summary>
          <ul className="grid gap-2 text-sm">
            {earlier.map((one) => (
              <li key={one.id} className="border-s-3 border-edge ps-3">
                {inWords(one)}, {when(one.on)}
                <span className="block text-muted">
                  {one.by}, <Time at={one.createdAt} style="moment" />
                </span>
                {one.carrier === '' ? null : (
                  <span className="block wrap-anywhere">
                    {t.rich('said.carrier', { carrier: () => <bdi dir="auto">{one.carrier}</bdi> })}
                  </span>
                )}
                <FreeText text={one.text} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {same === undefined || !canEdit ? null : (
        <div className="mt-3 print:hidden">
          <Notice kind="info" title={t('events.same', { name: same.by })}>
            <WithdrawForm
              caseId={caseId}
              episodeId={episode.id}
              eventId={event.id}
              sameAs={{ id: same.id, label: inWords(same) }}
            />
          </Notice>
        </div>
      )}
      {canEdit ? <Corrections shown={shown} name={name} {...props} /> : null}
    </EventLine>
  )
}

/** Which deadlines this started or closed, in words, with the way to each. */
const Clocks = ({
  shown: { started, closed },
  isJustSaved,
  part,
  hrefs,
}: EpisodeProps & { shown: ShownEvent; isJustSaved: boolean }) => {
  const { t, said } = useEpisodeLabels(part.lists)
  const lastDay = useLastDay()
  const format = useFormatter()
  const lines = [
    ...started.map((one) => ({
      key: one.id,
      words: t(one.status === 'superseded' ? 'clocks.superseded' : 'clocks.started', {
        title: said(one.rule.title),
        on: lastDay(one),
      }),
    })),
    ...closed.map((one) => ({
      key: `closed-${one.id}`,
      words: t('clocks.closed', { title: said(one.rule.title) }),
    })),
  ]
  if (lines.length === 0) return isJustSaved ? <p className="mt-1.5 text-sm">{t('clocks.none')}</p> : null
  const list = (
    <>
      {format.list(
        lines.map(({ words }) => words),
        { type: 'unit' },
      )}{' '}
      <Link href={hrefs.deadlines}>{t('clocks.show')}</Link>
    </>
  )
  return isJustSaved ? (
    <div className="mt-2">
      <Notice kind="success">
        <p>{list}</p>
      </Notice>
    </div>
  ) : (
    <p className="mt-1.5 text-sm text-muted">{list}</p>
  )
}

const Corrections = ({
  shown: { event },
  name,
  episode,
  part,
  caseId,
  hrefs,
  locale,
}: EpisodeProps & { shown: ShownEvent; name: string }) => {
  const { t } = useEpisodeLabels(part.lists)
  const isCorrected = part.corrected?.id === event.id
  return (
    <RowTools of={name} isOpen={isCorrected}>
      {isCorrected ? (
        <div id="correct" className="w-full print:hidden">
          <h5 className="mb-3 font-sans font-semibold">{t('form.correct')}</h5>
          <EventForm
            fields={toEventFields(caseId, episode.id, event)}
            lists={part.lists}
            countries={countryChoices(locale)}
            doneHref={hrefs.detention}
          />
        </div>
      ) : (
        <Link
          href={`${hrefs.detention}&correct=${event.id}#event-${event.id}`}
          className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline print:hidden sm:min-h-8"
        >
          {t('form.correct')}
          <span className="sr-only">: {name}</span>
        </Link>
      )}
      <details className="min-w-0 open:basis-full print:hidden">
        <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
          {t('withdraw.title')}
          <span className="sr-only">: {name}</span>
        </summary>
        <div className="pt-2">
          <WithdrawForm caseId={caseId} episodeId={episode.id} eventId={event.id} sameAs={null} />
        </div>
      </details>
    </RowTools>
  )
}
