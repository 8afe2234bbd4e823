import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { bodyPath } from '@/lib/countries/address.rules'
import type { Profile } from '@/lib/countries/entry.data'
import type { Power, Powers, Step } from '@/lib/countries/power.rules'
import { inLanguage } from '@/lib/countries/wording.rules'
import { CountryFrame } from './country-frame'

/** Who decides on what, level by level, and whom an application meets on its way. */
export const PowersPage = ({ profile, powers }: { profile: Profile; powers: Powers }) => {
  const t = useTranslations('countries')
  return (
    <CountryFrame page="powers" profile={profile} title={t('powers.title')} lead={t('powers.lead')}>
      <Path profile={profile} steps={powers.steps} />
      <Matrix powers={powers} />
    </CountryFrame>
  )
}

const Path = ({ profile, steps }: { profile: Profile; steps: readonly Step[] }) => {
  const t = useTranslations('countries')
  const way = steps.filter(({ isBeside }) => !isBeside)
  const beside = steps.filter(({ isBeside }) => isBeside)
  if (way.length === 0) return null
  return (
    <section aria-labelledby="path" className="mb-8">
      <h2 id="path" className="mb-3">
        {t('powers.path')}
      </h2>
      <ol className="grid gap-x-8 gap-y-3 lg:grid-cols-3">
        {way.map((step, index) => (
          <li
            key={step.slug}
            className="relative rounded border border-hair border-t-3 border-t-accent bg-surface px-4 py-3 not-first:before:absolute not-first:before:-top-4 not-first:before:left-4 not-first:before:text-muted not-first:before:content-['↓'] lg:not-first:before:-left-6 lg:not-first:before:top-4 lg:not-first:before:content-['→']"
          >
            <p className="num text-sm text-muted">{t('powers.step', { number: index + 1 })}</p>
            <StepWords profile={profile} step={step} />
          </li>
        ))}
      </ol>
      {beside.length === 0 ? null : (
        <>
          <h3 className="mt-5 mb-2">{t('powers.beside')}</h3>
          <ul className="grid gap-3 lg:grid-cols-2">
            {beside.map((step) => (
              <li key={step.slug} className="rounded border border-dashed border-edge bg-surface px-4 py-3">
                <StepWords profile={profile} step={step} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const StepWords = ({ profile, step }: { profile: Profile; step: Step }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return (
    <>
      <p className="font-serif text-h3 font-semibold">
        <TextLink href={bodyPath(profile.country, step.slug)}>{inLanguage(step.name, locale)}</TextLink>
      </p>
      <p>{inLanguage(step.does, locale)}</p>
      {step.isUnsure ? (
        <p>
          <Tag kind="late">{t('toConfirm')}</Tag>
        </p>
      ) : null}
    </>
  )
}

const Matrix = ({ powers: { levels, powers } }: { powers: Powers }) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  if (powers.length === 0) return null
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix" className="mb-2">
        {t('powers.matrix')}
      </h2>
      <Card tight>
        <Table<Power>
          caption={t('powers.matrix')}
          rows={powers}
          rowKey={({ slug }) => slug}
          columns={[
            {
              key: 'topic',
              head: t('powers.topic'),
              cell: ({ label, isUnsure }) => (
                <span className="flex flex-wrap items-center gap-x-2">
                  <span className="font-semibold">{inLanguage(label, locale)}</span>
                  {isUnsure ? <Tag kind="late">{t('toConfirm')}</Tag> : null}
                </span>
              ),
            },
            ...levels.map((level) => ({
              key: level.slug,
              head: inLanguage(level.label, locale),
              cell: ({ says }: Power) => {
                const who = says[level.slug]
                return who === undefined ? null : (
                  <>
                    <span aria-hidden="true" className="text-accent">
                      ●{' '}
                    </span>
                    {inLanguage(who, locale)}
                  </>
                )
              },
            })),
          ]}
        />
      </Card>
      <p className="mt-2 max-w-prose text-sm text-muted">{t('powers.empty')}</p>
    </section>
  )
}
