import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { RowTools } from '@/components/registers/row-tools'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { LineLink, TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { toWords } from '@/lib/cases/word.view'
import { takeEnquiryBack } from '@/lib/enquiries/enquiry.actions'
import type { Enquiries } from '@/lib/enquiries/enquiry.data'
import { TOPICS } from '@/lib/enquiries/enquiry.rules'
import { countryName, languageName } from '@/lib/people/country.rules'
import { countryChoices, languageChoices } from '@/lib/people/country-list.rules'
import { EnquiryForm, type FromIncoming } from './enquiry-form'

/** At the end of what is said of an enquiry; as high as a finger, without a line of its own. */
const LINE = 'py-3 font-semibold whitespace-nowrap sm:py-0.5'

/** Questions that came without a file: the form of a new one, then the latest, each with the way to a file. */
export const EnquiriesPage = ({
  data: { enquiries, more, words, teams, today, incoming, waits },
}: {
  data: Enquiries & {
    /** The person of whom a partner let us know, about whom the new enquiry is. */
    readonly incoming: FromIncoming | null
    /** How many of these wait for a decision. */
    readonly waits: number
  }
}) => {
  const t = useTranslations('enquiries')
  const locale = useLocale()
  const format = useFormatter()
  const topics = toWords(words, locale)
  return (
    <>
      <PageTitle title={t('title')}>
        {t('what')}
        {/* On a phone they are below the form. */}
        {enquiries.length === 0 ? null : (
          <span className="xl:hidden">
            {' '}
            <TextLink href="#latest">{t('latest')}</TextLink>
          </span>
        )}
      </PageTitle>
      {/* Beside each other where there is room: the latest are in sight while a new one is recorded. */}
      <div className="grid max-w-prose gap-6 xl:max-w-none xl:grid-cols-[minmax(0,36rem)_minmax(0,1fr)] xl:items-start">
        {waits === 0 ? null : (
          <div className="xl:col-span-2">
            <Notice>
              <TextLink href="/enquiries/incoming">{t('waits', { count: waits })}</TextLink>
            </Notice>
          </div>
        )}
        <Card as="section" label={t('new')}>
          {teams.length === 0 ? (
            <p>{t('noTeam')}</p>
          ) : (
            // A new form after each enquiry: its fields are empty again.
            <EnquiryForm
              key={`${enquiries[0]?.id} ${incoming?.id}`}
              teams={teams}
              topics={topics.options(TOPICS)}
              countries={countryChoices(locale)}
              languages={languageChoices(locale)}
              today={today}
              incoming={incoming}
            />
          )}
        </Card>
        <section aria-labelledby="latest">
          <h2 id="latest" className="border-b border-edge pb-1 text-h3">
            {t('latest')}
          </h2>
          {enquiries.length === 0 ? <p className="mt-1 text-muted">{t('none')}</p> : null}
          <ul>
            {enquiries.map(({ id, on, way, topic, people, nationality, language, by, files }) => {
              const said = `${formatTime(locale, on, 'shortWeekday')} · ${topics.of(TOPICS, topic)}`
              const facts = [
                t(`way.${way}`),
                t('people', { count: people }),
                nationality === null ? null : countryName(nationality, locale),
                language === null ? null : languageName(language, locale),
                by,
              ]
              return (
                <li key={id} className="tooled-row border-b border-hair py-2">
                  <p className="font-semibold">{said}</p>
                  <p className="pe-10 text-sm text-muted">
                    {format.list(
                      facts.filter((one) => one !== null),
                      { type: 'unit' },
                    )}
                    {files.map(({ id: caseId, code }) => (
                      <Fragment key={caseId}>
                        {' ·\u00a0'}
                        <Link href={`/cases/${code}?file=${caseId}`} className={LINE}>
                          {t('file')} <span className="code">{code}</span>
                        </Link>
                      </Fragment>
                    ))}
                    {files.length > 0 ? null : (
                      <>
                        {' ·\u00a0'}
                        <Link href={`/people/new?enquiry=${id}`} className={LINE}>
                          {t('open')}
                          <span className="sr-only">: {said}</span>
                        </Link>
                      </>
                    )}
                  </p>
                  {files.length > 0 ? null : (
                    <RowTools of={said}>
                      <ActionButton action={takeEnquiryBack} input={{ enquiryId: id }} kind="plain">
                        {t('takeBack')}
                        <span className="sr-only">: {said}</span>
                      </ActionButton>
                    </RowTools>
                  )}
                </li>
              )
            })}
          </ul>
          {more === null ? null : <LineLink href={`/enquiries?before=${more}`}>{t('earlier')}</LineLink>}
        </section>
      </div>
    </>
  )
}
