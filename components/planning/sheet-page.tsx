import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { SafeRules } from '@/components/people/safe-contact'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { formatTime } from '@/components/ui/time'
import type { SheetPerson, SheetProps } from '@/lib/planning/sheet.view'
import { BackToWeek } from './back-to-week'
import { useHoursLabels } from './hours-labels'
import { useReasonLabels } from './reasons'
import { VisitFactLines } from './visit-facts'

const LINES = ['first', 'second', 'third'] as const

const Person = ({ person }: { person: SheetPerson }) => {
  const t = useTranslations('planning.sheet')
  const reason = useReasonLabels()
  const format = useFormatter()
  const locale = useLocale()
  return (
    <li data-print="whole" className="border-t border-edge py-2">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="num w-7 text-h2 font-semibold">{person.number}</span>
        <bdi className="text-h2 font-semibold">{person.name === '' ? person.initials : person.name}</bdi>
        <span className="code">{person.code}</span>
        <span>{person.languages.length === 0 ? t('noLanguage') : format.list([...person.languages])}</span>
        {person.needsInterpreter ? <span>{t('interpreter')}</span> : null}
        <span className="ms-auto">
          {t('room')} <span aria-hidden="true">______</span>
        </span>
      </p>
      {person.reasons.length === 0 ? null : (
        <p className="ps-11 font-semibold">{person.reasons.map(reason).join(' · ')}</p>
      )}
      {person.check === null ? null : (
        <p dir="auto" className="ps-11">
          <b>{t('check')}</b> {person.check.text}
          {person.check.on === null ? null : ` (${formatTime(locale, person.check.on, 'dayInYear')})`}
        </p>
      )}
      <div className="ps-11">
        <SafeRules rules={person.contacts} />
      </div>
      <div aria-hidden="true" className="ps-11">
        {LINES.map((line) => (
          <div key={line} className="h-8 border-b border-dotted border-edge" />
        ))}
      </div>
    </li>
  )
}

const Monitoring = ({ themes }: { themes: readonly string[] }) => {
  const t = useTranslations('planning.sheet')
  return (
    <section className="mt-8 break-before-page print:mt-0">
      <h2>{t('monitoring')}</h2>
      <p className="text-sm">{t('monitoringHint')}</p>
      <table className="mt-2 w-full table-fixed border-collapse">
        <thead>
          <tr>
            <th scope="col" className="w-1/4 border border-edge p-2 text-start">
              {t('theme')}
            </th>
            <th scope="col" className="border border-edge p-2 text-start">
              {t('seen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <tr key={theme}>
              <th scope="row" className="h-20 border border-edge p-2 text-start align-top font-normal">
                {theme}
              </th>
              <td className="border border-edge" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What is said on the screen only: how to print, and the choice whether names stand on the paper. */
const Choice = ({ sheet }: { sheet: SheetProps }) => {
  const t = useTranslations('planning.sheet')
  return (
    <div data-print="no" className="mb-6 grid gap-3">
      <Notice kind={sheet.names ? 'late' : 'info'}>
        <p>{t(sheet.names ? 'withNames' : 'withoutNames')}</p>
      </Notice>
      <p className="flex flex-wrap gap-3">
        <PrintButton>{t('print')}</PrintButton>
        <LinkButton
          kind="quiet"
          href={sheet.names ? `/planning/${sheet.id}/sheet` : `/planning/${sheet.id}/sheet?names=yes`}
        >
          {t(sheet.names ? 'hideNames' : 'showNames')}
        </LinkButton>
      </p>
    </div>
  )
}

/** The paper that is carried into a centre and out again: initials and our code, unless someone chose otherwise. */
export const SheetPage = ({ sheet }: { sheet: SheetProps }) => {
  const t = useTranslations('planning')
  const format = useFormatter()
  const locale = useLocale()
  const hours = useHoursLabels()(sheet)
  const day = formatTime(locale, sheet.onDate, 'weekday')
  return (
    <div className="paper-sheet">
      <PageTitle
        title={t('sheet.title')}
        heading={t('planTitle', { centre: sheet.centre, day })}
        above={<BackToWeek day={sheet.onDate} />}
      >
        <p className="text-ink">
          {[hours, sheet.visitors.length === 0 ? t('noVisitors') : format.list([...sheet.visitors])]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </PageTitle>
      <VisitFactLines facts={sheet.facts} />
      <Choice sheet={sheet} />
      {sheet.people.length === 0 ? <p className="text-muted">{t('sheet.noPeople')}</p> : null}
      <ol className="border-b border-edge">
        {sheet.people.map((person) => (
          <Person key={person.key} person={person} />
        ))}
      </ol>
      <Monitoring themes={sheet.themes} />
      <p className="paper-foot mt-6 text-sm">
        {t('sheet.foot', { name: sheet.printedBy, day: formatTime(locale, sheet.printedAt, 'moment') })}
      </p>
    </div>
  )
}
