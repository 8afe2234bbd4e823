import { useLocale } from 'next-intl'
import { NewRow } from '@/components/forms/new-row'
import { TakeRowBack } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { takeAppointmentBack } from '@/lib/appointments/appointment.actions'
import {
  type AppointmentKind,
  isOfProcedure,
  isUnanswered,
  needsAnother,
} from '@/lib/appointments/appointment.rules'
import {
  type AppointmentInput,
  type AppointmentRow,
  appointment,
} from '@/lib/appointments/appointment.schema'
import type { AppointmentsPart } from '@/lib/appointments/appointments-page.data'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { languageChoices } from '@/lib/people/country-list.rules'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import type { Revisions } from '@/lib/registers/register.rules'
import type { Day } from '@/lib/shared/dates'
import { labelIn } from '@/lib/shared/labelled'
import { AppointmentForm } from './appointment-form'
import { useAppointmentLabels } from './appointment-labels'
import { AppointmentLines, OldAppointments, RecordedBy } from './appointment-lines'
import { ClashNotice } from './clash-notice'
import { useInterpreterOptions } from './interpreter-options'

/** Where a step of the procedure is written that follows from an appointment. Nothing of it is chosen but its form. */
const stepHref = (caseHeader: CaseHeader, kind: AppointmentKind): string =>
  kind === 'hearing'
    ? fileHref(caseHeader, 'procedure')
    : `${fileHref(caseHeader, 'asylum')}&event=interview#record`

/** What a new appointment takes over from one that was moved or missed: everything but the day, the hours and what became of it. */
const again = (row: AppointmentRow): Partial<AppointmentInput> => {
  const {
    personId,
    kind,
    placeId,
    address,
    contact,
    companionId,
    interpreterLanguage,
    interpreterWay,
    preparation,
  } = toForm(appointment, row)
  return {
    personId,
    kind,
    placeId,
    address,
    contact,
    companionId,
    interpreterLanguage,
    interpreterWay,
    preparation,
  }
}

/** The appointments of a file: what is proposed, what is planned with the form of each, what is over, and the form of a new one. */
export const FileAppointments = ({
  caseHeader,
  part,
  on,
  after,
  canEdit,
  today,
}: {
  caseHeader: CaseHeader
  part: AppointmentsPart
  /** The day of a new one that was proposed. */
  on: Day | null
  /** The one that was moved or missed and after which a new one is made. */
  after: string | null
  canEdit: boolean
  today: Day
}) => {
  const { t, kind, when } = useAppointmentLabels()
  const interpreterOptions = useInterpreterOptions(today)
  const { people, planned, over, mistakes, places, colleagues, companions, clashes, proposals } = part
  const locale = useLocale()
  const languages = languageChoices(locale)
  const [first] = people
  const href = fileHref(caseHeader, 'appointments')
  const all = [...planned, ...over].map(({ row }) => row)
  const before = all.find(({ subjectId, state }) => subjectId === after && needsAnother(state))
  const tell = (row: AppointmentRow): string => `${kind(row.kind)}, ${when(row)}`
  const form = (fields: AppointmentInput) => (
    <AppointmentForm
      fields={fields}
      people={people}
      places={places
        .filter(({ id, isOver }) => !isOver || id === fields.placeId)
        .map((place) => ({ id: place.id, name: labelIn(place, locale) }))}
      colleagues={[
        ...colleagues,
        ...companions.filter(
          ({ id }) => id === fields.companionId && !colleagues.some((colleague) => colleague.id === id),
        ),
      ]}
      languages={languages}
      interpreters={interpreterOptions(part.interpreters, fields)}
    />
  )
  /** Another one of the same kind is planned already for the same person. */
  const isFollowed = (row: AppointmentRow): boolean =>
    planned.some(
      (one) => one.row.kind === row.kind && one.row.personId === row.personId && one.row.on > row.on,
    )
  const list = (rows: readonly Revisions<AppointmentRow>[]) => (
    <ul className="border-t border-hair">
      {rows.map(({ row, earlier }) => (
        <li
          key={row.subjectId}
          id={`row-${row.subjectId}`}
          className="tooled-row min-w-0 border-b border-hair py-2.5"
        >
          {isUnanswered(row, today) ? <p className="font-semibold text-late">◷ {t('ask')}</p> : null}
          <AppointmentLines row={row} part={part} />
          {canEdit ? (
            <div className="flex flex-wrap gap-x-5 print:hidden">
              {needsAnother(row.state) && !isFollowed(row) ? (
                <TextLink href={`${href}&after=${row.subjectId}#new`}>{t('another')}</TextLink>
              ) : null}
              {isOfProcedure(row.kind) && row.state === 'kept' ? (
                <TextLink href={stepHref(caseHeader, row.kind)}>{t('record')}</TextLink>
              ) : null}
            </div>
          ) : null}
          <OldAppointments rows={earlier} label={t('earlier', { count: earlier.length })} part={part} />
          {canEdit ? (
            <RowTools of={tell(row)}>
              <RecordedBy row={row} />
              <Fold key={row.revision} label={t('change')} of={tell(row)}>
                {form(toForm(appointment, row))}
              </Fold>
              <TakeRowBack
                of={tell(row)}
                row={row}
                mistake="wrong_file"
                action={takeAppointmentBack}
                draftKey={`appointment:mistake:${row.subjectId}`}
              />
            </RowTools>
          ) : (
            <RecordedBy row={row} />
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <div className="grid max-w-prose gap-4">
      <div>
        <h2>{t('title')}</h2>
        <p className="mt-0.5 text-sm text-muted">{t('what')}</p>
      </div>
      <ClashNotice clashes={clashes} nameOf={(id) => people.find((person) => person.id === id)?.name} />
      {proposals.length === 0 || !canEdit ? null : (
        <Notice title={t('propose')}>
          <ul>
            {proposals.map((one) => (
              <li key={one.id}>
                {t('proposeOne', { title: one.title[locale], day: formatTime(locale, one.on, 'weekday') })}{' '}
                <TextLink href={`${href}&on=${one.on}#new`}>{t('make')}</TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {all.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      {canEdit && first !== undefined ? (
        <div id="new">
          {/* A saved one closes it. */}
          <NewRow
            key={`${all.length + mistakes.length} ${on} ${after}`}
            label={t('new')}
            isOpen={all.length === 0 || on !== null || before !== undefined}
          >
            {form(
              emptyForm(appointment, caseHeader.id, {
                personId: first.id,
                ...(before === undefined ? {} : again(before)),
                ...(on === null ? {} : { on }),
              }),
            )}
          </NewRow>
        </div>
      ) : null}
      {planned.length === 0 ? null : (
        <section aria-label={t('planned')} className="grid gap-3">
          <h3>{t('planned')}</h3>
          {list(planned)}
        </section>
      )}
      {over.length === 0 ? null : (
        <section aria-label={t('over')} className="grid gap-3">
          <h3>{t('over')}</h3>
          {list(over)}
        </section>
      )}
      <OldAppointments
        rows={mistakes.map(({ row }) => row)}
        label={t('mistakes', { count: mistakes.length })}
        part={part}
      />
    </div>
  )
}
