import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { asSentence } from '@/components/ui/as-sentence'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { withoutOrder } from '@/lib/detention/without-order.rules'
import { EpisodeDrawn } from './episode-drawn'
import { EpisodeEvents } from './episode-events'
import { MoveForm } from './episode-forms'
import { useEpisodeLabels } from './episode-labels'
import type { EpisodeProps } from './episode-props'
import { useLastDay } from './last-day'
import { LeftOpen } from './left-open'
import { StayLine, useSince } from './stay-line'
import { WithoutOrderNotice } from './without-order'

/** One time in detention: how it stands and why, how long, what comes next, the drawing, and everything that happened. */
export const EpisodeSection = (props: EpisodeProps) => {
  const { episode, part } = props
  const { t, state } = useEpisodeLabels(part.lists)
  const heading = `episode-${episode.id}`
  return (
    <section aria-labelledby={heading} className="grid gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-2">
        <div className="min-w-0 grow basis-0 max-sm:basis-full">
          <h2 id={heading}>{state(episode.state)}</h2>
          <Because {...props} />
        </div>
        {props.canEdit && !episode.isOver ? (
          // The browser itself opens the fold that holds what an address names, and what is typed there already stays.
          <a href={`#recorder-${episode.id}`} className={buttonClass('primary', 'small')}>
            {t('events.record')}
          </a>
        ) : null}
      </div>
      <Alarm {...props} />
      <div className="grid items-start gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {episode.isOver ? <LeftOpen {...props} /> : <Ahead {...props} />}
        <div className="grid gap-2">
          <Counted {...props} />
          <People {...props} />
          {props.about([...new Set(episode.stays.map(({ placeId }) => placeId))])}
        </div>
      </div>
      <EpisodeDrawn {...props} />
      <EpisodeEvents {...props} />
      {episode.isOver || !props.canEdit ? null : <Move {...props} />}
    </section>
  )
}

/** Which row says so: the state is never typed. */
const Because = ({ episode, part }: EpisodeProps) => {
  const { t, event, when } = useEpisodeLabels(part.lists)
  const { because } = episode.state
  const row = episode.shown.find((one) => one.event.id === because)?.event
  // That there is no order is said below, as a finding.
  if (row === undefined)
    return episode.state.code === 'gone' ? <p className="text-sm text-muted">{t('why.stays')}</p> : null
  return (
    <p className="text-sm text-muted">
      {t.rich('why.event', {
        link: () => <a href={`#event-${row.id}`}>{event(row)}</a>,
        on: when(row.on),
      })}
    </p>
  )
}

const Alarm = ({ episode, part, hrefs, canEdit, today }: EpisodeProps) => {
  const { t } = useEpisodeLabels(part.lists)
  const { code } = episode.state
  const held = withoutOrder([], [episode])
  if (held.length > 0)
    return (
      <WithoutOrderNotice
        isTitled
        held={held}
        detentionHref={hrefs.detention}
        canEdit={canEdit}
        today={today}
      />
    )
  if (code !== 'orderRunOut' && code !== 'releaseOrdered' && code !== 'gone') return null
  return (
    <Notice kind="late">
      <p>{t(`alarm.${code}`)}</p>
    </Notice>
  )
}

/** The counter explains itself: each step that made the number. */
const Counted = ({ episode: { counter, isOver }, part }: EpisodeProps) => {
  const { t, step } = useEpisodeLabels(part.lists)
  return (
    <div>
      <p>
        {counter.total === null ? (
          t('counter.noStart')
        ) : (
          <strong className="num">
            {t(isOver ? 'counter.was' : 'counter.total', { days: counter.total })}
          </strong>
        )}
        {counter.underOrder === null ? null : (
          <span className="text-muted"> · {t('counter.underOrder', { days: counter.underOrder })}</span>
        )}
      </p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
          {t('counter.how')}
        </summary>
        <ol className="ms-5 max-w-prose list-decimal text-sm">
          {counter.steps.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are a sentence in parts and never reordered
            <li key={index}>{step(one)}</li>
          ))}
        </ol>
      </details>
    </div>
  )
}

/** Who is in it, where, from and until; what the head of the file says, of one person and of one place, is not said again. */
const People = ({ episode, part, people }: EpisodeProps) => {
  const { t, day } = useEpisodeLabels(part.lists)
  const locale = useLocale()
  const since = useSince(part)
  const isInHead = people.length === 1 && episode.stays.length === 1 && !episode.isOver
  return (
    <div>
      <h3 className="sr-only">{t('people.title')}</h3>
      <ul>
        {episode.stays.map((stay) => (
          <li key={stay.id}>
            {isInHead ? (
              asSentence(since(stay), locale)
            ) : (
              <StayLine stay={stay} part={part} people={people} />
            )}
            {stay.until === null ? '' : ` ${t('people.until', { on: day(stay.until) })}`}
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {t('people.context', { context: t(`context.${episode.arrestContext}`) })}
        {episode.stays.some(({ place }) => place.kind === 'return_home') ? ` ${t('people.family')}` : ''}
      </p>
    </div>
  )
}

/** What comes next: the end of the maximum, the next petition, a planned removal. */
const Ahead = ({ episode, part, hrefs, today }: EpisodeProps) => {
  const { t, day, said, when, facts } = useEpisodeLabels(part.lists)
  const lastDay = useLastDay()
  const { slot, nextPetition, limits, planned, attempts } = episode
  const petition = (): ReactNode => {
    switch (slot.code) {
      case 'now':
        return t('petition.now')
      case 'waiting':
        return [
          slot.since === null
            ? t('petition.waitingSometime')
            : t('petition.waiting', { since: day(slot.since) }),
          slot.heardOn === null
            ? ''
            : t(slot.heardOn < today ? 'petition.wasHeard' : 'petition.heard', { on: day(slot.heardOn) }),
        ].join(' ')
      case 'after':
        return nextPetition?.dueOn
          ? t('petition.from', { on: day(nextPetition.dueOn), decided: day(slot.decidedOn) })
          : t('petition.noClock', { decided: day(slot.decidedOn) })
      case 'dayNotExact':
        return t('petition.dayNotExact')
    }
  }
  return (
    <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-[max-content_1fr] sm:gap-y-2">
      <dt className="font-semibold">{t('limit.title')}</dt>
      <dd className="grid gap-1">
        {limits.length === 0 ? <span>{t('limit.none')}</span> : null}
        {limits.map((one) => (
          <span key={one.id}>
            {one.dueOn === null
              ? t.rich('limit.line', {
                  rule: said(one.rule.title),
                  said: () => <strong>{lastDay(one)}</strong>,
                })
              : t('limit.until', { rule: said(one.rule.title), on: day(one.dueOn) })}
            {one.rule.sources[0] === undefined ? null : (
              <span className="block text-sm text-muted">
                {t('limit.source')} <span lang="en">{one.rule.sources[0].title}</span>
              </span>
            )}
          </span>
        ))}
        <Link href={hrefs.deadlines} className="text-sm">
          {t('limit.how')}
        </Link>
      </dd>
      <dt className="font-semibold">{t('petition.title')}</dt>
      <dd>{petition()}</dd>
      <dt className="font-semibold">{t('removal.title')}</dt>
      <dd>
        {planned.length === 0
          ? t('removal.none')
          : planned.map((one) => (
              <span key={one.id} className="block">
                {t.rich('removal.line', {
                  on: () => <strong>{when(one.on)}</strong>,
                  facts: facts(one).join(' · '),
                })}
              </span>
            ))}
        {attempts === 0 ? null : (
          <span className="block text-muted">{t('removal.attempts', { attempts })}</span>
        )}
      </dd>
    </dl>
  )
}

const Move = ({ episode, part, caseId, today, about }: EpisodeProps) => {
  const { t } = useEpisodeLabels(part.lists)
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
        {t('move.title')}
      </summary>
      <Card className="mt-2">
        {about(null)}
        <MoveForm caseId={caseId} episodeId={episode.id} centres={part.centres} today={today} />
      </Card>
    </details>
  )
}
