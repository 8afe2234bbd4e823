'use client'
import { useRouter } from 'next/navigation'
import { CheckboxGroup, ChipGroup, Select } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextArea, TextField } from '@/components/forms/text-field'
import { WhenField } from '@/components/forms/when-field'
import { ASKED, type EventField } from '@/lib/detention/asked.rules'
import { recordDetentionEvent } from '@/lib/detention/episode.actions'
import type { RecordEventInput } from '@/lib/detention/event.schema'
import {
  ANSWERS,
  asksHour,
  CHANNELS,
  COURTS,
  DUBLIN_PHASES,
  END_REASONS,
  ESCORTS,
  EVENT_KINDS,
  type EventKind,
  GROUNDS,
  hasPhase,
  ISOLATION_GROUNDS,
  ISOLATION_REGIMES,
  ORDER_KINDS,
  PETITION_OUTCOMES,
  REMOVAL_KINDS,
  REMOVAL_OUTCOMES,
  TOLD_PEOPLE,
} from '@/lib/detention/vocabulary.rules'
import type { NamedCode } from '@/lib/people/country.rules'
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
  const router = useRouter()
  const isCorrection = fields.replaces !== ''
  return (
    <Form
      schema={() => import('@/lib/detention/event.schema').then((room) => room.recordEventSchema)}
      defaultValues={{ ...fields, extras: [...fields.extras], toldTo: [...fields.toldTo] }}
      action={recordDetentionEvent}
      draftKey={`detention:event:${fields.episodeId}:${fields.replaces}`}
      onSaved={({ eventId }) => {
        router.push(`${doneHref}&saved=${eventId}#event-${eventId}`)
        router.refresh()
      }}
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

/** Which list of the reference data has the labels of a field, and what may be chosen. */
const LISTED = {
  orderKind: ['detention_order_type', ORDER_KINDS.codes],
  ground: ['detention_legal_ground', GROUNDS.codes],
  petitionOutcome: ['release_petition_outcome', PETITION_OUTCOMES.codes],
  removalKind: ['removal_type', REMOVAL_KINDS.codes],
  removalOutcome: ['removal_attempt_outcome', REMOVAL_OUTCOMES.codes],
  isolationGround: ['isolation_ground', ISOLATION_GROUNDS.codes],
  channel: ['complaint_channel', CHANNELS.codes],
  endReason: ['detention_end_reason', END_REASONS.codes],
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
  const empty = t(isNeeded ? 'form.choose' : 'form.notAsked')
  switch (field) {
    case 'printedEnd':
      return <DateField name="printedEnd" label={t('form.printedEnd')} hint={t('form.printedEndHint')} />
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
      return (
        <Select
          name="destination"
          label={t('form.destination')}
          empty={empty}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )
    case 'court':
      return (
        <Select
          name="court"
          label={t('form.court')}
          empty={empty}
          options={COURTS.codes.map((value) => ({ value, label: t(`court.${value}`) }))}
        />
      )
    case 'heardOn':
      return <DateField name="heardOn" label={t('form.heardOn')} hint={t('form.heardOnHint')} />
    case 'servedOn':
      return <DateField name="servedOn" label={t('form.servedOn')} hint={t('form.servedOnHint')} />
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
    case 'phase':
      return (
        <Select
          name="phase"
          label={t('form.phase')}
          hint={t('form.phaseHint')}
          empty={empty}
          options={DUBLIN_PHASES.codes.map((value) => ({ value, label: t(`phase.${value}`) }))}
        />
      )
    case 'isolationRegime':
      return (
        <Select
          name="isolationRegime"
          label={t('form.isolationRegime')}
          empty={empty}
          options={ISOLATION_REGIMES.codes.map((value) => ({ value, label: t(`isolationRegime.${value}`) }))}
        />
      )
    case 'force':
    case 'injuries':
    case 'doctorDaily':
      return (
        <ChipGroup
          name={field}
          label={t(`form.${field}`)}
          options={ANSWERS.codes.map((value) => ({ value, label: t(`answer.${value}`) }))}
        />
      )
    case 'escort':
      return (
        <Select
          name="escort"
          label={t('form.escort')}
          empty={empty}
          options={ESCORTS.codes.map((value) => ({ value, label: t(`escort.${value}`) }))}
        />
      )
    default: {
      const [list, codes] = LISTED[field]
      return (
        <Select
          name={field}
          label={t(`form.${field}`)}
          empty={empty}
          options={codes.map((value) => ({ value, label: words.of(list, value) }))}
        />
      )
    }
  }
}
