'use client'
import { useLocale } from 'next-intl'
import { CheckboxGroup, RadioGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { Fold } from '@/components/ui/fold'
import type { listCentres } from '@/lib/cases/word.data'
import { labelIn } from '@/lib/cases/word.view'
import { beginEpisode, moveEpisode, withdrawDetentionEvent } from '@/lib/detention/episode.actions'
import { ARREST_CONTEXTS } from '@/lib/detention/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { useEpisodeLabels } from './episode-labels'
import type { NamedPerson } from './episode-props'

export type Centres = Awaited<ReturnType<typeof listCentres>>

const useCentres = (centres: Centres) => {
  const locale = useLocale()
  return centres.map((one) => ({ value: one.id, label: labelIn(one, locale) }))
}

/** Begins an episode: who is held, where, since when, and how it came to it. */
export const BeginForm = ({
  caseId,
  people,
  centres,
  known,
  today,
}: {
  caseId: string
  people: readonly NamedPerson[]
  centres: Centres
  /** Where a person of the file is already, as visits and intake say. */
  known: {
    readonly placeId: string
    readonly since: Day | null
    readonly personIds: readonly string[]
  } | null
  today: Day
}) => {
  const { t } = useEpisodeLabels([])
  const place = (
    <div className="grid gap-5">
      <Select
        name="placeId"
        label={t('begin.place')}
        empty={t('form.choose')}
        options={useCentres(centres)}
      />
      <DateField name="since" label={t('begin.since')} hint={t('begin.sinceHint')} today={today} />
    </div>
  )
  return (
    <Form
      schema={() => import('@/lib/detention/event.schema').then((room) => room.beginEpisodeSchema)}
      defaultValues={{
        caseId,
        personIds: [...(known?.personIds ?? people.slice(0, 1).map(({ id }) => id))],
        placeId: known?.placeId ?? '',
        since: known?.since ?? '',
        arrestContext: 'not_known',
      }}
      action={beginEpisode}
      draftKey={`detention:begin:${caseId}`}
    >
      {people.length === 1 ? null : (
        <CheckboxGroup
          name="personIds"
          label={t('begin.people')}
          hint={t('begin.peopleHint')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {known === null ? place : <Fold label={t('begin.change')}>{place}</Fold>}
      <Select
        name="arrestContext"
        label={t('begin.context')}
        options={ARREST_CONTEXTS.codes.map((value) => ({ value, label: t(`context.${value}`) }))}
      />
      <FormFooter>{t('begin.save')}</FormFooter>
    </Form>
  )
}

/** Moved to another centre: the episode goes on there. */
export const MoveForm = ({
  caseId,
  episodeId,
  centres,
  today,
}: {
  caseId: string
  episodeId: string
  centres: Centres
  today: Day
}) => {
  const { t } = useEpisodeLabels([])
  return (
    <Form
      schema={() => import('@/lib/detention/event.schema').then((room) => room.moveEpisodeSchema)}
      defaultValues={{ caseId, episodeId, placeId: '', on: '' }}
      action={moveEpisode}
      draftKey={`detention:move:${episodeId}`}
    >
      <Select name="placeId" label={t('move.place')} empty={t('form.choose')} options={useCentres(centres)} />
      <DateField name="on" label={t('move.on')} today={today} />
      <FormFooter>{t('move.save')}</FormFooter>
    </Form>
  )
}

/** Takes a row away: a mistake, someone else, or the same as another row. */
export const WithdrawForm = ({
  caseId,
  episodeId,
  eventId,
  sameAs,
}: {
  caseId: string
  episodeId: string
  eventId: string
  /** The row that may tell of the same event. */
  sameAs: { readonly id: string; readonly label: string } | null
}) => {
  const { t } = useEpisodeLabels([])
  return (
    <Form
      schema={() => import('@/lib/detention/event.schema').then((room) => room.withdrawEventSchema)}
      defaultValues={{
        caseId,
        episodeId,
        eventId,
        because: sameAs === null ? 'mistake' : 'same_as',
        sameAs: sameAs?.id ?? '',
      }}
      action={withdrawDetentionEvent}
      draftKey={`detention:withdraw:${eventId}`}
    >
      {sameAs === null ? (
        <RadioGroup
          name="because"
          label={t('withdraw.because')}
          options={(['mistake', 'other_person'] as const).map((value) => ({
            value,
            label: t(`withdraw.${value}`),
          }))}
        />
      ) : (
        <p>{t('withdraw.sameAs', { event: sameAs.label })}</p>
      )}
      <FormFooter kind="quiet">{t(sameAs === null ? 'withdraw.save' : 'withdraw.saveSame')}</FormFooter>
    </Form>
  )
}
