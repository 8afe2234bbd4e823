import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PhoneFold } from '@/components/ui/phone-fold'
import { PrintButton } from '@/components/ui/print-button'
import { formatTime } from '@/components/ui/time'
import { NEED_LIST } from '@/lib/asylum/need.rules'
import { toWords } from '@/lib/cases/word.view'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'
import type { ReportPart } from '@/lib/summaries/report-page.data'
import { PhoneLine } from './phone-line'
import { ReportForm } from './report-form'
import { reportHref } from './report-href'
import type { ReportLabels, ReportLine } from './report-labels'

type Props = {
  readonly part: ReportPart
  readonly labels: ReportLabels
  readonly code: string
  /** The page of the guardianship of this file. */
  readonly href: string
  readonly at: Date
}

/** The report of a minor on A4: what the file knows, what is typed beside it, and "unknown" where there is nothing. */
export const ReportPage = ({ part, labels: words, code, href, at }: Props) => {
  const t = useTranslations('guardianship.report')
  const locale = useLocale()
  const { fields, person, choices, service, language } = part
  const address = (personId: string, of: Locale) => `${reportHref(href, personId)}&language=${of}`
  return (
    <>
      <div data-print="no">
        <BackLink href={href}>{t('back')}</BackLink>
        <PageTitle title={t('page')}>{t('what')}</PageTitle>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)] print:block">
        <div data-print="no" className="grid gap-4">
          <Card as="section" title={t('call')}>
            <PhoneLine body={service} />
            <p className="mt-2">
              <LinkButton size="small" href={`${href}&event=reported&person=${person.id}&by=sheet#record`}>
                {t('record')}
              </LinkButton>
            </p>
          </Card>
          <Choice
            label={t('whose')}
            links={choices.map(({ id, name }) => ({
              key: id,
              text: name,
              href: address(id, language),
              isCurrent: id === person.id,
            }))}
          />
          <Choice
            label={t('language')}
            links={LOCALES.codes.map((of) => ({
              key: of,
              text: LOCALE_NAMES[of],
              href: address(person.id, of),
              isCurrent: of === language,
            }))}
          />
          <Card as="section" label={t('write')}>
            <h2 className="text-h3 sm:mb-4">{t('write')}</h2>
            <PhoneFold label={t('writeShow')}>
              <ReportForm
                key={`${person.id}${fields.replaces}`}
                fields={fields}
                needs={part.needs.map((need) => toWords(part.words, locale).of(NEED_LIST, need))}
              />
            </PhoneFold>
          </Card>
        </div>
        <div>
          <div data-print="no" className="mb-4 grid gap-3">
            <Notice kind="late">{t('readIt')}</Notice>
            <p>
              <PrintButton>{t('print')}</PrintButton>
            </p>
          </div>
          <Paper part={part} labels={words} code={code} at={at} />
        </div>
      </div>
    </>
  )
}

const Choice = ({
  label,
  links,
}: {
  label: string
  links: readonly { key: string; text: string; href: string; isCurrent: boolean }[]
}) =>
  links.length < 2 ? null : (
    <nav aria-label={label}>
      <p className="text-sm text-muted">{label}</p>
      <ul className="flex flex-wrap gap-x-4">
        {links.map(({ key, text, href, isCurrent }) => (
          <li key={key}>
            <Link
              href={href}
              {...(isCurrent ? { 'aria-current': 'true' } : {})}
              className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline sm:min-h-8"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )

const Paper = ({ part: { language, service }, labels: words, code, at }: Omit<Props, 'href'>) => {
  const { t, columns, versions } = words
  const unknown = t('report.unknown')
  return (
    <article
      lang={language}
      className="paper-sheet report-sheet max-w-3xl print:max-w-none"
      data-preview="report"
    >
      <h1 className="text-h2">{t('report.title')}</h1>
      <p>
        {t('report.to')}
        {service?.phone ? ` · ${service.phone}` : ''}
      </p>
      <table className="mt-3 w-full border-collapse text-start">
        <caption className="sr-only">{t('report.versions')}</caption>
        <thead>
          <tr>
            {[t('report.whoSays'), t('report.name'), t('report.age')].map((head) => (
              <th key={head} scope="col" className="border border-edge px-2 py-1 text-start text-sm">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, head }) => (
            <tr key={column}>
              <th scope="row" className="border border-edge px-2 py-1 text-start align-top text-sm">
                {head}
              </th>
              <Cell>
                <bdi translate="no">{versions.names(column) || (column === 'found' ? '—' : unknown)}</bdi>
              </Cell>
              <Cell>
                {versions.ages(column).length === 0
                  ? unknown
                  : versions.ages(column).map((text) => (
                      <span key={text} className="block">
                        {text}
                      </span>
                    ))}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
      <Lines lines={words.who} unknown={unknown} />
      <Lines lines={words.story} unknown={unknown} />
      <p className="paper-foot mt-4 text-sm">
        <span className="print:pt-2">{t('report.foot', { code, day: formatTime(language, at, 'day') })}</span>
      </p>
    </article>
  )
}

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="border border-edge px-2 py-1 align-top wrap-anywhere">{children}</td>
)

const Lines = ({ lines, unknown }: { lines: readonly ReportLine[]; unknown: string }) => (
  <dl className="mt-3 grid gap-x-4 gap-y-1 border-t border-edge pt-2 sm:grid-cols-[minmax(8rem,24%)_1fr] print:grid-cols-[24%_1fr]">
    {lines.map(({ label, texts }) => (
      <div key={label} className="contents">
        <dt className="text-muted max-sm:mt-1">{label}</dt>
        <dd dir="auto" className="min-w-0 whitespace-pre-wrap wrap-anywhere first-letter:uppercase">
          {texts.length === 0 ? <em>{unknown}</em> : texts.join('\n')}
        </dd>
      </div>
    ))}
  </dl>
)
