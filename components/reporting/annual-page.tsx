import { useLocale, useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PhoneFold } from '@/components/ui/phone-fold'
import { Picks } from '@/components/ui/picks'
import { Section } from '@/components/ui/section'
import { ANNUAL_KINDS, chaptersOf } from '@/lib/reporting/annual.rules'
import type { AnnualPageData } from '@/lib/reporting/annual-page.data'
import { gradeOf } from '@/lib/reporting/completeness.rules'
import { officesOf } from '@/lib/reporting/question.rules'
import { toWording } from '@/lib/reporting/wording.view'
import { TakeInLanguages } from './take-in-languages'

/** An annual report: what it is about, what is still to be recorded for it, and the document. */
export const AnnualPage = ({
  data: { choices, period, search, completeness, names },
  mayPublish,
}: {
  data: AnnualPageData
  mayPublish: boolean
}) => {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const wording = toWording(names, locale, t)
  const { year, thisYear, kind, reach, reaches, offices, chapters } = choices
  const unfit = completeness.filter((one) => gradeOf(one) !== 'whole')
  return (
    <div className="grid max-w-5xl gap-6">
      <div className="-mb-6">
        <PageTitle title={t('annual.page')} back={{ href: '/reports', words: t('title') }}>
          {t('annual.intro')}
        </PageTitle>
      </div>
      {reach === undefined || reach === 'own' ? (
        <EmptyState title={t('annual.notYours')}>{t('annual.notYoursText')}</EmptyState>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <form action="/reports/annual" autoComplete="off" className="grid gap-3">
            <input type="hidden" name="of" value={kind} />
            <Section title={t('annual.choose')}>
              <div className="grid gap-x-8 sm:grid-cols-2">
                <div>
                  <Picks
                    legend={t('annual.about')}
                    type="radio"
                    name="kind"
                    options={ANNUAL_KINDS.codes.map((one) => [one, t(`annual.kind.${one}`)])}
                    chosen={[kind]}
                  />
                  <Picks
                    legend={t('annual.year')}
                    type="radio"
                    name="year"
                    options={[thisYear, thisYear - 1, thisYear - 2].map((one) => [String(one), String(one)])}
                    chosen={[String(year)]}
                  />
                  {reaches.length > 1 ? (
                    <Picks
                      legend={t('reach.label')}
                      type="radio"
                      name="reach"
                      options={reaches.filter((one) => one !== 'own').map((one) => [one, t(`reach.${one}`)])}
                      chosen={[reach]}
                    />
                  ) : null}
                  {officesOf(names, reach).length > 1 ? (
                    <Picks
                      legend={t('change.offices')}
                      name="office"
                      options={officesOf(names, reach).map(({ id, name }) => [id, name])}
                      chosen={offices}
                    />
                  ) : null}
                </div>
                <PhoneFold label={t('annual.chaptersChosen', { count: chapters.length })}>
                  <Picks
                    legend={t('annual.chapters')}
                    name="chapter"
                    options={chaptersOf(kind).map((one) => [one, t(`annual.chapter.${one}`)])}
                    chosen={chapters}
                  />
                </PhoneFold>
              </div>
              <div className="mt-3">
                <Button type="submit" kind="quiet">
                  {t('annual.check')}
                </Button>
              </div>
            </Section>
          </form>
          <div className="grid gap-6">
            <Section title={t('annual.take')}>
              <p className="mb-3 text-sm">{t('annual.takeText')}</p>
              <TakeInLanguages
                hrefOf={(language) =>
                  `/api/reports/annual?${new URLSearchParams({ language, choices: search })}`
                }
              />
              <p className="mt-3 text-sm text-muted">{t('download.hint')}</p>
            </Section>
            <Section
              title={t('missing.title')}
              action={{
                href: `/reports/missing?${new URLSearchParams({ reach, ...period })}`,
                label: t('missing.byOffice'),
              }}
            >
              {unfit.length === 0 ? (
                <p>{t('missing.none')}</p>
              ) : (
                (['unfit', 'part'] as const).map((grade) => {
                  const those = unfit.filter((one) => gradeOf(one) === grade)
                  return those.length === 0 ? null : (
                    <div key={grade} className="mb-2">
                      {grade === 'unfit' ? <p className="font-semibold">{t('missing.mark')}</p> : null}
                      <ul>
                        {those.map((one) => (
                          <li
                            key={`${one.figure} ${one.by}`}
                            className="border-b border-hair py-1 text-dense"
                          >
                            {t('missing.line', {
                              figure: t(`figure.${one.figure}.name`),
                              dimension: wording.dimension(one.by),
                              recorded: one.recorded,
                              all: one.all,
                            })}
                          </li>
                        ))}
                      </ul>
                    </div>
                  )
                })
              )}
            </Section>
            {kind === 'projects' ? <Notice kind="late">{t('toConfirm.amif')}</Notice> : null}
            <Notice>
              <p>{t('annual.publish')}</p>
              {mayPublish ? <Link href="/statistics/annual">{t('publicYear.title')}</Link> : null}
            </Notice>
          </div>
        </div>
      )}
    </div>
  )
}
