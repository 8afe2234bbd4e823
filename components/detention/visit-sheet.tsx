import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { CLOCK, Drawing } from '@/components/ui/drawing'
import { PhoneFold } from '@/components/ui/phone-fold'
import { formatTime } from '@/components/ui/time'
import { isUrgent, type VisitSheet as Sheet } from '@/lib/detention/visit-sheet.view'
import { countryChoices } from '@/lib/people/country-list.rules'
import { useAccreditationLabels } from './accreditation-labels'
import { useHours } from './hours-labels'
import { SheetEncounterCard } from './sheet-encounter'
import { SheetText } from './sheet-text'
import { GroupForm, ObservationForm } from './surroundings-forms'

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-7">
    <h2>{title}</h2>
    <div className="mt-2">{children}</div>
  </section>
)

/** So many conversations a phone shows at first. */
const FIRST = 6

const Encounters = ({ encounters }: { encounters: Sheet['encounters'] }) => (
  <ol className="grid gap-2.5">
    {encounters.map((encounter) => (
      <li key={encounter.id} value={encounter.number}>
        <SheetEncounterCard encounter={encounter} number={encounter.number} />
      </li>
    ))}
  </ol>
)

/** What was written on a visit, as far as the reader's files go. `hours` is the form that corrects the hours. */
export const VisitSheet = ({
  sheet,
  project,
  hours,
  own,
}: {
  sheet: Sheet
  /** The name of what pays for it. */
  project: string | null
  hours: ReactNode
  /** What the organisation asks besides. */
  own: ReactNode
}) => {
  const t = useTranslations('detention')
  const format = useFormatter()
  const locale = useLocale()
  const current = useAccreditationLabels()
  const countries = countryChoices(locale)
  const themes = [...new Set(sheet.observations.map(({ theme }) => theme))]
  // Danger is never folded away.
  const shown = Math.max(FIRST, sheet.encounters.filter(isUrgent).length)
  const title = t('sheet.title', {
    centre: sheet.centre,
    day: formatTime(locale, sheet.onDate, 'weekday'),
  })
  const wait = sheet.waitingMinutes === null ? null : t('waited', { minutes: sheet.waitingMinutes })
  const facts = [
    useHours()(sheet),
    sheet.others.length === 0 ? t('alone') : t('with', { names: format.list([...sheet.others]) }),
    // That one was let in goes without saying, and so does that it was late where it says after how long.
    sheet.access === 'granted' || (sheet.access === 'delayed' && wait !== null)
      ? null
      : t(`access.${sheet.access}`),
    wait,
    t('sheet.of', { team: sheet.team }),
  ].filter((fact) => fact !== null)
  return (
    <>
      <PageTitle
        title={title}
        heading={<span className="max-sm:text-h2">{title}</span>}
        back={{ href: '/detention', words: t('back') }}
      >
        <p className="max-sm:text-sm">
          {facts.join(', ')}
          {project === null ? null : (
            <>
              , <bdi>{project}</bdi>
            </>
          )}
        </p>
      </PageTitle>
      {sheet.unaccredited.length === 0 ? null : (
        <ul className="-mt-3 mb-4 text-sm font-semibold text-late">
          {sheet.unaccredited.map(({ name, current: lacking }) => (
            <li key={name} className="flex items-center gap-1.5">
              <Drawing path={CLOCK} className="size-4 shrink-0" />
              {t('sheet.unaccredited', { name, state: current.short(lacking) })}
            </li>
          ))}
        </ul>
      )}
      <section className="-mt-2">
        <h2 className="sr-only">{t('sheet.people')}</h2>
        {sheet.encounters.length === 0 ? <p className="text-muted">{t('sheet.noConversations')}</p> : null}
        <Encounters encounters={sheet.encounters.slice(0, shown)} />
        {sheet.encounters.length > shown ? (
          <PhoneFold label={t('form.showRest', { count: sheet.encounters.length - shown })}>
            <div className="pt-2.5">
              <Encounters encounters={sheet.encounters.slice(shown)} />
            </div>
          </PhoneFold>
        ) : null}
      </section>
      {sheet.groups.length === 0 ? null : (
        <Section title={t('sheet.groups')}>
          <ul className="grid gap-2">
            {sheet.groups.map((group) => (
              <li key={group.id}>
                <b>
                  {group.country === null
                    ? t('sheet.group', { people: group.people })
                    : t('sheet.groupFrom', { people: group.people, country: group.country })}
                </b>
                <SheetText text={group.note} author={group.author} revisions={group.revisions}>
                  <GroupForm group={group} countries={countries} />
                </SheetText>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sheet.observations.length === 0 ? null : (
        <Section title={t('sheet.centre')}>
          <dl className="grid gap-2">
            {themes.map((theme) => (
              <div key={theme}>
                <dt className="font-semibold">{theme}</dt>
                {sheet.observations
                  .filter((one) => one.theme === theme)
                  .map((one) => (
                    <dd key={one.id}>
                      <SheetText text={one.text} author={one.author} revisions={one.revisions}>
                        <ObservationForm observation={one} />
                      </SheetText>
                    </dd>
                  ))}
              </div>
            ))}
          </dl>
        </Section>
      )}
      <div className="mt-7 empty:hidden">{own}</div>
      <div data-print="no" className="mt-5">
        {hours}
      </div>
      <p className="mt-8 hidden text-sm print:block">{t('sheet.confidential')}</p>
    </>
  )
}
