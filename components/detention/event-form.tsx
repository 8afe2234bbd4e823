'use client'
import { CheckboxGroup, ChipGroup, type Option, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import { ASKED, type EventField } from '@/lib/detention/asked.rules'
import { recordDetentionEvent } from '@/lib/detention/episode.actions'
import type { RecordEventInput } from '@/lib/detention/event.schema'
import {
  asksHour,
  CODED,
  EVENT_KINDS,
  type EventKind,
  hasPhase,
  TOLD_PEOPLE,
} from '@/lib/detention/vocabulary.rules'
import type { NamedCode } from '@/lib/people/country-list.rules'
import { WHEN_BASES } from '@/lib/shared/when/when.rules'
import { type Lists, useEpisodeLabels } from './episode-labels'

type Props = {
  readonly fields: RecordEventInput
  readonly lists: Lists
  readonly countries: readonly NamedCode[]
  readonly doneHref: string
}

/** Records what happened in an episode: first what it was, then only what such an event is asked. */
export const EventForm = ({ fields, lists, countries, doneHref }: Props) => {
  const { t } = useEpisodeLabels(lists)
  const isCorrection = fields.replaces !== ''
  return (
    <Form
      schema={() => import('@/lib/detention/event.schema').then((room) => room.recordEventSchema)}
      defaultValues={{ ...fields, extras: [...fields.extras], toldTo: [...fields.toldTo] }}
      action={recordDetentionEvent}
      draftKey={`detention:event:${fields.episodeId}:${fields.replaces}`}
      onSaved={({ eventId }, goOn) => goOn(`${doneHref}&saved=${eventId}#event-${eventId}`)}
    >
      {({ watch }) => {
        const kind = EVENT_KINDS.match(watch('kind'))
        return (
          <>
            {isCorrection ? (
              <p className="text-sm text-muted">{t('form.correctHint')}</p>
            ) : (
              <Select
                name="kind"
                label={t('form.kind')}
                empty={t('form.choose')}
                options={EVENT_KINDS.codes.map((value) => ({ value, label: t(`kind.${value}`) }))}
              />
            )}
            {kind === null ? null : (
              <>
                <WhenField
                  name="on"
                  label={t(kind === 'removal_planned' ? 'form.plannedOn' : 'form.on')}
                  hint={t(kind === 'ended' ? 'form.onEndedHint' : 'form.onHint')}
                />
                {asksHour(kind, watch('court')) ? (
                  <TextField
                    name="at"
                    label={t('form.at')}
                    hint={t('form.atHint')}
                    width="number"
                    maxLength={5}
                  />
                ) : null}
                <Fields
                  kind={kind}
                  lists={lists}
                  countries={countries}
                  hasPhase={hasPhase(watch('ground'))}
                />
                <ChipGroup
                  name="basis"
                  label={t('form.basis')}
                  options={WHEN_BASES.codes.map((value) => ({ value, label: t(`basis.${value}`) }))}
                />
                <TextArea name="text" label={t('form.text')} hint={t('form.textHint')} dir="auto" />
                <FormFooter>{t(isCorrection ? 'form.saveCorrection' : 'form.save')}</FormFooter>
              </>
            )}
          </>
        )
      }}
    </Form>
  )
}

/** Which list of the reference data has the labels of a field; the others have messages. */
const LISTED = {
  orderKind: 'detention_order_type',
  ground: 'detention_legal_ground',
  petitionOutcome: 'release_petition_outcome',
  removalKind: 'removal_type',
  removalOutcome: 'removal_attempt_outcome',
  isolationGround: 'isolation_ground',
  channel: 'complaint_channel',
  endReason: 'detention_end_reason',
} as const

const Fields = ({
  kind,
  lists,
  countries,
  hasPhase: isDublin,
}: Pick<Props, 'lists' | 'countries'> & { kind: EventKind; hasPhase: boolean }) => {
  const { must, may } = ASKED[kind]
  const fields = [...must, ...may].filter((field) => field !== 'phase' || isDublin)
  return fields.map((field) => (
    <OneField key={field} field={field} isNeeded={must.includes(field)} lists={lists} countries={countries} />
  ))
}

const OneField = ({
  field,
  isNeeded,
  lists,
  countries,
}: Pick<Props, 'lists' | 'countries'> & { field: EventField; isNeeded: boolean }) => {
  const { t, words } = useEpisodeLabels(lists)
  const select = (options: readonly Option[], hint?: string) => (
    <Select
      name={field}
      label={t(`form.${field}`)}
      empty={t(isNeeded ? 'form.choose' : 'form.notAsked')}
      options={options}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  switch (field) {
    case 'printedEnd':
    case 'heardOn':
    case 'servedOn':
      return <DateField name={field} label={t(`form.${field}`)} hint={t(`form.${field}Hint`)} />
    case 'extras':
      return (
        <CheckboxGroup
          name="extras"
          label={t('form.extras')}
          options={(['byMinister', 'publicOrder'] as const).map((value) => ({
            value,
            label: t(`extra.${value}`),
          }))}
        />
      )
    case 'destination':
      return select(countries.map(({ code, name }) => ({ value: code, label: name })))
    case 'court':
      return select(CODED.court.codes.map((value) => ({ value, label: t(`court.${value}`) })))
    case 'escort':
      return select(CODED.escort.codes.map((value) => ({ value, label: t(`escort.${value}`) })))
    case 'isolationRegime':
      return select(
        CODED.isolationRegime.codes.map((value) => ({ value, label: t(`isolationRegime.${value}`) })),
      )
    case 'phase':
      return select(
        CODED.phase.codes.map((value) => ({ value, label: t(`phase.${value}`) })),
        t('form.phaseHint'),
      )
    case 'carrier':
      return (
        <TextField
          name="carrier"
          label={t('form.carrier')}
          hint={t('form.carrierHint')}
          dir="auto"
          width="name"
        />
      )
    case 'toldTo':
      return (
        <CheckboxGroup
          name="toldTo"
          label={t('form.toldTo')}
          options={TOLD_PEOPLE.codes.map((value) => ({ value, label: t(`toldChoice.${value}`) }))}
        />
      )
    case 'force':
    case 'injuries':
    case 'doctorDaily':
      return (
        <ChipGroup
          name={field}
          label={t(`form.${field}`)}
          options={CODED[field].codes.map((value) => ({ value, label: t(`answer.${value}`) }))}
        />
      )
    default:
      return select(CODED[field].codes.map((value) => ({ value, label: words.of(LISTED[field], value) })))
  }
}
