import { useLocale } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Tag, type TagKind } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { AppointmentState } from '@/lib/appointments/appointment.rules'
import type { AppointmentRow } from '@/lib/appointments/appointment.schema'
import type { AppointmentsPart } from '@/lib/appointments/appointments-page.data'
import { labelIn } from '@/lib/shared/labelled'
import { useAppointmentLabels } from './appointment-labels'

const TAGS: Readonly<Record<AppointmentState, TagKind>> = {
  planned: 'info',
  moved: 'plain',
  kept: 'done',
  missed: 'late',
  cancelled: 'plain',
}

const said = (...parts: readonly (string | null | undefined)[]) =>
  parts.filter((one) => one !== null && one !== undefined && one !== '').join(' · ')

const Words = ({ label, text }: { label: string; text: string }) =>
  text === '' ? null : (
    <div>
      <p className="text-sm text-muted">{label}</p>
      <FreeText text={text} />
    </div>
  )

/** One appointment in words: when, with whom, where, who goes along, who interprets, what came of it. */
export const AppointmentLines = ({
  row,
  part: { people, places, companions },
}: {
  row: AppointmentRow
  part: AppointmentsPart
}) => {
  const { t, kind, when, interpreter } = useAppointmentLabels()
  const locale = useLocale()
  const person = people.length < 2 ? undefined : people.find(({ id }) => id === row.personId)
  const place = places.find(({ id }) => id === row.placeId)
  const companion = companions.find(({ id }) => id === row.companionId)
  return (
    <>
      <p>
        <b className="font-semibold">{when(row)}</b> · {kind(row.kind)}{' '}
        <Tag kind={TAGS[row.state]}>{t(`state.${row.state}`)}</Tag>
      </p>
      <p dir="auto" className="wrap-anywhere empty:hidden">
        {said(person?.name, place && labelIn(place, locale), row.address, row.contact)}
      </p>
      {place === undefined || row.state !== 'planned' ? null : (
        <p dir="auto" className="text-sm text-muted wrap-anywhere empty:hidden">
          {said(place.visit.hours, place.visit.phone, place.visit.bring)}
        </p>
      )}
      <p dir="auto" className="wrap-anywhere">
        {said(companion === undefined ? t('alone') : t('along', { name: companion.name }), interpreter(row))}
      </p>
      <Words label={t('preparation')} text={row.preparation} />
      <Words label={t('reason')} text={row.reason} />
      <Words label={t('outcome')} text={row.outcome} />
    </>
  )
}

export const RecordedBy = ({ row }: { row: AppointmentRow }) => {
  const { t } = useAppointmentLabels()
  const locale = useLocale()
  return (
    <p className="py-1.5 text-sm text-muted">
      {t('by', { name: row.by, at: formatTime(locale, row.recordedAt, 'day') })}
    </p>
  )
}

/** Rows that others took the place of, or that were mistakes, behind one press. */
export const OldAppointments = ({
  rows,
  label,
  part,
}: {
  rows: readonly AppointmentRow[]
  label: string
  part: AppointmentsPart
}) =>
  rows.length === 0 ? null : (
    <Fold label={label}>
      <ul className="grid gap-3">
        {rows.map((row) => (
          <li key={row.id} className="border-s-2 border-hair ps-3">
            <AppointmentLines row={row} part={part} />
            <RecordedBy row={row} />
          </li>
        ))}
      </ul>
    </Fold>
  )
